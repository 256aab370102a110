import type { DomainName } from '../values/domain-name.js';
import type { DnsRecord, DnsRecordType } from './dns-record.js';

/** Records to remove: one, or with `value` left out all of a name and type. The TTL plays no part. */
export interface RecordSelector {
  readonly type: DnsRecordType;
  /** Relative to the zone: `@` for the apex, `www`, `*`. */
  readonly name: string;
  readonly value?: string;
  readonly priority?: number;
}

/**
 * What a caller wants of a zone: records to remove and then to add, or the whole set that should stand afterwards. Adding what
 * is there, or removing what is not, changes nothing. A record without `ttlSeconds` keeps the TTL that it has.
 */
export type RecordChange =
  | { readonly add?: readonly DnsRecord[]; readonly remove?: readonly RecordSelector[] }
  | { readonly replaceAll: readonly DnsRecord[] };

/** The exact difference that `applyRecords` would write, and what the provider cannot carry over. Plain JSON. */
export interface RecordPlan {
  readonly domain: DomainName;
  readonly added: readonly DnsRecord[];
  readonly removed: readonly DnsRecord[];
  readonly kept: readonly DnsRecord[];
  /** What the write loses because the provider's interface cannot express it; a clause each, for people. */
  readonly losses: readonly string[];
  /** Identifies the zone as it was read; the plan is refused once it changed. */
  readonly zoneFingerprint: string;
}
