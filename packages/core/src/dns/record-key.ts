import type { DnsRecord } from './dns-record.js';

/** What makes a record the same record, whatever its TTL. */
export function recordKey({ type, name, value, priority }: DnsRecord): string {
  return JSON.stringify([type, name, value, priority ?? null]);
}

/** A record with its TTL. */
export function exactKey(record: DnsRecord): string {
  return JSON.stringify([recordKey(record), record.ttlSeconds ?? null]);
}

/** The items of `left` that have no counterpart in `right`; of equal ones as many as `right` has fewer. */
export function withoutCounterparts<Item>(
  left: readonly Item[],
  right: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const spare = new Map<string, number>();
  for (const item of right) spare.set(keyOf(item), (spare.get(keyOf(item)) ?? 0) + 1);
  return left.filter((item) => {
    const count = spare.get(keyOf(item)) ?? 0;
    spare.set(keyOf(item), count - 1);
    return count <= 0;
  });
}
