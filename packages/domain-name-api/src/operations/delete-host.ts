import { ProviderError, type CallContext, type HostRequest } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { readHostBack } from './read-host-back.js';

/** Deletes a glue host, and looks whether it is gone. One that domains still use as their name server is refused. */
export async function deleteHost(
  client: DomainNameApiClient,
  { domain, host }: HostRequest,
  call: CallContext,
): Promise<void> {
  const query = { domainName: domain, hostName: host };
  const request = {
    method: 'DELETE',
    path: 'domains/dns/host',
    query,
    aboutDomain: true,
  } as const;
  await client.sendAndForget(request, call);
  if ((await readHostBack(client, { domain, host }, call)) === undefined) return;
  throw new ProviderError({
    ...call.origin,
    detail:
      'the registrar took the deletion without complaint, but the glue host is still there; read it again in some minutes, then ask the registrar',
    effect: 'unknown',
  });
}
