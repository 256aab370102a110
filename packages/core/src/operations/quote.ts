import type { DomainName } from '../values/domain-name.js';
import type { Environment } from '../values/environment.js';
import type { Money } from '../values/money.js';
import type { PricedOperation } from './get-prices.js';

/** The order whose price is wanted. */
export interface QuoteInput {
  readonly operation: PricedOperation;
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  /** Whole years, 1–10, or what the capability says as `maxYears`; 1 for transfers and restores. @defaultValue 1 */
  readonly years?: number;
}

/** An exact price, bound to this order; hand it to the paid operation as `price`. Plain JSON. */
export interface Quote {
  readonly provider: string;
  readonly environment: Environment;
  readonly operation: PricedOperation;
  readonly domain: DomainName;
  readonly years: number;
  /** For all the years together, fees included. */
  readonly price: Money;
  /** Whether the name has a price of its own. */
  readonly premium: boolean;
  /** Whether an early-access fee is part of the price. */
  readonly earlyAccess: boolean;
  /** ISO instant; later the quote is refused. */
  readonly validUntil: string;
}
