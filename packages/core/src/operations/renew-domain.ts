import type { CalendarDate } from '../values/calendar-date.js';
import type { DomainName } from '../values/domain-name.js';
import type { PaidResult } from './paid-result.js';
import type { PriceConsent } from './price-consent.js';

/** A renewal, guarded by the date on which the domain expires now. */
export interface RenewDomainInput {
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  /** Whole years, 1–10. */
  readonly years: number;
  /** The date just read with `getDomain`. A domain that expires on another day was renewed meanwhile, and is not renewed again. */
  readonly expectedExpiresOn: string;
  /** What it may cost. */
  readonly price: PriceConsent;
}

/** What a renewal came to. */
export interface RenewDomainResult extends PaidResult {
  readonly domain: DomainName;
  readonly years: number;
  readonly previousExpiresOn: CalendarDate;
  /** The new date, as far as the provider says so at once. */
  readonly expiresOn?: CalendarDate;
}
