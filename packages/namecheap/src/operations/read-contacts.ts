import {
  contactRoles,
  type CallContext,
  type ContactRole,
  type DomainContacts,
  type DomainName,
} from '@registrar-kit/core';
import type { XmlElement } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { heldFieldWords, roleWords } from '../mapping/contact-words.js';
import { fromNamecheapContact } from '../mapping/from-namecheap-contact.js';
import { fromNamecheapPhone } from '../mapping/from-namecheap-phone.js';
import { attributeName } from './attribute-issues.js';

/** A contact as Namecheap holds it, in its own words and without empty fields. */
export interface HeldContact {
  readonly fields: Readonly<Record<string, string>>;
  /** Whether Namecheap lets nobody change it. */
  readonly readOnly: boolean;
}

/** Everything that a change of the contacts has to carry. */
export interface HeldContacts {
  readonly roles: Readonly<Partial<Record<ContactRole, HeldContact>>>;
  /** The registry's extra fields. */
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * The contacts themselves; what the public sees instead of them stands beside them, in `WhoisGuardContact`.
 *
 * https://www.namecheap.com/support/api/methods/domains/get-contacts/
 */
export function readContacts(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
): Promise<HeldContacts> {
  return client.send(
    'namecheap.domains.getContacts',
    { DomainName: domain },
    (reply) => toHeldContacts(reply.resultAbout(domain, 'DomainContactsResult'), reply),
    call,
    { confidential: true },
  );
}

/** The same in our words. */
export function toDomainContacts(
  domain: DomainName,
  { roles, attributes }: HeldContacts,
): DomainContacts {
  const contacts = contactRoles.flatMap((role) => {
    const held = roles[role];
    return held === undefined ? [] : [[role, fromNamecheapContact(held.fields)] as const];
  });
  return {
    domain,
    contacts: Object.fromEntries(contacts),
    ...(Object.keys(attributes).length === 0 ? {} : { tldAttributes: attributes }),
  };
}

function toHeldContacts(result: XmlElement, reply: NamecheapReply): HeldContacts {
  const roles = contactRoles.flatMap((role) => {
    const element = result.child(roleWords[role]);
    return element === undefined ? [] : [[role, toHeldContact(element, reply)] as const];
  });
  return {
    roles: Object.fromEntries(roles),
    attributes: toAttributes(result.child('CurrentAttributes')),
  };
}

const fieldSchema = z.object(
  Object.fromEntries(heldFieldWords.map((word) => [word, z.string().optional()])),
);

function toHeldContact(element: XmlElement, reply: NamecheapReply): HeldContact {
  const fields = withoutEmpty(Object.entries(reply.optional(element, fieldSchema)));
  const { Phone: phone } = fields;
  if (phone !== undefined && fromNamecheapPhone(phone) === undefined)
    reply.drift(`${element.name}.Phone`, 'is not a number of the form +CC.NNNN');
  return { fields, readOnly: element.attribute('ReadOnly')?.toLowerCase() === 'true' };
}

function toAttributes(element: XmlElement | undefined): Readonly<Record<string, string>> {
  const children = (element?.childNames ?? []).flatMap((name) => element?.child(name) ?? []);
  return withoutEmpty(
    children.filter(({ name }) => attributeName.test(name)).map(({ name, text }) => [name, text]),
  );
}

function withoutEmpty(
  entries: readonly (readonly [string, string | undefined])[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => (entry[1] ?? '') !== ''),
  );
}
