import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import type { DomainName } from '../values/domain-name.js';
import type { Money } from '../values/money.js';

/** The names to ask for. */
export interface CheckAvailabilityInput {
  /** Names as people type them. Duplicates are asked once and answered as often as they were given. */
  readonly domains: readonly string[];
}

/** Why a name is `unknown`. An unknown name is never to be treated as available. */
export type UnknownReason =
  'invalid_name' | 'tld_not_sold' | 'missing_from_answer' | 'request_failed';

/** The special prices of a premium name; those that the provider does not state are absent. */
export interface PremiumPrices {
  readonly registration?: Money;
  readonly renewal?: Money;
  readonly restore?: Money;
  readonly transfer?: Money;
  /** Early-access fee on top of the registration. */
  readonly earlyAccess?: Money;
}

/** The answer for one name. */
export interface Availability {
  /** The name as it was given. */
  readonly input: string;
  /** The name in A-label form; `null` when it is no valid name. */
  readonly domain: DomainName | null;
  readonly availability: 'available' | 'taken' | 'unknown';
  /** Only on `unknown`. */
  readonly reason?: UnknownReason;
  /** Only on premium names. */
  readonly premium?: PremiumPrices;
  /** What went wrong, on `unknown`, where there is more to say than the reason. */
  readonly error?: AnyRegistrarError;
}
