import type { CallContext, DomainName, LockState } from '@registrar-kit/core';
import { readBack } from '@registrar-kit/provider-kit';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { getLock } from './get-lock.js';

/**
 * Sets the registrar lock. The state is in the path: the vendor's own client once sent `lockStatus: false` to `domains/lock`,
 * where the field is ignored, and the domains stayed locked.
 */
export async function setLock(
  client: DomainNameApiClient,
  { domain, locked }: { readonly domain: DomainName; readonly locked: boolean },
  call: CallContext,
): Promise<LockState> {
  const path = locked ? 'domains/lock' : 'domains/unlock';
  const body = { domainName: domain };
  await client.sendAndForget({ method: 'POST', path, body, aboutDomain: true }, call);
  return readBack(call, 'unknown', (read) => getLock(client, domain, read));
}
