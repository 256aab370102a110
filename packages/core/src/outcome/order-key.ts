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

/** The caller's key, or one derived from the fingerprint. */
export function orderKeyOf(given: string | undefined, fingerprint: string, now: number): OrderKey {
  return given === undefined
    ? { key: `order ${fingerprint}`, keyExpiresAt: now + derivedKeyLifeMs, fingerprint }
    : { key: `caller ${given}`, fingerprint };
}

/**
 * The key after an order that has ended for good without what it should bring. `undefined` for the caller's own keys, which
 * mean that order for ever.
 */
export function keyAfter(key: OrderKey, operationId: string): OrderKey | undefined {
  if (key.keyExpiresAt === undefined) return undefined;
  return { ...key, key: `order ${key.fingerprint} after ${operationId}` };
}

/**
 * What makes a purchase the same purchase. Contacts and wishes beside it stay out: they are personal data, and changing them
 * must not buy the domain again. An auth code stays out as a secret.
 */
export function fingerprintOf({ order, expectedExpiresOn }: Purchase): string {
  const { provider, environment, operation, domain, years } = order;
  return hashOf([provider, environment, operation, domain, years, expectedExpiresOn ?? null]);
}

/** One text for a list of values; no two lists have the same. */
export function hashOf(values: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}
