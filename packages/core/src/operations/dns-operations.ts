import type { DnsRecord } from '../dns/dns-record.js';
import type { RecordChange, RecordPlan } from '../dns/record-change.js';
import type { DomainName } from '../values/domain-name.js';

export interface RecordList {
  readonly domain: DomainName;
  readonly records: readonly DnsRecord[];
}

export interface PlanRecordsInput {
  readonly domain: string;
  readonly change: RecordChange;
}

export interface ApplyRecordsInput {
  readonly plan: RecordPlan;
}

export interface EmailForward {
  /** The part before the `@`; `*` for all. */
  readonly mailbox: string;
  readonly forwardTo: string;
}

export interface EmailForwards {
  readonly domain: DomainName;
  readonly forwards: readonly EmailForward[];
}

export interface SetEmailForwardsInput {
  readonly domain: string;
  /** The whole new set. */
  readonly forwards: readonly EmailForward[];
}

export interface UrlForward {
  readonly domain: DomainName;
  readonly target: string | null;
  readonly kind?: 'redirect' | 'frame';
}

export interface SetUrlForwardInput {
  readonly domain: string;
  readonly target: string;
  readonly kind?: 'redirect' | 'frame';
}

export interface DnssecState {
  readonly domain: DomainName;
  readonly records: readonly {
    readonly keyTag: number;
    readonly algorithm: number;
    readonly digestType: number;
    readonly digest: string;
  }[];
}

export interface SetDnssecInput {
  readonly domain: string;
  readonly records: DnssecState['records'];
}
