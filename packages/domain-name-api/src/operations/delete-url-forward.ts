import { asRead, type CallContext, type DomainName } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { getUrlForward } from './get-url-forward.js';

/** Removes the forward. Where none is set nothing is sent, since what the gateway answers then is not known. */
export async function deleteUrlForward(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<void> {
  const { target } = await getUrlForward(client, domain, asRead(call));
  if (target === null) return;
  const query = { DomainName: domain };
  const request = { method: 'DELETE', path: 'domains/forwards', query, aboutDomain: true } as const;
  await client.sendAndForget(request, call);
}
