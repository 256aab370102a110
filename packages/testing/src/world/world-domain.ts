import type {
  CalendarDate,
  CompleteContactSet,
  ContactSet,
  DnssecState,
  DomainName,
  DomainStatus,
  Nameserver,
  RegistrantVerification,
} from '@registrar-kit/core';

/** A domain as the registrar keeps it. A row is never changed in place; read it again after a change. */
export interface WorldDomain {
  readonly id: number;
  readonly domain: DomainName;
  /** The account that owns it. */
  readonly account: string;
  /** Read from the clock where the domain is past its date: `expired`, `redemption`, `deleting`. */
  readonly status: DomainStatus;
  readonly registeredOn: CalendarDate;
  readonly expiresOn: CalendarDate;
  /** ISO instant (UTC); `registeredOn` is its day. */
  readonly registeredAt: string;
  /** ISO instant (UTC) of the last change. */
  readonly updatedAt: string;
  readonly contacts: CompleteContactSet;
  /** Empty: the provider's own. */
  readonly nameservers: readonly Nameserver[];
  readonly locked: boolean;
  readonly privacy: boolean;
  readonly autoRenew: boolean;
  readonly premium: boolean;
  /** For a transfer to another registrar. */
  readonly authCode: string;
  readonly tldAttributes: Readonly<Record<string, string>>;
  readonly verification: VerificationStatus;
  /** How often the mail that asks the registrant to confirm was sent again. */
  readonly verificationsSent: number;
  /** Where mail to the hidden address is sent on; absent: to the registrant. */
  readonly privacyForwardTo?: string;
  /** DS records at the registry. */
  readonly dnssec: DnssecState['records'];
  /** The day on which the domain came here from another registrar. */
  readonly transferredOn?: CalendarDate;
  /** The day on which a pending registration becomes active by itself. */
  readonly activeOn?: CalendarDate;
  /** The day of a deletion; the stages of leaving count from it instead of the expiry. */
  readonly deletedOn?: CalendarDate | undefined;
}

/** Whether the registrant has confirmed the e-mail address. */
export type VerificationStatus = Exclude<RegistrantVerification['status'], 'unknown'>;

/** A domain to put into the world as if it had been there before; nothing is charged. */
export interface DomainSeed {
  readonly domain: string;
  readonly account: string;
  /** `YYYY-MM-DD`. @defaultValue one year before `expiresOn` */
  readonly registeredOn?: string;
  /** `YYYY-MM-DD`. @defaultValue one year from today */
  readonly expiresOn?: string;
  /** @defaultValue 'active'; where it is past its date, what the date makes of it */
  readonly status?: DomainStatus;
  readonly contacts?: ContactSet;
  readonly nameservers?: readonly string[];
  readonly locked?: boolean;
  readonly privacy?: boolean;
  readonly autoRenew?: boolean;
  readonly premium?: boolean;
  readonly authCode?: string;
  readonly tldAttributes?: Readonly<Record<string, string>>;
  /** @defaultValue 'verified' */
  readonly verification?: VerificationStatus;
}

/** By what domains are sorted. */
export type DomainOrder = 'name' | 'id' | 'registered' | 'expires';

/** Which part of an account's domains is wanted. */
export interface DomainPaging {
  /** Only names that contain this text. */
  readonly search?: string;
  /** Whether domains on their way here are listed too, as `transfers.incoming` gives them. @defaultValue false */
  readonly withIncoming?: boolean;
  /** @defaultValue 'name' */
  readonly sortBy?: DomainOrder;
  readonly descending?: boolean;
  /** @defaultValue 0 */
  readonly offset?: number;
  /** @defaultValue all */
  readonly limit?: number;
}

/** One page of an account's domains. */
export interface DomainPage {
  readonly items: readonly WorldDomain[];
  /** How many match, on all pages. */
  readonly total: number;
}
