import assert from 'node:assert/strict';
import { aJournalEntry, aScope, idOf } from './a-journal-entry.js';
import { assertSameData } from './assert-same-data.js';
import { scenario, type JournalScenario } from './journal-scenario.js';

const done = { status: 'done', result: { ok: true } } as const;
const aDay = 86_400_000;

/** How long a key is held. */
export const keyScenarios: readonly JournalScenario[] = [
  scenario('frees the key, the domain and the row of a refused order', async (store) => {
    const journal = await store.open();
    const wish = { key: 'caller 1', domain: 'one.example' };
    const refused = aJournalEntry(wish);
    await journal.begin(refused);
    await journal.settle(aScope, refused.operation.id, { status: 'refused' });
    assert.equal(await journal.find(aScope, 'caller 1'), undefined);
    assert.equal(await journal.findById(aScope, refused.operation.id), undefined);
    const next = aJournalEntry(wish);
    assert.equal((await journal.begin(next)).status, 'begun');
    assertSameData((await journal.list(aScope)).map(idOf), [next.operation.id]);
  }),
  scenario('holds the key of a done order, and frees its domain', async (store) => {
    const journal = await store.open();
    const wish = { key: 'caller 1', domain: 'one.example' };
    const forever = aJournalEntry(wish);
    await journal.begin(forever);
    await journal.settle(aScope, forever.operation.id, done);
    const again = await journal.begin(aJournalEntry(wish));
    assert.ok(again.status === 'exists', again.status);
    assertSameData(again.row.state, done);
    const otherKey = aJournalEntry({ ...wish, key: 'order 2', keyExpiresAt: store.now() + aDay });
    assert.equal((await journal.begin(otherKey)).status, 'begun');
    await journal.settle(aScope, otherKey.operation.id, done);
    assert.equal(
      (await journal.begin(aJournalEntry({ ...wish, key: 'order 2' }))).status,
      'exists',
    );
  }),
  scenario('frees the key of a done order when it expires, and keeps the row', async (store) => {
    const journal = await store.open();
    const old = aJournalEntry({ key: 'order 1', keyExpiresAt: store.now() + 100 });
    await journal.begin(old);
    await journal.settle(aScope, old.operation.id, done);
    await store.advance(150);
    assert.equal(await journal.find(aScope, 'order 1'), undefined);
    const next = aJournalEntry({ key: 'order 1', keyExpiresAt: store.now() + aDay });
    assert.equal((await journal.begin(next)).status, 'begun');
    assert.equal(idOf(await journal.find(aScope, 'order 1')), next.operation.id);
    assertSameData((await journal.findById(aScope, old.operation.id))?.state, done);
    // The old row no longer holds the key, whatever happens to it or to the new one.
    await journal.settle(aScope, old.operation.id, { status: 'done', result: { ok: 'later' } });
    assert.equal((await journal.begin(aJournalEntry({ key: 'order 1' }))).status, 'exists');
    await journal.settle(aScope, next.operation.id, { status: 'refused' });
    assert.equal(await journal.find(aScope, 'order 1'), undefined);
    assertSameData((await journal.list(aScope)).map(idOf), [old.operation.id]);
  }),
  scenario('never forgets an unsettled order, however old its key', async (store) => {
    const journal = await store.open();
    const keyExpiresAt = store.now() - 1;
    const entry = aJournalEntry({ key: 'order 1', keyExpiresAt });
    await journal.begin(entry);
    assert.equal(idOf(await journal.find(aScope, 'order 1')), entry.operation.id);
    assert.equal((await journal.begin(aJournalEntry({ key: 'order 1' }))).status, 'exists');
    await journal.settle(aScope, entry.operation.id, { status: 'unknown', because: 'no answer' });
    assert.equal(idOf(await journal.find(aScope, 'order 1')), entry.operation.id);
    assert.equal((await journal.begin(aJournalEntry({ key: 'order 1' }))).status, 'exists');
  }),
];
