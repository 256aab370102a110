import type { DomainName } from '@registrar-kit/core';
import type { RecordData, WorldRecord, WorldZone, ZoneEdit } from '@registrar-kit/testing';
import { isZoneType, toContent, type ZoneType } from './record-content.js';
import type { VendorCall } from './vendor-call.js';

/** A set whose records name none. */
const usualTtl = 3600;

/** All records of a name and type, in the world's form. */
export interface RecordSet {
  readonly name: string;
  readonly type: ZoneType;
  readonly records: readonly WorldRecord[];
}

/** A set as the gateway gives it. */
interface VendorSet {
  readonly name: string;
  readonly ttl: number;
  readonly type: string;
  readonly records: readonly { readonly content: string; readonly disabled: boolean }[];
  readonly changeType?: string | null;
}

/** A whole zone as the gateway gives it: its own SOA and NS first, then the sets that were written. */
export function toVendorZone(call: VendorCall, domain: string): readonly VendorSet[] {
  const { world, account, behaviour } = call;
  const zone = world.zones.of(account.id, domain);
  const system = systemSets(zone.domain);
  if (behaviour.stagedSets === 'unseen')
    return [...system, ...setsOf(zone.records).map((set) => toVendorSet(zone.domain, set))];
  const changes = new Map(zone.staged.map((edit) => [keyOf(edit), changeTypes[edit.kind]]));
  const going = setsOf(zone.records).filter((set) => changes.get(keyOf(set)) === 'DELETE');
  const coming = setsOf(world.zones.preview(account.id, domain));
  return [
    ...system.map((set) => ({ ...set, changeType: null })),
    ...[...coming, ...going].map((set) => ({
      ...toVendorSet(zone.domain, set),
      changeType: changes.get(keyOf(set)) ?? null,
    })),
  ];
}

/** The sets of some records; what the gateway cannot store is left out. */
export function setsOf(records: WorldZone['records']): readonly RecordSet[] {
  const sets = new Map<string, RecordSet>();
  for (const record of records) {
    const { name, type } = record;
    if (!isZoneType(type)) continue;
    const before = sets.get(keyOf(record))?.records ?? [];
    sets.set(keyOf(record), { name, type, records: [...before, record] });
  }
  return [...sets.values()];
}

/** The full name of a set, as it is read. */
export function fullName(domain: string, name: string): string {
  return name === '@' ? `${domain}.` : `${name}.${domain}.`;
}

/** What is written of a record that stands. */
export function dataOf({ value, ttlSeconds, priority, flags }: WorldRecord): RecordData {
  return {
    value,
    ...(ttlSeconds === undefined ? {} : { ttlSeconds }),
    ...(priority === undefined ? {} : { priority }),
    ...(flags === undefined ? {} : { flags }),
  };
}

/** Words that nobody has published; interfaces of name servers have such ones. */
const changeTypes: Readonly<Record<ZoneEdit['kind'], string>> = {
  put: 'REPLACE',
  edit: 'REPLACE',
  delete: 'DELETE',
};

function toVendorSet(domain: DomainName, { name, type, records }: RecordSet): VendorSet {
  return {
    name: fullName(domain, name),
    ttl: records[0]?.ttlSeconds ?? usualTtl,
    type,
    records: records.map((record) => ({
      content: toContent(type, record),
      disabled: record.flags?.['disabled'] === 'true',
    })),
  };
}

function systemSets(domain: DomainName): readonly VendorSet[] {
  const set = (type: string, contents: readonly string[]): VendorSet => ({
    name: `${domain}.`,
    ttl: usualTtl,
    type,
    records: contents.map((content) => ({ content, disabled: false })),
  });
  return [
    set('SOA', [`ns1.domainnameapi.com. hostmaster.${domain}. 1 10800 3600 604800 3600`]),
    set('NS', ['ns1.domainnameapi.com.', 'ns2.domainnameapi.com.']),
  ];
}

function keyOf({ name, type }: { readonly name: string; readonly type: string }): string {
  return `${name} ${type}`;
}
