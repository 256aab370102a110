import type { Money } from '../values/money.js';

/** What a price is for. */
export type PricedOperation = 'registerDomain' | 'renewDomain' | 'transferDomain' | 'restoreDomain';

/** Every kind of priced order. */
export const pricedOperations: readonly PricedOperation[] = [
  'registerDomain',
  'renewDomain',
  'transferDomain',
  'restoreDomain',
];

/** Which prices are wanted; without fields all of them. */
export interface GetPricesInput {
  /** Endings without a leading dot; left out for all that the provider sells. */
  readonly tlds?: readonly string[];
  /** @defaultValue all four */
  readonly operations?: readonly PricedOperation[];
}

/** The standard price of an ending; premium names have prices of their own, see `quote`. */
export interface TldPrice {
  readonly tld: string;
  readonly operation: PricedOperation;
  readonly years: number;
  /** For all the years together, fees included: what this account pays. */
  readonly price: Money;
  /** The part of `price` that is a registry or ICANN fee, where the provider states it. */
  readonly fee?: Money;
}

/** Standard prices, and the endings without one. */
export interface PriceList {
  /** ISO instant of the reading: the list may have been kept from an earlier call, see `maxAgeMs`. */
  readonly readAt: string;
  readonly prices: readonly TldPrice[];
  /** Endings that were asked for and have no price here. */
  readonly missing: readonly string[];
}
