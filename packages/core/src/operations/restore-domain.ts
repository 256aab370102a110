import type { CalendarDate } from '../values/calendar-date.js';
import type { DomainName } from '../values/domain-name.js';
import type { Quote } from './quote.js';
import type { Money } from '../values/money.js';
import type { PaidResult } from './paid-result.js';

/** A restore out of redemption. */
export interface RestoreDomainInput {
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  /** A restore has no listed price. */
  readonly price: Quote | { readonly atMost: Money };
}

/** What a restore came to. */
export interface RestoreDomainResult extends PaidResult {
  readonly domain: DomainName;
  /** The new date, as far as the provider says so at once. */
  readonly expiresOn?: CalendarDate;
}
