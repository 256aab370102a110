import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  money,
  type BeginAgainOutcome,
  type OperationJournal,
  type PurchaseEntry,
  type PurchaseRow,
} from '@registrar-kit/core';
import { aJournalEntry, aRawCallEntry, aScope, begun, idOf } from './a-journal-entry.js';
import { assertSameData } from './assert-same-data.js';
import { scenario, type JournalScenario } from './journal-scenario.js';

const unknown = { status: 'unknown', because: 'no answer in time', lostAt: 1_770_000_000_000 };

/** An order whose answer was lost, as a later process finds it. */
async function lost(journal: OperationJournal, entry = aJournalEntry()): Promise<PurchaseRow> {
  await begun(journal, entry);
  await journal.settle(aScope, entry.operation.id, { ...unknown, status: 'unknown' });
  const row = await journal.findById(aScope, entry.operation.id);
  assert.ok(row !== undefined && row.kind !== 'raw');
  return row;
}

/** The entry with which an order is sent again. */
function again(row: PurchaseRow, price = row.price): PurchaseEntry {
  const entry = Object.entries(row).filter(([name]) => !['state', 'leaseUntil'].includes(name));
  const sending = { id: randomUUID(), sentAt: row.startedAt + 900_000 };
  return { ...(Object.fromEntries(entry) as unknown as PurchaseEntry), price, again: sending };
}

function statuses(outcomes: readonly BeginAgainOutcome[]): readonly string[] {
  return outcomes.map(({ status }) => status).sort();
}

/** An order of unknown outcome is in one pair of hands at most. */
export const beginAgainScenarios: readonly JournalScenario[] = [
  scenario('begins an unknown order again under its own id and key', async (store) => {
    const journal = await store.open();
    const keyExpiresAt = store.now() + 60_000;
    const row = await lost(journal, aJournalEntry({ keyExpiresAt }));
    const entry = { ...again(row, money('12.50', 'USD')), keyExpiresAt: keyExpiresAt + 1000 };
    const outcome = await journal.beginAgain(entry, row.leaseUntil);
    assert.ok(outcome.status === 'begun', outcome.status);
    assertSameData(outcome.row.state, { status: 'started' });
    const found = await journal.find(aScope, row.key);
    assertSameData(found, outcome.row);
    assertSameData(found && { ...found, state: null, leaseUntil: null }, {
      ...entry,
      state: null,
      leaseUntil: null,
    });
    assert.ok(outcome.row.leaseUntil >= row.leaseUntil);
    assert.equal((await journal.list(aScope)).filter(({ key }) => key === row.key).length, 1);
  }),
  scenario('goes on with an order that was begun again as with any other', async (store) => {
    const journal = await store.open();
    const row = await lost(journal);
    await journal.beginAgain(again(row), row.leaseUntil);
    assert.equal(await journal.takeOver(aScope, row.operation.id), false);
    const charged = money('11.00', 'USD');
    await journal.settle(aScope, row.operation.id, { status: 'done', result: {}, charged });
    const state = (await journal.findById(aScope, row.operation.id))?.state;
    assertSameData(state, { status: 'done', result: {}, charged });
  }),
  scenario('lets exactly one of 20 begin an unknown order again', async (store) => {
    const journal = await store.open();
    const row = await lost(journal);
    const attempts = Array.from({ length: 20 }, () =>
      journal.beginAgain(again(row), row.leaseUntil),
    );
    const outcomes = statuses(await Promise.all(attempts));
    assertSameData(outcomes, ['begun', ...Array.from({ length: 19 }, () => 'changed')]);
  }),
  scenario(
    'begins nothing again that is not unknown, or that somebody had since',
    async (store) => {
      const journal = await store.open();
      const started = await begun(journal, aJournalEntry());
      const done = await lost(journal);
      await journal.settle(aScope, done.operation.id, { status: 'done', result: {} });
      const twice = await lost(journal);
      await store.advance(5);
      await journal.beginAgain(again(twice), twice.leaseUntil);
      await journal.settle(aScope, twice.operation.id, { status: 'unknown', because: 'once more' });
      const gone = await lost(journal);
      await journal.settle(aScope, gone.operation.id, { status: 'refused' });
      for (const row of [started, done, twice, gone]) {
        const before = await journal.findById(aScope, row.operation.id);
        const outcome = await journal.beginAgain(again(row), row.leaseUntil);
        assertSameData(outcome, { status: 'changed' });
        assertSameData(await journal.findById(aScope, row.operation.id), before);
        assert.equal(await journal.discard(aScope, row.operation.id, row.leaseUntil), false);
        assertSameData(await journal.findById(aScope, row.operation.id), before);
      }
    },
  ),
  scenario('reserves the new price when an order begins again, once', async (store) => {
    const journal = await store.open({
      spendLimit: { amount: money('20.00', 'USD'), periodMs: 86_400_000 },
    });
    const row = await lost(journal, aJournalEntry({ price: '12.00' }));
    const tooDear = await journal.beginAgain(again(row, money('20.01', 'USD')), row.leaseUntil);
    assert.equal(tooDear.status, 'over_limit');
    assertSameData(await journal.findById(aScope, row.operation.id), row);
    const outcome = await journal.beginAgain(again(row, money('18.00', 'USD')), row.leaseUntil);
    assert.equal(outcome.status, 'begun');
    assert.equal((await journal.begin(aJournalEntry({ price: '2.01' }))).status, 'over_limit');
    await begun(journal, aJournalEntry({ price: '2.00' }));
  }),
  scenario('counts an order that begins again as one of now', async (store) => {
    const journal = await store.open({
      spendLimit: { amount: money('10.00', 'USD'), periodMs: 300 },
    });
    const row = await lost(journal, aJournalEntry({ price: '10.00', startedAt: store.now() }));
    await store.advance(350);
    const entry = again(row);
    const now = { ...entry, again: { id: randomUUID(), sentAt: store.now() } };
    assert.equal((await journal.beginAgain(now, row.leaseUntil)).status, 'begun');
    const other = aJournalEntry({ price: '1.00', startedAt: store.now() });
    assert.equal((await journal.begin(other)).status, 'over_limit');
  }),
  scenario('discards an unknown order, and frees its key and its domain', async (store) => {
    const journal = await store.open();
    const row = await lost(journal, aJournalEntry({ key: 'caller 1', domain: 'one.example' }));
    assert.equal(await journal.discard('another scope', row.operation.id, row.leaseUntil), false);
    assert.equal(await journal.discard(aScope, row.operation.id, row.leaseUntil), true);
    assert.equal(await journal.find(aScope, 'caller 1'), undefined);
    assert.equal(await journal.discard(aScope, row.operation.id, row.leaseUntil), false);
    const next = aJournalEntry({ key: 'caller 1', domain: 'one.example' });
    assert.equal(idOf(await begun(journal, next)), next.operation.id);
  }),
  scenario('discards a raw call of unknown outcome', async (store) => {
    const journal = await store.open();
    const entry = aRawCallEntry();
    await journal.begin(entry);
    await journal.settle(aScope, entry.operation.id, { ...unknown, status: 'unknown' });
    const row = await journal.findById(aScope, entry.operation.id);
    const discarded = await journal.discard(aScope, entry.operation.id, row?.leaseUntil ?? 0);
    assert.equal(discarded, true);
    assert.equal(await journal.findById(aScope, entry.operation.id), undefined);
  }),
  scenario('either discards an order or begins it again, never both', async (store) => {
    const journal = await store.open();
    for (let round = 0; round < 5; round += 1) {
      const row = await lost(journal);
      const [outcome, discarded] = await Promise.all([
        journal.beginAgain(again(row), row.leaseUntil),
        journal.discard(aScope, row.operation.id, row.leaseUntil),
      ]);
      assert.notEqual(outcome.status === 'begun', discarded);
      const found = await journal.findById(aScope, row.operation.id);
      assert.equal(found?.state.status, discarded ? undefined : 'started');
    }
  }),
];
