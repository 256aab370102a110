import type { CallContext, Receipt, RestoreOrder } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { readAfterOrder } from './read-after-order.js';

/**
 * Restores a domain. The answer is empty or `null` and says only that the order was taken; the registry may need its time, so
 * it is done when the domain is seen to be active.
 */
export async function restoreDomain(
  client: DomainNameApiClient,
  { domain }: RestoreOrder,
  call: CallContext,
): Promise<Receipt> {
  const body = { domainName: domain };
  const request = { method: 'POST', path: 'domains/restore', body, aboutDomain: true } as const;
  await client.sendAndForget(request, call);
  const read = await readAfterOrder(client, domain, call);
  if (read?.status !== 'active') return { status: 'pending' };
  const { expiresOn } = read;
  return { status: 'done', ...(expiresOn === undefined ? {} : { expiresOn }) };
}
