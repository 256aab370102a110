import type { CalendarDate } from '../values/calendar-date.js';
import type { DomainName } from '../values/domain-name.js';
import type { DomainStatus } from '../values/domain-status.js';
import type { Nameserver } from '../values/nameserver.js';

/** A domain of this account. What the provider does not state is absent, never guessed. */
export interface Domain {
  readonly domain: DomainName;
  /** The form for people. */
  readonly unicode: string;
  readonly status: DomainStatus;
  /** The provider's own word or number for the status. */
  readonly vendorStatus?: string;
  readonly registeredOn?: CalendarDate;
  readonly expiresOn?: CalendarDate;
  readonly nameservers?: readonly Nameserver[];
  readonly locked?: boolean;
  readonly privacy?: boolean;
  readonly autoRenew?: boolean;
  readonly premium?: boolean;
  /** Whether the account owns the domain, rather than being allowed to manage it. */
  readonly owned?: boolean;
}
