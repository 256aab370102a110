import {
  ProviderError,
  type CallContext,
  type GlueHost,
  type HostRequest,
} from '@registrar-kit/core';
import { readBack } from '@registrar-kit/provider-kit';
import { canonicalAddress } from '../mapping/glue-host.js';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { listHosts } from './list-hosts.js';

/** The glue host as it stands after a change; `undefined` when there is none of the name. */
export function readHostBack(
  client: DomainNameApiClient,
  { domain, host }: HostRequest,
  call: CallContext,
): Promise<GlueHost | undefined> {
  return readBack(call, 'unknown', async (read) => {
    const hosts = await listHosts(client, domain, read);
    return hosts.find((item) => item.host === host);
  });
}

/** A change that was taken and then cannot be seen must not pass for one that was made. */
export function assertHostStands(
  found: GlueHost | undefined,
  wanted: readonly string[],
  call: CallContext,
): GlueHost {
  if (found !== undefined && sameAddresses(found.addresses, wanted)) return found;
  throw new ProviderError({
    ...call.origin,
    detail: `the registrar took the change without complaint, but the glue host ${found === undefined ? 'is not there' : 'has other addresses'}; read it again in some minutes, then ask the registrar`,
    effect: 'unknown',
  });
}

function sameAddresses(left: readonly string[], right: readonly string[]): boolean {
  const [one, other] = [left, right].map((list) => new Set(list.map(canonicalAddress)));
  return one?.size === other?.size && [...(one ?? [])].every((address) => other?.has(address));
}
