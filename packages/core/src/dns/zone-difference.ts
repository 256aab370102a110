import type { DnsRecord } from './dns-record.js';
import type { RecordFault } from './record-fault.js';
import { recordKey } from './record-key.js';

/** A record that a caller wants to stand. */
export interface WantedRecord {
  readonly record: DnsRecord;
  /** Where it stands in the caller's input, such as `change.add.2`. */
  readonly path: string;
  /** The rules that it breaks. */
  readonly faults: readonly RecordFault[];
}

/** What must be written so that a zone becomes what is wanted. */
export interface ZoneDifference {
  readonly added: readonly WantedRecord[];
  readonly removed: readonly DnsRecord[];
  readonly kept: readonly DnsRecord[];
}

/**
 * The least difference between a zone and what is wanted of it. What `isUnwanted` names goes, unless it is wanted after all.
 * A wanted record without TTL takes what stands; one with another TTL than what stands replaces it.
 */
export function zoneDifference(
  before: readonly DnsRecord[],
  isUnwanted: (record: DnsRecord) => boolean,
  wanted: readonly WantedRecord[],
): ZoneDifference {
  const copies = new Map<string, DnsRecord[]>();
  for (const record of before) {
    const key = recordKey(record);
    const same = copies.get(key);
    if (same === undefined) copies.set(key, [record]);
    else same.push(record);
  }
  const removed = new Set(before.filter(isUnwanted));
  const added: WantedRecord[] = [];
  for (const wish of wanted) {
    const { ttlSeconds } = wish.record;
    const same = copies.get(recordKey(wish.record)) ?? [];
    const fitting = same.filter(
      (record) => ttlSeconds === undefined || record.ttlSeconds === ttlSeconds,
    );
    const [first] = fitting;
    for (const record of same) if (!fitting.includes(record)) removed.add(record);
    if (first === undefined) added.push(wish);
    // Of several alike that all go, one comes back.
    else if (fitting.every((record) => removed.has(record))) removed.delete(first);
  }
  return {
    added,
    removed: before.filter((record) => removed.has(record)),
    kept: before.filter((record) => !removed.has(record)),
  };
}
