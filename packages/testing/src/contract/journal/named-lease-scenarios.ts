import assert from 'node:assert/strict';
import { aJournalEntry, aScope, begun, warmUp } from './a-journal-entry.js';
import { assertSameData } from './assert-same-data.js';
import { scenario, type JournalScenario } from './journal-scenario.js';

// Long enough for several attempts in a row, short enough to wait for.
const shortLease = { leaseMs: 700 };
const zone = 'zone example.com';
const long = 'k'.repeat(10_000);

/** Each is a text of its own; an engine that quotes, folds, trims, cuts or decodes them would mix up neighbours. */
const awkwardTexts = [
  '',
  ' ',
  'a',
  'A',
  'a ',
  'a\0b',
  'a\0',
  'a\\u0000',
  "'; DROP TABLE leases; --",
  "]] redis.call('FLUSHALL') --",
  '{other slot}',
  '%',
  'caf\u00e9',
  'cafe\u0301',
  '\ud83d',
  '\ufffd',
  '\udc4d',
  long,
  `${long}!`,
];

/** A lease has one holder at a time, who keeps it by saying so and loses it by silence. */
export const namedLeaseScenarios: readonly JournalScenario[] = [
  scenario('gives a lease to exactly one of 20 who ask for it at once', async (store) => {
    const journal = await store.open();
    await warmUp(journal);
    const holders = Array.from({ length: 20 }, (_, index) => `holder ${index}`);
    const ask = (): Promise<boolean[]> =>
      Promise.all(holders.map((holder) => journal.takeLease(aScope, zone, holder)));
    const first = await ask();
    assert.equal(first.filter((taken) => taken).length, 1);
    // Asked again, the same one has it, and still nobody else.
    assertSameData(await ask(), first);
  }),
  scenario('keeps a lease for its holder as long as it is taken again in time', async (store) => {
    const journal = await store.open(shortLease);
    assert.ok(await journal.takeLease(aScope, zone, 'one'));
    const mostOfIt = Math.ceil(journal.leaseMs * 0.6);
    await store.advance(mostOfIt);
    const extendedAt = store.now();
    assert.ok(await journal.takeLease(aScope, zone, 'one'), 'its holder extends it');
    await store.advance(mostOfIt);
    const isRefused = !(await journal.takeLease(aScope, zone, 'other'));
    // A machine that stood still meanwhile let it run out, which proves nothing.
    const hasRunOut = store.now() - extendedAt >= journal.leaseMs;
    assert.ok(isRefused || hasRunOut, 'it counts from the last sign of life');
  }),
  scenario(
    'gives a lease whose holder gave no sign of life to exactly one of several',
    async (store) => {
      const journal = await store.open(shortLease);
      await warmUp(journal);
      assert.ok(await journal.takeLease(aScope, zone, 'dead'));
      assert.ok(await journal.takeLease(aScope, 'another zone', 'dead'));
      await store.advance(journal.leaseMs + 20);
      const holders = ['a', 'b', 'c', 'd', 'e'];
      const taken = await Promise.all(
        holders.map((holder) => journal.takeLease(aScope, zone, holder)),
      );
      assert.equal(taken.filter((won) => won).length, 1);
      assert.equal(await journal.takeLease(aScope, zone, 'dead'), false, 'it is no longer its own');
      // Nobody wanted the other one, so that its holder may have it again.
      assert.ok(await journal.takeLease(aScope, 'another zone', 'dead'));
      assert.equal(await journal.takeLease(aScope, 'another zone', 'a'), false);
    },
  ),
  scenario('frees a lease that its holder gives back, and no other', async (store) => {
    const journal = await store.open();
    assert.ok(await journal.takeLease(aScope, zone, 'one'));
    assert.ok(await journal.takeLease(aScope, 'another zone', 'one'));
    await journal.dropLease(aScope, zone, 'one');
    assert.ok(await journal.takeLease(aScope, zone, 'other'));
    assert.equal(await journal.takeLease(aScope, zone, 'one'), false);
    assert.equal(await journal.takeLease(aScope, 'another zone', 'other'), false);
  }),
  scenario('leaves a lease alone that somebody else gives back', async (store) => {
    const journal = await store.open(shortLease);
    await journal.dropLease(aScope, zone, 'nobody had it');
    assert.ok(await journal.takeLease(aScope, zone, 'former'));
    await store.advance(journal.leaseMs + 20);
    const takenAt = store.now();
    assert.ok(await journal.takeLease(aScope, zone, 'one'));
    await journal.dropLease(aScope, zone, 'former');
    await journal.dropLease(aScope, zone, 'never had it');
    const isRefused = !(await journal.takeLease(aScope, zone, 'other'));
    assert.ok(isRefused || store.now() - takenAt >= journal.leaseMs, 'only its holder may');
  }),
  scenario('tells leases apart by scope and name, whatever is in them', async (store) => {
    const journal = await store.open();
    const leases = [
      ...awkwardTexts.map((name) => [aScope, name] as const),
      ...awkwardTexts.map((scope) => [scope, zone] as const),
      ['b', 'c d'],
      ['b c', 'd'],
      ['b\n', 'c'],
      ['b', '\nc'],
      ['b:c', 'd'],
      ['["b","c"]', 'd'],
    ] as const;
    for (const [index, [scope, name]] of leases.entries()) {
      assert.ok(await journal.takeLease(scope, name, `holder ${index}`), `${index} is free`);
    }
    for (const [index, [scope, name]] of leases.entries()) {
      assert.equal(await journal.takeLease(scope, name, 'other'), false, `${index} is taken`);
      await journal.dropLease(scope, name, `holder ${index}`);
      assert.ok(await journal.takeLease(scope, name, 'other'), `${index} was given back`);
    }
  }),
  scenario('tells holders apart, whatever is in them', async (store) => {
    const journal = await store.open();
    for (const [index, holder] of awkwardTexts.entries()) {
      assert.ok(await journal.takeLease(aScope, zone, holder));
      for (const other of [awkwardTexts.at(index - 1), awkwardTexts[index + 1]]) {
        if (other === undefined) continue;
        await journal.dropLease(aScope, zone, other);
        assert.equal(await journal.takeLease(aScope, zone, other), false);
      }
      assert.ok(await journal.takeLease(aScope, zone, holder));
      await journal.dropLease(aScope, zone, holder);
    }
  }),
  scenario('keeps leases and orders out of each other', async (store) => {
    const journal = await store.open();
    const row = await begun(journal, aJournalEntry());
    const { id, domain } = row.operation;
    for (const name of [id, row.key, domain]) {
      assert.ok(await journal.takeLease(aScope, name, id));
      await journal.extendLease(aScope, name === id ? 'no-such-id' : name);
    }
    assertSameData(await journal.list(aScope), [row]);
    await journal.settle(aScope, id, { status: 'refused' });
    assert.equal(await journal.takeLease(aScope, id, 'other'), false);
    await journal.dropLease(aScope, id, id);
    assert.equal((await journal.begin(aJournalEntry({ domain }))).status, 'begun');
  }),
];
