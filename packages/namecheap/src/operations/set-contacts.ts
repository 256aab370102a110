import {
  asRead,
  contactRoles,
  InvalidInputError,
  type CallContext,
  type ContactRole,
  type ContactSet,
  type DomainContacts,
  type DomainName,
  type InputIssue,
} from '@registrar-kit/core';
import { readBack } from '@registrar-kit/provider-kit';
import { globalParameters, type NamecheapClient } from '../namecheap-client.js';
import { fieldWords, heldParameterNames, roleWords } from '../mapping/contact-words.js';
import { personalTextsHeld } from '../mapping/personal-texts.js';
import { toNamecheapContact } from '../mapping/to-namecheap-contact.js';
import { prefixed } from '../mapping/to-namecheap-contacts.js';
import { assertDone } from './assert-done.js';
import { attributeIssues } from './attribute-issues.js';
import { getContacts } from './get-contacts.js';
import { readContacts, type HeldContact, type HeldContacts } from './read-contacts.js';

/** A change of the contacts of some roles. */
interface ContactsRequest {
  readonly domain: DomainName;
  readonly contacts: Partial<ContactSet>;
  readonly tldAttributes: Readonly<Record<string, string>>;
}

/**
 * Replaces the contacts of the roles given. The command wants all four sets and forgets what is left out, so that the others go
 * back as they were read, with the fields that only Namecheap knows and the registry's extra fields.
 *
 * https://www.namecheap.com/support/api/methods/domains/set-contacts/
 */
export async function setContacts(
  client: NamecheapClient,
  request: ContactsRequest,
  call: CallContext,
): Promise<DomainContacts> {
  const { domain } = request;
  const given = toGiven(request, call);
  const held = await readContacts(client, domain, asRead(call));
  const merged: HeldContacts = {
    roles: { ...held.roles, ...given },
    attributes: mergeAttributes(held.attributes, request.tldAttributes),
  };
  refuse([...readOnlyIssues(given, held), ...lackingIssues(merged)], call);
  await client.send(
    'namecheap.domains.setContacts',
    { ...merged.attributes, ...toParameters(merged), DomainName: domain },
    (reply) => {
      assertDone(reply, {
        result: 'DomainSetContactResult',
        otherwise: 'the contacts are not changed',
      });
    },
    call,
    { personal: personalTextsIn(merged) },
  );
  return readBack(call, 'applied', (read) => getContacts(client, domain, read));
}

type Contacts = HeldContacts['roles'];

/** What the caller gave, in Namecheap's words. @throws InvalidInputError before anything is sent */
function toGiven({ contacts, tldAttributes }: ContactsRequest, call: CallContext): Contacts {
  const issues: InputIssue[] = [];
  const given: { [Role in ContactRole]?: HeldContact } = {};
  for (const role of contactRoles) {
    const contact = contacts[role];
    if (contact === undefined) continue;
    const written = toNamecheapContact(contact, `contacts.${role}`);
    issues.push(...written.issues);
    given[role] = { fields: written.fields, readOnly: false };
  }
  refuse([...issues, ...attributeIssues(tldAttributes, taken)], call);
  return given;
}

const taken: readonly string[] = ['DomainName', ...heldParameterNames];
/** Whatever the vendor shows as an extra field must not reach into the credentials either. */
const takenNames: ReadonlySet<string> = new Set(
  [...globalParameters, ...taken].map((name) => name.toLowerCase()),
);

/** What the caller gives goes before what is held, whatever its case: the vendor would take both for the same. */
function mergeAttributes(
  held: HeldContacts['attributes'],
  given: HeldContacts['attributes'],
): HeldContacts['attributes'] {
  const replaced = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const kept = Object.entries(held).filter(
    ([name]) => !replaced.has(name.toLowerCase()) && !takenNames.has(name.toLowerCase()),
  );
  return { ...Object.fromEntries(kept), ...given };
}

function readOnlyIssues(given: Contacts, held: HeldContacts): readonly InputIssue[] {
  return contactRoles
    .filter((role) => given[role] !== undefined && held.roles[role]?.readOnly === true)
    .map((role) => ({
      path: `contacts.${role}`,
      problem: 'cannot be changed, Namecheap marks it as read-only for this domain',
      cure: 'leave it out, or change it in the Namecheap panel',
    }));
}

/** https://www.namecheap.com/support/api/methods/domains/set-contacts/ */
const requiredFields = [
  'firstName',
  'lastName',
  'address1',
  'city',
  'state',
  'postalCode',
  'country',
  'phone',
  'email',
] as const satisfies readonly (keyof typeof fieldWords)[];

/** An old contact can lack what the command wants, and nobody but the caller knows it. */
function lackingIssues({ roles }: HeldContacts): readonly InputIssue[] {
  return contactRoles.flatMap((role) => {
    const lacking = requiredFields.filter((field) => {
      const [word] = fieldWords[field];
      return roles[role]?.fields[word] === undefined;
    });
    if (lacking.length === 0) return [];
    const problem = `is kept as it is, but lacks ${lacking.join(', ')}, without which Namecheap takes no contacts at all`;
    return [{ path: `contacts.${role}`, problem, cure: `give ${role}, too` }];
  });
}

function toParameters({ roles }: HeldContacts): Readonly<Record<string, string>> {
  return Object.assign(
    {},
    ...contactRoles.map((role) => prefixed(roleWords[role], roles[role]?.fields ?? {})),
  ) as Record<string, string>;
}

/** Extra fields hold the numbers of identity cards and the like. */
function personalTextsIn({ roles, attributes }: HeldContacts): readonly string[] {
  const contacts = contactRoles.flatMap((role) => personalTextsHeld(roles[role]?.fields ?? {}));
  return [...contacts, ...Object.values(attributes)];
}

function refuse(issues: readonly InputIssue[], call: CallContext): void {
  if (issues.length > 0) throw new InvalidInputError({ ...call.origin, issues });
}
