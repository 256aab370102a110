import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import {
  isRegistrarError,
  parseDomainName,
  type DnsRecord,
  type RecordSelector,
} from '@registrar-kit/core';
import { readRecord, showRecord, type GivenRecord } from '../../src/dns/read-record.js';
import { aZone } from '../support/a-zone.js';

const domain = 'example.com';
const zoneName = parseDomainName(domain);
// Many small zones, also where the machine is busy.
jest.setTimeout(30_000);

const names = fc.constantFrom('@', 'www', '*', 'a.b', '_dmarc', 'example.com.example.com.', 'x');
const ttl = fc.option(fc.constantFrom(60, 300, 1799), { nil: undefined });

/** Records that any caller may ask for; few names and values, so that they meet. */
const wish: fc.Arbitrary<DnsRecord> = fc
  .oneof(
    fc.record({
      type: fc.constant('A' as const),
      value: fc.constantFrom('192.0.2.1', '192.0.2.2'),
    }),
    fc.record({
      type: fc.constant('AAAA' as const),
      value: fc.constantFrom('2001:DB8::1', '2001:db8:0::2'),
    }),
    fc.record({
      type: fc.constant('MX' as const),
      value: fc.constantFrom('mail.example.net', 'Mail.example.net.'),
      priority: fc.option(fc.constantFrom(0, 10, 20), { nil: undefined }),
    }),
    fc.record({
      type: fc.constant('TXT' as const),
      value: fc.oneof(
        fc.constantFrom('x', '"x"', 'y'.repeat(300), 'grüße'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }).filter(
          // Neither control characters nor broken ones.
          (text) => !/[\p{Cc}\p{Cs}]/u.test(text),
        ),
      ),
    }),
    fc.record({
      type: fc.constant('CAA' as const),
      value: fc.constantFrom('0 issue "ca.example"', '0  issue ca.example', '0 issuewild ";"'),
    }),
  )
  .chain((part) =>
    fc.record({ name: names, ttlSeconds: ttl }).map(({ name, ttlSeconds }): DnsRecord => ({
      ...(JSON.parse(JSON.stringify(part)) as Omit<DnsRecord, 'name'>),
      name,
      ...(ttlSeconds === undefined ? {} : { ttlSeconds }),
    })),
  );

/** What may stand in a zone: also what no rule permits, and what is there twice. */
const standing: fc.Arbitrary<DnsRecord> = fc.oneof(
  { arbitrary: wish, weight: 4 },
  {
    arbitrary: fc.record({
      type: fc.constantFrom('A' as const, 'CNAME' as const, 'NS' as const, 'URL' as const),
      name: fc.constantFrom('odd', 'a b', '@', 'example.com', 'www.example.com'),
      value: fc.constantFrom('nonsense', '', 'Target.example.net.'),
    }),
    weight: 1,
  },
);
const zoneOf = fc.array(standing, { maxLength: 12 });

const selector: fc.Arbitrary<RecordSelector> = fc.oneof(
  wish,
  wish.map(({ type, name }) => ({ type, name })),
);
const edit = fc.record({
  add: fc.array(wish, { maxLength: 6 }),
  remove: fc.array(selector, { maxLength: 4 }),
});

const keyOf = ({ type, name, value, priority }: DnsRecord): string =>
  JSON.stringify([type, name, value, priority]);
const keysOf = (records: readonly DnsRecord[]): string[] => records.map(keyOf).sort();
const exact = (records: readonly DnsRecord[]): string[] =>
  records.map((record) => `${keyOf(record)} ${String(record.ttlSeconds)}`).sort();

/** `undefined` where the change is refused, as for a record given twice or one beside a CNAME. */
async function plan(shop: ReturnType<typeof aZone>, change: object) {
  try {
    return await shop.registrar.planRecords({ domain, change });
  } catch (error) {
    if (isRegistrarError(error, 'INVALID_INPUT')) return undefined;
    throw error;
  }
}

describe('whatever stands and whatever is asked', () => {
  it('nothing outside the change is lost, and the change is made', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(zoneOf, edit, async (records, change) => {
        const shop = aZone(records);
        const { records: before } = await shop.registrar.listRecords({ domain });
        const found = await plan(shop, change);
        if (found === undefined) return;
        made += 1;
        expect(exact([...found.kept, ...found.removed])).toEqual(exact(before));
        const meant = meantBy(change.remove, before);
        const wanted = change.add.map(shown).map(keyOf);
        // What goes was named, or stands again with another TTL.
        for (const record of found.removed)
          expect(meant.includes(keyOf(record)) || wanted.includes(keyOf(record))).toBe(true);
        const answer = await shop.registrar.applyRecords({
          plan: JSON.parse(JSON.stringify(found)) as typeof found,
        });
        expect([answer.missing, answer.unexpected]).toEqual([[], []]);
        const after = answer.records.map(keyOf);
        for (const key of wanted) expect(after).toContain(key);
        for (const key of meant) expect(after.includes(key)).toBe(wanted.includes(key));
        const untouched = before.filter(
          (record) => !meant.includes(keyOf(record)) && !wanted.includes(keyOf(record)),
        );
        expect(exact(answer.records)).toEqual(
          exact([
            ...untouched,
            ...answer.records.filter((record) => wanted.includes(keyOf(record))),
          ]),
        );
      }),
      { numRuns: 150 },
    );
    expect(made).toBeGreaterThan(30);
  });

  it('the same change again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(zoneOf, edit, async (records, { add, remove }) => {
        const shop = aZone(records);
        const first = await plan(shop, { add, remove });
        if (first === undefined) return;
        await shop.registrar.applyRecords({ plan: first });
        const again = await plan(shop, { add, remove });
        expect(again).toMatchObject({ added: [], removed: [], losses: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('the whole set stands as wished, and the plan of the result is empty', async () => {
    await fc.assert(
      fc.asyncProperty(zoneOf, fc.array(wish, { maxLength: 8 }), async (records, replaceAll) => {
        const shop = aZone(records);
        const first = await plan(shop, { replaceAll });
        if (first === undefined) return;
        const { records: after } = await shop.registrar.applyRecords({ plan: first });
        expect(keysOf(after)).toEqual(keysOf(replaceAll.map(shown)));
        expect(await plan(shop, { replaceAll })).toMatchObject({ added: [], removed: [] });
        expect(await plan(shop, { replaceAll: after })).toMatchObject({ added: [], removed: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('the order plays no part', async () => {
    await fc.assert(
      fc.asyncProperty(zoneOf, edit, async (records, { add, remove }) => {
        const one = await plan(aZone(records), { add, remove });
        const other = await plan(aZone(records.toReversed()), {
          add: add.toReversed(),
          remove: remove.toReversed(),
        });
        expect(other?.zoneFingerprint).toBe(one?.zoneFingerprint);
        for (const list of ['added', 'removed', 'kept'] as const)
          expect(other === undefined ? undefined : exact(other[list])).toEqual(
            one === undefined ? undefined : exact(one[list]),
          );
      }),
      { numRuns: 100 },
    );
  });
});

/** A record in the form in which callers see it. */
function shown(record: GivenRecord): DnsRecord {
  return showRecord(readRecord(record, zoneName, 'typed').record, zoneName);
}

/** The keys of the records that selectors name, found one by one. */
function meantBy(selectors: readonly RecordSelector[], before: readonly DnsRecord[]): string[] {
  return selectors.flatMap((one) => {
    const { name, value } = shown({ ...one, value: one.value ?? '' });
    return before
      .filter(
        (record) =>
          record.type === one.type &&
          record.name === name &&
          (one.value === undefined || record.value === value) &&
          (one.priority === undefined || record.priority === one.priority),
      )
      .map(keyOf);
  });
}
