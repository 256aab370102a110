import {
  asRead,
  InvalidInputError,
  type CallContext,
  type ContactSet,
  type DomainContacts,
  type DomainName,
} from '@registrar-kit/core';
import { personalTextsOf, readBack } from '@registrar-kit/provider-kit';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { mergeContacts } from '../mapping/merge-contacts.js';
import { personalTextsSent } from '../mapping/personal-texts.js';
import { getContacts, readContacts } from './get-contacts.js';

/** Changes the contacts of some roles. The gateway takes all four together, so the others are read first and sent back. */
export async function setContacts(
  client: DomainNameApiClient,
  {
    domain,
    contacts: given,
    tldAttributes,
  }: {
    readonly domain: DomainName;
    readonly contacts: Partial<ContactSet>;
    readonly tldAttributes: Readonly<Record<string, string>>;
  },
  call: CallContext,
): Promise<DomainContacts> {
  if (Object.keys(tldAttributes).length > 0) {
    const problem = 'cannot be changed: Domain Name API takes them at registration only';
    const issues = [{ path: 'tldAttributes', problem, cure: 'leave them out' }];
    throw new InvalidInputError({ ...call.origin, issues });
  }
  const { stored } = await readContacts(client, domain, asRead(call));
  const merged = mergeContacts(stored, given);
  if (!merged.ok) throw new InvalidInputError({ ...call.origin, issues: merged.issues });
  const { contacts } = merged;
  const request = {
    method: 'PUT',
    path: 'domains/contacts/update',
    body: { domainName: domain, contacts },
    personal: [...personalTextsOf(given), ...personalTextsSent(contacts)],
    aboutDomain: true,
  } as const;
  await client.sendAndForget(request, call);
  return readBack(call, 'unknown', (read) => getContacts(client, domain, read));
}
