import type { DnsRecord, UrlForwardKind, ZoneChange } from '@registrar-kit/core';
import type { ZoneEdit } from './zone-objections.js';

/** `URL` and `URL301` send visitors on, for now or for good; `FRAME` shows the other site under the old address. */
const kinds: ReadonlyMap<string, UrlForwardKind> = new Map([
  ['URL', 'redirect'],
  ['URL301', 'redirect'],
  ['FRAME', 'frame'],
]);

/** Where visitors of the domain itself go. */
export interface Forward {
  readonly target: string;
  readonly kind: UrlForwardKind;
}

/** The record that forwards visitors of the domain itself; the first, where there are several. */
export function forwardOf(records: readonly DnsRecord[]): Forward | undefined {
  for (const record of records) {
    const kind = kindOf(record);
    if (kind !== undefined) return { target: record.value, kind };
  }
  return undefined;
}

/** The edit of a zone that leaves this forward as the only one, or none; `undefined` where nothing has to change. */
export function forwardEdit(
  before: ZoneChange['before'],
  wanted: Forward | undefined,
): ZoneEdit | undefined {
  const present = before.records.filter((record) => kindOf(record) !== undefined);
  const keeps = (record: DnsRecord): boolean =>
    record.value === wanted?.target && kindOf(record) === wanted.kind;
  const kept = present.find(keeps);
  const removed = present.filter((record) => record !== kept);
  const added = wanted === undefined || kept !== undefined ? [] : [toRecord(wanted, present[0])];
  if (removed.length === 0 && added.length === 0) return undefined;
  const rest = before.records.filter((record) => !removed.includes(record));
  return { before, added, removed, target: [...rest, ...added] };
}

function kindOf({ type, name }: DnsRecord): UrlForwardKind | undefined {
  return name === '@' ? kinds.get(type) : undefined;
}

/** A plain `URL`: it can be taken back, where browsers remember a permanent one. */
function toRecord({ target, kind }: Forward, instead: DnsRecord | undefined): DnsRecord {
  return {
    type: kind === 'frame' ? 'FRAME' : 'URL',
    name: '@',
    value: target,
    ...(instead?.ttlSeconds === undefined ? {} : { ttlSeconds: instead.ttlSeconds }),
  };
}
