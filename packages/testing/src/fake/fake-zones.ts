import type { DnsRecord, InputIssue, ZoneChange } from '@registrar-kit/core';
import { readRecords } from '../world/record-checks.js';
import { isWorldRefusal, refuse } from '../world/world-refusal.js';
import type { NewWorldRecord, WorldRecord } from '../world/world-zone.js';
import type { FakeOperations } from './fake-operation.js';

/** DNS records at the provider. Only what it serves is shown and written. */
export const fakeZones: FakeOperations<'listRecords' | 'planRecords' | 'applyRecords'> = {
  listRecords: (domain, desk) => {
    const { world } = desk;
    const zone = world.zones.of(desk.visible(domain).account, domain);
    if (!zone.usesProviderDns) refuse({ kind: 'not_on_provider_dns', domain });
    const { settings } = zone;
    return {
      records: zone.records.map(toDnsRecord),
      ...(Object.keys(settings).length === 0 ? {} : { settings }),
    };
  },

  planRecords: ({ domain, added }) => ({
    losses: [],
    issues: added.flatMap((record) => objectionsTo(domain, record)),
  }),

  // Whole record sets are written, all at once. The other sets keep what a vendor's simulator has put beside their records,
  // and what somebody else has written since.
  applyRecords: (change, { world, account }) => {
    const { domain, target } = change;
    const isTouched = touchedBy(change);
    const { records } = world.zones.of(account, domain);
    world.zones.set(account, domain, [
      ...records.filter((record) => !isTouched(record)),
      ...target.filter(isTouched).map((record) => withFlags(record, records)),
    ]);
  },
};

function toDnsRecord({ type, name, value, ttlSeconds, priority }: WorldRecord): DnsRecord {
  return {
    type,
    name,
    value,
    ...(ttlSeconds === undefined ? {} : { ttlSeconds }),
    ...(priority === undefined ? {} : { priority }),
  };
}

function objectionsTo(domain: string, record: DnsRecord): readonly InputIssue[] {
  try {
    readRecords(domain, [record]);
    return [];
  } catch (error) {
    if (!isWorldRefusal(error) || error.reason.kind !== 'invalid_record') throw error;
    const problem = error.reason.because;
    return [{ path: `${record.name} ${record.type}`, problem, cure: 'correct the record' }];
  }
}

/** Whether a change is about the record set of a record. */
function touchedBy({ added, removed }: ZoneChange): (record: DnsRecord) => boolean {
  const setOf = ({ name, type }: DnsRecord): string => `${name} ${type}`;
  const touched = new Set([...added, ...removed].map(setOf));
  return (record) => touched.has(setOf(record));
}

function withFlags(record: DnsRecord, before: readonly WorldRecord[]): NewWorldRecord {
  const former = before.find(
    ({ type, name, value }) =>
      type === record.type && name === record.name && value === record.value,
  );
  return { ...record, ...(former?.flags === undefined ? {} : { flags: former.flags }) };
}
