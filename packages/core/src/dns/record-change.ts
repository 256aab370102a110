import type { DomainName } from '../values/domain-name.js';
import type { DnsRecord } from './dns-record.js';

/** What a caller wants of a zone: records to add and to remove, or the whole set that should stand afterwards. */
export type RecordChange =
  | { readonly add?: readonly DnsRecord[]; readonly remove?: readonly DnsRecord[] }
  | { readonly replaceAll: readonly DnsRecord[] };

/** The exact difference that `applyRecords` would write, and what the provider cannot carry over. */
export interface RecordPlan {
  readonly domain: DomainName;
  readonly added: readonly DnsRecord[];
  readonly removed: readonly DnsRecord[];
  readonly kept: readonly DnsRecord[];
  /** What a write loses because the provider's interface cannot express it. */
  readonly losses: readonly string[];
  /** Identifies the zone as it was read; the plan is refused once it changed. */
  readonly zoneFingerprint: string;
}
