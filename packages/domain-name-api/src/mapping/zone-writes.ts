import type { DnsRecord, ZoneChange } from '@registrar-kit/core';
import { defaultTtlSeconds, setName, toContent } from './zone-set.js';

/** The whole of one record set as it should stand; without records it is removed. */
export interface ZoneWrite {
  readonly name: string;
  readonly type: string;
  readonly records: readonly DnsRecord[];
  readonly ttlSeconds: number;
  readonly contents: readonly string[];
  /** One of the contents that stand now, as it was read: what a removal has to quote. */
  readonly standing: string | undefined;
}

/**
 * A change set by set, since the gateway replaces or removes all records of a name and type together: those that were to be
 * kept are written again, and so is what belongs to the system. Removals come first: a CNAME cannot stand beside what it
 * takes the place of.
 */
export function zoneWritesOf(change: ZoneChange): readonly ZoneWrite[] {
  const touched = new Map<string, DnsRecord>();
  for (const record of [...change.removed, ...change.added]) touched.set(setName(record), record);
  const writes = [...touched].map(([key, { name, type }]): ZoneWrite => {
    const inSet = (record: DnsRecord): boolean => setName(record) === key;
    const records = change.target.filter(inSet);
    const [first] = change.before.records.filter(inSet);
    const kept = systemContents(change, key);
    const stated = change.added.find((record) => inSet(record) && record.ttlSeconds !== undefined);
    return {
      name,
      type,
      records,
      ttlSeconds: stated?.ttlSeconds ?? first?.ttlSeconds ?? defaultTtlSeconds,
      contents: [...kept, ...records.map(toContent)],
      standing: change.before.settings?.[`standing ${key}`],
    };
  });
  const isRemoval = ({ contents }: ZoneWrite): boolean => contents.length === 0;
  return [...writes.filter(isRemoval), ...writes.filter((write) => !isRemoval(write))];
}

/** What the driver noted of a set beside its records. */
export function notedOf(
  { before }: ZoneChange,
  note: 'disabled' | 'system',
  key: string,
): readonly string[] {
  const text = before.settings?.[`${note} ${key}`];
  return text === undefined ? [] : (JSON.parse(text) as readonly string[]);
}

/** The names of the sets of which a change was staged and never applied. */
export function stagedSets({ before }: ZoneChange): readonly string[] {
  const prefix = 'staged ';
  return Object.keys(before.settings ?? {}).flatMap((key) =>
    key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
  );
}

function systemContents(change: ZoneChange, key: string): readonly string[] {
  return notedOf(change, 'system', key);
}
