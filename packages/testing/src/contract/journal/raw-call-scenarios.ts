import assert from 'node:assert/strict';
import { money } from '@registrar-kit/core';
import { aJournalEntry, aRawCallEntry, aScope, begun, idOf } from './a-journal-entry.js';
import { assertSameData } from './assert-same-data.js';
import { scenario, type JournalScenario } from './journal-scenario.js';

/** Raw calls are recorded beside purchases: they have a command and a key, and neither a domain nor a price. */
export const rawCallScenarios: readonly JournalScenario[] = [
  scenario('records a raw call and gives it back whole', async (store) => {
    const journal = await store.open();
    const entry = aRawCallEntry();
    const outcome = await journal.begin(entry);
    assert.ok(outcome.status === 'begun', outcome.status);
    const { state, leaseUntil, ...recorded } = outcome.row;
    assertSameData(recorded, entry);
    assertSameData(state, { status: 'started' });
    await journal.settle(aScope, entry.operation.id, { status: 'done', result: null });
    const done = { status: 'done', result: null };
    const row = { ...entry, state: done, leaseUntil };
    assertSameData(await journal.find(aScope, entry.key), row);
    assertSameData(await journal.list(aScope), [row]);
  }),
  scenario('lets raw calls of one command be under way side by side', async (store) => {
    const journal = await store.open();
    const first = aRawCallEntry();
    await journal.begin(first);
    assert.equal((await journal.begin(aRawCallEntry())).status, 'begun');
    const because = 'no answer';
    await journal.settle(aScope, first.operation.id, { status: 'unknown', because });
    assert.equal((await journal.begin(aRawCallEntry())).status, 'begun');
    assert.equal((await journal.list(aScope)).length, 3);
  }),
  scenario('holds the key of a raw call against every other order', async (store) => {
    const journal = await store.open();
    const raw = aRawCallEntry({ key: 'caller 1' });
    await journal.begin(raw);
    for (const other of [aRawCallEntry({ key: 'caller 1' }), aJournalEntry({ key: 'caller 1' })]) {
      const outcome = await journal.begin(other);
      assert.ok(outcome.status === 'exists', outcome.status);
      assert.equal(idOf(outcome.row), raw.operation.id);
    }
    await journal.settle(aScope, raw.operation.id, { status: 'refused' });
    assert.equal((await journal.begin(aJournalEntry({ key: 'caller 1' }))).status, 'begun');
  }),
  scenario('reserves nothing for a raw call, whose price is not known', async (store) => {
    const spendLimit = { amount: money('10.00', 'USD'), periodMs: 86_400_000 };
    const journal = await store.open({ spendLimit });
    await begun(journal, aJournalEntry({ price: '10.00' }));
    const raw = aRawCallEntry();
    assert.equal((await journal.begin(raw)).status, 'begun');
    await journal.settle(aScope, raw.operation.id, { status: 'done', result: null });
    assert.equal((await journal.begin(aJournalEntry({ price: '0.01' }))).status, 'over_limit');
    assert.equal((await journal.begin(aJournalEntry({ price: '0' }))).status, 'begun');
  }),
];
