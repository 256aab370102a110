import type { CallContext, DomainName } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';

/** Keeps a domain that another registrar has asked for. */
export function rejectTransferOut(
  client: DomainNameApiClient,
  domainName: DomainName,
  call: CallContext,
): Promise<void> {
  const path = 'domains/transfers/reject';
  const request = { method: 'POST', path, body: { domainName }, aboutDomain: true } as const;
  return client.sendAndForget(request, call);
}
