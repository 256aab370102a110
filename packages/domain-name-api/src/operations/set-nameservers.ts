import type { CallContext, DomainName, Nameserver, NameserverSet } from '@registrar-kit/core';
import { readBack } from '@registrar-kit/provider-kit';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { getNameservers } from './get-nameservers.js';

/** Replaces the delegation and reads back what stands; the write itself is answered with nothing. */
export async function setNameservers(
  client: DomainNameApiClient,
  {
    domain,
    nameservers,
  }: { readonly domain: DomainName; readonly nameservers: readonly Nameserver[] },
  call: CallContext,
): Promise<NameserverSet> {
  const body = { domainName: domain, nameServers: nameservers };
  const request = {
    method: 'PUT',
    path: 'domains/dns/name-server',
    body,
    aboutDomain: true,
  } as const;
  await client.sendAndForget(request, call);
  return readBack(call, 'unknown', (read) => getNameservers(client, domain, read));
}
