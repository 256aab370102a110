import type { CallContext, DomainName, NameserverSet } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { defaultNameservers } from '../mapping/default-nameservers.js';
import { setNameservers } from './set-nameservers.js';

/** Goes back to the vendor's own servers: the two that its modules name, since it has no call for its defaults. */
export function resetNameservers(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<NameserverSet> {
  return setNameservers(client, { domain, nameservers: defaultNameservers }, call);
}
