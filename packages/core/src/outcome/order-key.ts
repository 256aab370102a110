import { createHash } from 'node:crypto';
import type { Purchase } from './purchase.js';

/** A derived key lives this long: a double click finds the first order, a purchase next week is a new one. */
const derivedKeyLifeMs = 24 * 60 * 60 * 1000;

/** Under which key an order stands in the journal, and the fingerprint that the key must always mean. */
export interface OrderKey {
  readonly key: string;
  /** Epoch milliseconds; absent for the caller's own keys. */
  readonly keyExpiresAt?: number;
  readonly fingerprint: string;
}

/** The caller's key, or one derived from the order. */
export function orderKeyOf(purchase: Purchase, now: number): OrderKey {
  const fingerprint = fingerprintOf(purchase);
  const given = purchase.options?.idempotencyKey;
  return given === undefined
    ? { key: `order ${fingerprint}`, keyExpiresAt: now + derivedKeyLifeMs, fingerprint }
    : { key: `caller ${given}`, fingerprint };
}

/**
 * What makes an order the same order. Contacts and wishes beside the purchase stay out: they are personal data, and changing
 * them must not buy the domain again.
 */
function fingerprintOf({ order, expectedExpiresOn }: Purchase): string {
  const { provider, environment, operation, domain, years } = order;
  return createHash('sha256')
    .update(
      JSON.stringify([provider, environment, operation, domain, years, expectedExpiresOn ?? null]),
    )
    .digest('hex');
}
