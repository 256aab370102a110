import type { CallContext, GlueHost, HostRequest } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { toIpAddresses } from '../mapping/glue-host.js';
import { assertHostStands, readHostBack } from './read-host-back.js';

/** Creates a glue host with all its addresses; its name is sent in full, as the vendor's own tests do. */
export async function createHost(
  client: DomainNameApiClient,
  { domain, host, addresses }: HostRequest & { readonly addresses: readonly string[] },
  call: CallContext,
): Promise<GlueHost> {
  const body = { domainName: domain, hostName: host, ipAddresses: toIpAddresses(addresses) };
  const request = { method: 'POST', path: 'domains/dns/host', body, aboutDomain: true } as const;
  await client.sendAndForget(request, call);
  return assertHostStands(await readHostBack(client, { domain, host }, call), addresses, call);
}
