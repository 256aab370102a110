import type { DnsRecord } from './dns-record.js';
import { recordKey, withoutCounterparts } from './record-key.js';
import type { ZoneDifference } from './zone-difference.js';

/** What differs between what was written and what stands. */
export interface ZoneMismatch {
  readonly missing: readonly DnsRecord[];
  readonly unexpected: readonly DnsRecord[];
}

/**
 * Compares what was written with what was read back. A provider may round a TTL, so another one than asked for is no mismatch;
 * a record that was to get another TTL and reads as before is.
 */
export function compareZones(
  { added, removed, kept }: ZoneDifference,
  after: readonly DnsRecord[],
): ZoneMismatch {
  const target = [...kept, ...added.map(({ record }) => record)];
  const former = new Map(removed.map((record) => [recordKey(record), record.ttlSeconds]));
  const standing = new Map(after.map((record) => [recordKey(record), record]));
  const unchanged = added.flatMap(({ record }) => {
    const stands = standing.get(recordKey(record));
    const ttlBefore = former.get(recordKey(record));
    const asBefore =
      record.ttlSeconds !== undefined &&
      record.ttlSeconds !== ttlBefore &&
      ttlBefore !== undefined &&
      stands?.ttlSeconds === ttlBefore;
    return asBefore ? [{ record, stands }] : [];
  });
  return {
    missing: [
      ...withoutCounterparts(target, after, recordKey),
      ...unchanged.map(({ record }) => record),
    ],
    unexpected: [
      ...withoutCounterparts(after, target, recordKey),
      ...unchanged.map(({ stands }) => stands),
    ],
  };
}
