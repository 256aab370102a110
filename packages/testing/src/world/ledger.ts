import type { Money, PricedOperation } from '@registrar-kit/core';

/** One executed purchase: the judge in every test about money. */
export interface LedgerEntry {
  readonly id: number;
  readonly account: string;
  readonly kind: PricedOperation;
  readonly domain: string;
  readonly domainId: number;
  readonly years: number;
  /** What was taken from the balance. */
  readonly amount: Money;
  readonly balanceAfter: Money;
  /** ISO instant of the world's clock. */
  readonly at: string;
}

/** Which purchases are wanted; what is left out does not filter. */
export interface LedgerFilter {
  readonly account?: string;
  readonly kind?: PricedOperation;
  readonly domain?: string;
}
