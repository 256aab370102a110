import type { CalendarDate } from '../values/calendar-date.js';
import type { ContactSet } from '../values/contact.js';
import type { DomainName } from '../values/domain-name.js';
import type { PaidResult } from './paid-result.js';
import type { PriceConsent } from './price-consent.js';

/** A registration. Strict: a field that is not listed here is refused. */
export interface RegisterDomainInput {
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  /** Whole years, 1–10. */
  readonly years: number;
  /** Roles left out are the registrant. */
  readonly contacts: ContactSet;
  /** What it may cost. */
  readonly price: PriceConsent;
  /** Host names, as many as `capabilities.setNameservers` permits. @defaultValue the provider's own name servers */
  readonly nameservers?: readonly string[];
  /** Hides the contacts from the public. Left out: what the provider does by itself. */
  readonly privacy?: boolean;
  /** Registrar lock against transfers. Left out: what the provider does by itself. */
  readonly lock?: boolean;
  /** Extra fields of the registry, see `getTldRequirements`. */
  readonly tldAttributes?: Readonly<Record<string, string>>;
}

/** What a registration came to. */
export interface RegisterDomainResult extends PaidResult {
  readonly domain: DomainName;
  readonly years: number;
  /** As far as the provider says so at once. */
  readonly expiresOn?: CalendarDate;
}
