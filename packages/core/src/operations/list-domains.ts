import type { CalendarDate } from '../values/calendar-date.js';
import type { DomainName } from '../values/domain-name.js';
import type { DomainStatus } from '../values/domain-status.js';

/** Which domains are wanted; without fields all of them. */
export interface ListDomainsInput {
  /** Only names that contain this text, where the provider can search. */
  readonly search?: string;
}

/** A row of the list: less than `getDomain` knows. */
export interface DomainSummary {
  readonly domain: DomainName;
  readonly unicode: string;
  readonly status: DomainStatus;
  readonly registeredOn?: CalendarDate;
  readonly expiresOn?: CalendarDate;
  readonly locked?: boolean;
  readonly autoRenew?: boolean;
  readonly privacy?: boolean;
}
