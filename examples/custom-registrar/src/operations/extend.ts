import type { CallContext, DomainName, PriceReading, Receipt } from '@registrar-kit/core';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import { placeOrder, type OrderBody } from './place-order.js';
import { readAfterOrder } from './read-after-order.js';

/** Buys more time for a domain that is here; the new date is the one that the domain shows. */
export async function extend(
  client: HarbourNamesClient,
  body: OrderBody,
  domain: DomainName,
  reading: PriceReading,
  call: CallContext,
): Promise<Receipt> {
  const { completed, receipt } = await placeOrder(client, body, reading, call);
  if (!completed) return { ...receipt, status: 'pending' };
  const expiresOn = (await readAfterOrder(client, domain, call))?.expiresOn;
  return { ...receipt, status: 'done', ...(expiresOn === undefined ? {} : { expiresOn }) };
}
