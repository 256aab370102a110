import {
  DomainNotFoundError,
  type CallContext,
  type GlueHost,
  type HostRequest,
} from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { listHosts } from './list-hosts.js';

/** @throws DomainNotFoundError when there is no such glue host */
export async function getHost(
  client: DomainNameApiClient,
  { domain, host }: HostRequest,
  call: CallContext,
): Promise<GlueHost> {
  const found = (await listHosts(client, domain, call)).find((item) => item.host === host);
  if (found !== undefined) return found;
  throw new DomainNotFoundError({
    ...call.origin,
    detail: `the domain has no glue host ${host}`,
    causes: ['invalid_input'],
  });
}
