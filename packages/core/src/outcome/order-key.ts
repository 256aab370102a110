import { createHash } from 'node:crypto';
import type { PricedOrder } from './price-agreement.js';

/** Derived keys live this long: a double click finds the first order, a new purchase next week is a new one. */
export const derivedKeyLifeMs = 24 * 60 * 60 * 1000;

/**
 * What makes an order the same order. Contacts and wishes beside the purchase stay out: they are personal data, and changing
 * them must not buy the domain again.
 */
export function fingerprintOf(order: PricedOrder, expectedExpiresOn: string | undefined): string {
  const { provider, environment, operation, domain, years } = order;
  return createHash('sha256')
    .update(
      JSON.stringify([provider, environment, operation, domain, years, expectedExpiresOn ?? null]),
    )
    .digest('hex');
}
