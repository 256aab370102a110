import type { CallContext, DomainName } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';

/** Ends an incoming transfer. */
export function cancelTransfer(
  client: DomainNameApiClient,
  domainName: DomainName,
  call: CallContext,
): Promise<void> {
  const path = 'domains/transfers/cancel';
  const request = { method: 'POST', path, body: { domainName }, aboutDomain: true } as const;
  return client.sendAndForget(request, call);
}
