import assert from 'node:assert/strict';
import { aJournalEntry, aScope, begun } from './a-journal-entry.js';
import { assertSameData } from './assert-same-data.js';
import { scenario, type JournalScenario } from './journal-scenario.js';

const charged = { amount: '10.8700', currency: 'USD' };

/** A purchase that is on record is never taken off it. */
export const settleScenarios: readonly JournalScenario[] = [
  scenario('goes from started to unknown, to another reason, and to done', async (store) => {
    const journal = await store.open();
    const { operation } = await begun(journal, aJournalEntry());
    for (const settlement of [
      { status: 'unknown', because: 'no answer in time' },
      { status: 'unknown', because: 'the answer was cut off' },
      { status: 'done', result: { expiresOn: '2028-03-01' }, charged },
    ] as const) {
      await journal.settle(aScope, operation.id, settlement);
      assertSameData((await journal.findById(aScope, operation.id))?.state, settlement);
    }
  }),
  scenario('removes an unknown order that turns out to be refused', async (store) => {
    const journal = await store.open();
    const { operation, key } = await begun(journal, aJournalEntry());
    await journal.settle(aScope, operation.id, { status: 'unknown', because: 'no answer' });
    await journal.settle(aScope, operation.id, { status: 'refused' });
    assert.equal(await journal.find(aScope, key), undefined);
  }),
  scenario('keeps a done order against a late refusal or doubt', async (store) => {
    const journal = await store.open();
    const { operation, key } = await begun(journal, aJournalEntry());
    const done = { status: 'done', result: { vendorRef: '4711' }, charged } as const;
    await journal.settle(aScope, operation.id, done);
    await journal.settle(aScope, operation.id, { status: 'unknown', because: 'late' });
    await journal.settle(aScope, operation.id, { status: 'refused' });
    assertSameData((await journal.find(aScope, key))?.state, done);
  }),
  scenario('lets a later done complete the result, and remembers the charge', async (store) => {
    const journal = await store.open();
    const { operation } = await begun(journal, aJournalEntry());
    await journal.settle(aScope, operation.id, { status: 'done', result: { incomplete: [] } });
    const result = { incomplete: [{ setting: 'privacy' }] };
    await journal.settle(aScope, operation.id, { status: 'done', result, charged });
    await journal.settle(aScope, operation.id, { status: 'done', result: { incomplete: [] } });
    assertSameData((await journal.findById(aScope, operation.id))?.state, {
      status: 'done',
      result: { incomplete: [] },
      charged,
    });
  }),
  scenario(
    'rejects the end of an order that is not on record, and settles no other scope',
    async (store) => {
      const journal = await store.open();
      const { operation } = await begun(journal, aJournalEntry());
      const done = { status: 'done', result: {} } as const;
      await assert.rejects(journal.settle('another scope', operation.id, done));
      await assert.rejects(
        journal.settle(aScope, 'no-such-id', { status: 'unknown', because: 'no answer' }),
      );
      // A refusal has nothing left to record.
      await journal.settle(aScope, 'no-such-id', { status: 'refused' });
      assert.equal((await journal.findById(aScope, operation.id))?.state.status, 'started');
    },
  ),
];
