import { createHash } from 'node:crypto';
import type { ErrorOrigin } from '../errors/error-origin.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
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

/** The caller's key, or one derived from the order. @throws InvalidInputError when the caller's is not usable. */
export function orderKeyOf(purchase: Purchase, now: number, origin: ErrorOrigin): OrderKey {
  const fingerprint = fingerprintOf(purchase);
  const given: unknown = purchase.options?.idempotencyKey;
  if (given === undefined) {
    return { key: `order ${fingerprint}`, keyExpiresAt: now + derivedKeyLifeMs, fingerprint };
  }
  if (typeof given === 'string' && given.trim() !== '' && given.length <= 255) {
    return { key: `caller ${given}`, fingerprint };
  }
  const path = 'options.idempotencyKey';
  const cure = 'give text of 1 to 255 characters that names this order';
  throw new InvalidInputError({
    ...origin,
    issues: [{ path, problem: 'is not a usable key', cure }],
  });
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
