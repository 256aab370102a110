import type { Money } from '../values/money.js';

/** What can be spent, one amount per currency that the account holds. */
export interface Balance {
  readonly available: readonly Money[];
}
