import {
  asRead,
  InvalidInputError,
  type CallContext,
  type GlueHost,
  type HostRequest,
  type Nameserver,
} from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { toIpAddresses } from '../mapping/glue-host.js';
import { getHost } from './get-host.js';
import { assertHostStands, readHostBack } from './read-host-back.js';

/**
 * Changes the addresses of a glue host, its name or both. The call takes the name, the new name and all addresses together, so
 * the addresses are read first where only the name changes.
 */
export async function updateHost(
  client: DomainNameApiClient,
  {
    domain,
    host,
    addresses,
    newHost = host,
  }: HostRequest & {
    readonly addresses: readonly string[] | undefined;
    readonly newHost: Nameserver | undefined;
  },
  call: CallContext,
): Promise<GlueHost> {
  const wanted = addresses ?? (await getHost(client, { domain, host }, asRead(call))).addresses;
  if (wanted.length === 0) {
    const problem = 'are not given, and the registrar shows none to keep';
    const issues = [{ path: 'addresses', problem, cure: 'give the addresses too' }];
    throw new InvalidInputError({ ...call.origin, issues });
  }
  const body = {
    domainName: domain,
    hostName: host,
    newHostName: newHost,
    ipAddresses: toIpAddresses(wanted),
  };
  const request = { method: 'PUT', path: 'domains/dns/host', body, aboutDomain: true } as const;
  await client.sendAndForget(request, call);
  const stands = await readHostBack(client, { domain, host: newHost }, call);
  return assertHostStands(stands, wanted, call);
}
