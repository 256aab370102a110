import type { CallContext, DomainContacts, DomainName } from '@registrar-kit/core';
import type { NamecheapClient } from '../namecheap-client.js';
import { readContacts, toDomainContacts } from './read-contacts.js';

/** https://www.namecheap.com/support/api/methods/domains/get-contacts/ */
export async function getContacts(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
): Promise<DomainContacts> {
  return toDomainContacts(domain, await readContacts(client, domain, call));
}
