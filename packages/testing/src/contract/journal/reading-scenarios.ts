import assert from 'node:assert/strict';
import { aJournalEntry, aScope, begun, idOf } from './a-journal-entry.js';
import { assertSameData } from './assert-same-data.js';
import { scenario, type JournalScenario } from './journal-scenario.js';

/** Rows are found by key, by id and in a list, within their scope. */
export const readingScenarios: readonly JournalScenario[] = [
  scenario('finds nothing where nothing is', async (store) => {
    const journal = await store.open();
    const { key, operation } = await begun(journal, aJournalEntry());
    assert.equal(await journal.find(aScope, 'no such key'), undefined);
    assert.equal(await journal.findById(aScope, 'no-such-id'), undefined);
    assert.equal(await journal.find('another scope', key), undefined);
    assert.equal(await journal.findById('another scope', operation.id), undefined);
    assertSameData(await journal.list('another scope'), []);
  }),
  scenario('lists the rows of one scope, newest first, whatever their state', async (store) => {
    const journal = await store.open();
    const ids: string[] = [];
    for (let index = 0; index < 6; index++) {
      // The order of recording counts, not what the caller's clock said.
      const startedAt = store.now() - index * 1000;
      const { operation } = await begun(journal, aJournalEntry({ startedAt }));
      await begun(journal, aJournalEntry({ scope: 'another scope' }));
      ids.unshift(operation.id);
    }
    await journal.settle(aScope, ids[5] ?? '', { status: 'done', result: {} });
    await journal.settle(aScope, ids[4] ?? '', { status: 'unknown', because: 'no answer' });
    const rows = await journal.list(aScope);
    assertSameData(rows.map(idOf), ids);
    assertSameData(rows[5], await journal.findById(aScope, ids[5] ?? ''));
    assertSameData((await journal.list(aScope, 2)).map(idOf), ids.slice(0, 2));
    assertSameData(await journal.list(aScope, 0), []);
    assert.equal((await journal.list('another scope')).length, 6);
  }),
  scenario('lists 100 rows unless asked for more', async (store) => {
    const journal = await store.open();
    for (let index = 0; index < 101; index++) await begun(journal, aJournalEntry());
    assert.equal((await journal.list(aScope)).length, 100);
    assert.equal((await journal.list(aScope, 1000)).length, 101);
  }),
];
