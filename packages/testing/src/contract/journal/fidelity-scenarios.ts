import assert from 'node:assert/strict';
import { aJournalEntry, aScope, begun, idOf } from './a-journal-entry.js';
import { assertSameData } from './assert-same-data.js';
import { scenario, type JournalScenario } from './journal-scenario.js';

const long = 'k'.repeat(10_000);

/** Each is a key of its own; an engine that quotes, folds, trims, cuts or decodes them would mix them up. */
const awkwardKeys = [
  '',
  ' ',
  'order',
  'Order',
  ' order',
  'order ',
  'order\t',
  'order\n',
  'order\0',
  'order\0more',
  "'; DROP TABLE operations; --",
  '" OR ""="',
  '$1 ? :key @key %s %',
  '_rder',
  'order%',
  'ord\\er',
  '\\u0000',
  "]] redis.call('FLUSHALL') --",
  '{other slot}',
  'null',
  '0',
  '00',
  '0.0',
  'straße',
  'strasse',
  'STRASSE',
  // One é, and e with an accent: two keys that look alike.
  'caf\u00e9',
  'cafe\u0301',
  '日本語 🛒 عربى',
  // Halves of a pair, which UTF-8 cannot hold.
  '\ud83d',
  '\udc4d',
  '\ufffd',
  'k'.repeat(255),
  long,
  `${long}!`,
];

const awkwardResult = {
  text: 'zero \0 line \n quote \' " back \\ emoji 🛒 half \ud83d percent %s ${} ]] --',
  numbers: [0, -0.5, 1e21, 9_007_199_254_740_991, 0.1],
  empty: { list: [], object: {}, text: '', nothing: null },
  nested: [[[{ deep: [true, false, null] }]]],
  '': 'empty name',
  'na\u0000me': 1,
  status: 'pending',
  charged: { amount: 'not the charge' },
};

/** What was recorded comes back unchanged, and no text has a meaning to the engine. */
export const fidelityScenarios: readonly JournalScenario[] = [
  scenario('tells keys apart, whatever is in them', async (store) => {
    const journal = await store.open();
    const ids = new Map<string, string>();
    for (const key of awkwardKeys) {
      const { operation } = await begun(journal, aJournalEntry({ key }));
      ids.set(key, operation.id);
    }
    for (const key of awkwardKeys) {
      const row = await journal.find(aScope, key);
      assert.equal(row?.key, key);
      assert.equal(idOf(row), ids.get(key));
    }
    assert.equal((await journal.list(aScope, 1000)).length, awkwardKeys.length);
  }),
  scenario('tells scopes apart, whatever is in them', async (store) => {
    const journal = await store.open();
    const domain = 'one.example';
    const places = [
      { scope: 'a', key: 'b c' },
      { scope: 'a b', key: 'c' },
      { scope: 'a\n', key: 'b' },
      { scope: 'a', key: '\nb' },
      { scope: 'a\0', key: 'b' },
      { scope: 'a:b', key: 'c' },
      { scope: 'A', key: 'b c' },
      { scope: '["a","b"]', key: 'c' },
      { scope: long, key: 'c' },
      { scope: `${long}!`, key: 'c' },
    ];
    const begins = places.map(async ({ scope, key }, index) => {
      const domainOf = `${index}-${domain}`;
      return [scope, idOf(await begun(journal, aJournalEntry({ scope, key, domain: domainOf })))];
    });
    const recorded = await Promise.all(begins);
    for (const [index, { scope, key }] of places.entries()) {
      const id = recorded[index]?.[1];
      assert.equal(idOf(await journal.find(scope, key)), id);
      assert.equal(idOf(await journal.findById(scope, id ?? '')), id);
    }
    assert.equal((await journal.list('a')).length, 2);
    assert.equal((await journal.list(long)).length, 1);
  }),
  scenario('gives results back as JSON would, and the charge digit by digit', async (store) => {
    const journal = await store.open();
    const { operation } = await begun(journal, aJournalEntry());
    const charged = { amount: '010.8700', currency: 'USD' };
    const result = structuredClone(awkwardResult);
    await journal.settle(aScope, operation.id, { status: 'done', result, charged });
    // The record is a copy.
    result.text = 'changed';
    const row = await journal.findById(aScope, operation.id);
    const expected: unknown = JSON.parse(JSON.stringify(awkwardResult));
    assertSameData(row?.state, { status: 'done', result: expected, charged });
  }),
  scenario('keeps results of any JSON shape', async (store) => {
    const journal = await store.open();
    for (const result of [null, 0, '', 'text', true, [], [null], {}]) {
      const { operation } = await begun(journal, aJournalEntry());
      await journal.settle(aScope, operation.id, { status: 'done', result });
      const row = await journal.findById(aScope, operation.id);
      assertSameData(row?.state, { status: 'done', result });
    }
  }),
  scenario('keeps all that an order says', async (store) => {
    const journal = await store.open();
    const plain = aJournalEntry();
    const entry = {
      ...plain,
      operation: { ...plain.operation, vendorRef: 'ref "7"; ß' },
      guard: { ownedBefore: false, years: 10 },
      price: { amount: '-0.20', currency: 'TRY' },
    };
    const row = await begun(journal, entry);
    const found = await journal.findById(aScope, entry.operation.id);
    assertSameData(found, row);
    assertSameData(found, { ...entry, state: row.state, leaseUntil: row.leaseUntil });
    assert.ok(!('keyExpiresAt' in row));
  }),
];
