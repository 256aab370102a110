import type { CallContext, DomainName } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';

/** Lets a domain go to another registrar. */
export function approveTransferOut(
  client: DomainNameApiClient,
  domainName: DomainName,
  call: CallContext,
): Promise<void> {
  const path = 'domains/transfers/approve';
  const request = { method: 'POST', path, body: { domainName }, aboutDomain: true } as const;
  return client.sendAndForget(request, call);
}
