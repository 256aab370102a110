import type { CallContext, DomainName, UrlForward, UrlForwardKind } from '@registrar-kit/core';
import { readBack } from '@registrar-kit/provider-kit';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { getUrlForward } from './get-url-forward.js';

/** Sets the forward; what is read afterwards has other names than what is written. */
export async function setUrlForward(
  client: DomainNameApiClient,
  request: { readonly domain: DomainName; readonly target: string; readonly kind: UrlForwardKind },
  call: CallContext,
): Promise<UrlForward> {
  const { domain, target, kind } = request;
  const body = {
    domainName: domain,
    redirectAddress: target,
    forwardType: kind === 'frame' ? 'Frame' : 'Standard',
  };
  await client.sendAndForget(
    { method: 'POST', path: 'domains/forwards', body, aboutDomain: true },
    call,
  );
  return readBack(call, 'unknown', (read) => getUrlForward(client, domain, read));
}
