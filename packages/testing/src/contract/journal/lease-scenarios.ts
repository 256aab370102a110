import assert from 'node:assert/strict';
import { aJournalEntry, aScope, begun } from './a-journal-entry.js';
import { assertSameData } from './assert-same-data.js';
import { scenario, type JournalScenario } from './journal-scenario.js';

// Long enough for several attempts in a row, short enough to wait for.
const shortLease = { leaseMs: 700 };

/** A dead holder is found by its lease; a living one is left alone. */
export const leaseScenarios: readonly JournalScenario[] = [
  scenario(
    'refuses a take-over while the holder lives, and of an order that is not there',
    async (store) => {
      const journal = await store.open();
      const alive = await begun(journal, aJournalEntry());
      assert.ok(journal.leaseMs > 0);
      assert.equal(await journal.takeOver(aScope, alive.operation.id), false);
      assert.equal(await journal.takeOver(aScope, 'no-such-id'), false);
      assert.equal(await journal.takeOver('another scope', alive.operation.id), false);
      assertSameData(await journal.findById(aScope, alive.operation.id), alive);
    },
  ),
  scenario(
    'lets exactly one of several take over a started order once its lease has run out',
    async (store) => {
      const journal = await store.open(shortLease);
      const dead = await begun(journal, aJournalEntry());
      const done = await begun(journal, aJournalEntry());
      await journal.settle(aScope, done.operation.id, { status: 'done', result: {} });
      const unknown = await begun(journal, aJournalEntry());
      const state = { status: 'unknown', because: 'no answer' } as const;
      await journal.settle(aScope, unknown.operation.id, state);
      await store.advance(journal.leaseMs + 20);
      const attempts = Array.from({ length: 5 }, () => journal.takeOver(aScope, dead.operation.id));
      const wins = (await Promise.all(attempts)).filter((won) => won);
      assert.equal(wins.length, 1);
      const taken = await journal.findById(aScope, dead.operation.id);
      assert.ok(taken !== undefined && taken.leaseUntil >= dead.leaseUntil + journal.leaseMs);
      assertSameData(taken.state, { status: 'started' });
      // What is settled has no holder any more.
      assert.equal(await journal.takeOver(aScope, done.operation.id), false);
      assert.equal(await journal.takeOver(aScope, unknown.operation.id), false);
    },
  ),
  scenario('counts a lease from its last sign of life', async (store) => {
    const journal = await store.open();
    const row = await begun(journal, aJournalEntry());
    await store.advance(50);
    await journal.extendLease(aScope, row.operation.id);
    const extended = await journal.findById(aScope, row.operation.id);
    assert.ok(extended !== undefined && extended.leaseUntil >= row.leaseUntil + 50);
    assertSameData({ ...extended, leaseUntil: row.leaseUntil }, row);
    await journal.extendLease(aScope, 'no-such-id');
  }),
];
