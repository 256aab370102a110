import type { DnsRecord } from '../dns/dns-record.js';
import type { RecordChange, RecordPlan } from '../dns/record-change.js';
import type { DomainName } from '../values/domain-name.js';

/** The records of a zone. */
export interface RecordList {
  readonly domain: DomainName;
  readonly records: readonly DnsRecord[];
}

/** The change that is thought of. */
export interface PlanRecordsInput {
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  readonly change: RecordChange;
}

/** The change that should be made. */
export interface ApplyRecordsInput {
  /** From `planRecords`; as JSON it may have been through a browser. */
  readonly plan: RecordPlan;
}

/** What stands after a plan was written, read back from the provider. */
export interface AppliedRecords extends RecordList {
  /** Records of the plan that the provider does not show afterwards; normally empty. */
  readonly missing: readonly DnsRecord[];
  /** Records that it shows and the plan does not hold: written by somebody else meanwhile; normally empty. */
  readonly unexpected: readonly DnsRecord[];
}

/** Mail to one name of the domain, sent on to an address elsewhere. */
export interface EmailForward {
  /** The part before the `@`; `*` for all. */
  readonly mailbox: string;
  readonly forwardTo: string;
}

/** All e-mail forwards of a domain. */
export interface EmailForwards {
  readonly domain: DomainName;
  readonly forwards: readonly EmailForward[];
}

/** The e-mail forwards that should stand. */
export interface SetEmailForwardsInput {
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  /** The whole new set. */
  readonly forwards: readonly EmailForward[];
}

/** How visitors are sent on: the browser shows the new address, or shows the other site in a frame under the old one. */
export type UrlForwardKind = 'redirect' | 'frame';

/** Where visitors of the domain itself are sent on to. */
export interface UrlForward {
  readonly domain: DomainName;
  /** `null`: they are not. */
  readonly target: string | null;
  readonly kind?: UrlForwardKind;
}

/** The forward that should stand. */
export interface SetUrlForwardInput {
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  /** A whole `http` or `https` address. */
  readonly target: string;
  /** @defaultValue 'redirect' */
  readonly kind?: UrlForwardKind;
}

/** The DS records that the registry holds. */
export interface DnssecState {
  readonly domain: DomainName;
  readonly records: readonly {
    readonly keyTag: number;
    readonly algorithm: number;
    readonly digestType: number;
    readonly digest: string;
  }[];
}

/** The whole set of DS records that should stand; empty switches DNSSEC off. */
export interface SetDnssecInput {
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  readonly records: DnssecState['records'];
}
