import { describe, expect, it, test } from '@jest/globals';
import { isRegistrarError, type DnsRecord, type RecordPlan } from '@registrar-kit/core';
import { aZone, zoneLimits, type ZoneShop } from '../support/a-zone.js';
import { rejectionOf } from '../support/thrown-by.js';

const domain = 'example.com';
const a: DnsRecord = { type: 'A', name: 'www', value: '192.0.2.1', ttlSeconds: 1800 };
const { recordTypes, ttlSeconds } = zoneLimits;

/** A zone without an upper limit, and a good plan for it. */
async function setUp(): Promise<{ shop: ZoneShop; plan: RecordPlan }> {
  const shop = aZone([a], {}, { recordTypes, ttlSeconds });
  const add = [{ type: 'A', name: 'new', value: '192.0.2.2' }] as const;
  return { shop, plan: await shop.registrar.planRecords({ domain, change: { add } }) };
}

/** Refused as bad input, before it can hold up the process, and nothing was written. */
async function refusedQuickly(shop: ZoneShop, call: () => Promise<unknown>): Promise<string> {
  const before = process.cpuUsage();
  const error = await rejectionOf(call());
  // Of the processor, so that a busy machine tells nothing.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(4000);
  expect(shop.operations()).not.toContain('applyRecords');
  if (!isRegistrarError(error, 'INVALID_INPUT')) throw error;
  expect(error.message.length).toBeLessThan(2000);
  return error.message;
}

function manyAt(count: number, nameOf: (index: number) => string): DnsRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    type: 'A',
    name: nameOf(index),
    value: `10.${String(index >> 16)}.${String((index >> 8) % 256)}.${String(index % 256)}`,
  }));
}

describe('records made to hold up the process', () => {
  test.each([
    ['DS', `1 1 1${' '.repeat(99_000)}!`],
    ['TLSA', `1 1 1${' '.repeat(99_000)}!`],
    ['TLSA', `1 1 1 ${'a '.repeat(49_000)}!`],
    ['NAPTR', `1 1 "${'\\a'.repeat(49_000)}`],
    ['CAA', `0 issue "${'a'.repeat(49_000)}${' '.repeat(49_000)}!"`],
    ['CNAME', '.'.repeat(99_000)],
    ['AAAA', ':'.repeat(99_000)],
    ['URL', `http://${'['.repeat(99_000)}`],
  ] as const)('cost no time: %s', async (type, value) => {
    const { shop } = await setUp();
    const add = Array.from({ length: 20 }, (_, index) => ({
      type,
      name: `n${String(index)}`,
      value,
    }));
    const call = () => shop.registrar.planRecords({ domain, change: { add } });
    expect(await refusedQuickly(shop, call)).toContain('change.add.0.value');
  });

  it('cost no time when thousands want one name', async () => {
    const { shop } = await setUp();
    const add = [
      ...manyAt(4_999, () => 'many'),
      { type: 'CNAME', name: 'many', value: 'host.example.net' } as const,
    ];
    const call = () => shop.registrar.planRecords({ domain, change: { add } });
    expect(await refusedQuickly(shop, call)).toContain('beside the CNAME of the same name');
  });
});

describe('a plan that was tampered with', () => {
  it('costs no time when it names thousands of records that do not stand', async () => {
    const { shop, plan } = await setUp();
    const kept = manyAt(20_000, (index) => `n${String(index)}`);
    const call = () => shop.registrar.applyRecords({ plan: { ...plan, kept } });
    expect(await refusedQuickly(shop, call)).toContain('plan.kept.0: is not a record of the zone');
  });

  it('costs no time when it wants thousands of records where thousands stand', async () => {
    const { shop, plan } = await setUp();
    const kept = manyAt(20_000, () => 'www');
    const added = manyAt(5_000, () => 'www').map((record) => ({ ...record, ttlSeconds: 60 }));
    const call = () => shop.registrar.applyRecords({ plan: { ...plan, kept, added } });
    expect(await refusedQuickly(shop, call)).toContain('plan.');
  });

  it('is not read to its end when it is larger than any zone', async () => {
    const { shop, plan } = await setUp();
    const kept = manyAt(200_000, () => 'www');
    const call = () => shop.registrar.applyRecords({ plan: { ...plan, kept } });
    expect(await refusedQuickly(shop, call)).toContain('plan.kept');
  });
});
