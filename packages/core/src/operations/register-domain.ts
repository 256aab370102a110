import type { CalendarDate } from '../values/calendar-date.js';
import type { ContactSet } from '../values/contact.js';
import type { DomainName } from '../values/domain-name.js';
import type { PaidResult } from './paid-result.js';
import type { PriceConsent } from './price-consent.js';

export interface RegisterDomainInput {
  readonly domain: string;
  /** Whole years, 1–10. */
  readonly years: number;
  /** Roles left out are the registrant. */
  readonly contacts: ContactSet;
  readonly price: PriceConsent;
  /** 2–13 host names. @defaultValue the provider's own name servers */
  readonly nameservers?: readonly string[];
  /** Hides the contacts from the public. Left out: what the provider does by itself. */
  readonly privacy?: boolean;
  /** Registrar lock against transfers. Left out: what the provider does by itself. */
  readonly lock?: boolean;
  /** Extra fields of the registry, see `getTldRequirements`. */
  readonly tldAttributes?: Readonly<Record<string, string>>;
}

export interface RegisterDomainResult extends PaidResult {
  readonly domain: DomainName;
  readonly years: number;
  /** As far as the provider says so at once. */
  readonly expiresOn?: CalendarDate;
}
