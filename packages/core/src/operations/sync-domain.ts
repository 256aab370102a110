import type { CalendarDate } from '../values/calendar-date.js';
import type { DomainName } from '../values/domain-name.js';
import type { DomainStatus } from '../values/domain-status.js';

/** What a nightly job needs to know of a domain. */
export interface DomainSync {
  readonly domain: DomainName;
  readonly status: DomainStatus;
  readonly expiresOn?: CalendarDate;
  /** Whether one answer is enough to believe it; a single "not found" never is. */
  readonly certain: boolean;
}
