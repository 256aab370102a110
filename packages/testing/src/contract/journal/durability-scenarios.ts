import assert from 'node:assert/strict';
import { money } from '@registrar-kit/core';
import { aJournalEntry, aScope, begun, idOf } from './a-journal-entry.js';
import { assertSameData } from './assert-same-data.js';
import type { JournalHarness } from './journal-harness.js';
import { scenario, type JournalScenario } from './journal-scenario.js';

/** A journal says truly what it can be relied on for, and keeps its rows accordingly. */
export function durabilityScenarios(harness: JournalHarness): readonly JournalScenario[] {
  return [
    scenario('says what it can be relied on for', async (store) => {
      const { survives, shared, note } = await (await store.open()).guarantees();
      assert.equal(survives !== 'nothing', harness.durable);
      assert.equal(shared, harness.shared);
      if (survives === 'power_loss') return;
      assert.ok(note !== undefined && note !== '', 'what is weaker has to be explained');
    }),
    scenario(
      'holds every row, key, open order and amount when it is opened again',
      async (store) => {
        const opening = {
          spendLimit: { amount: money('100.00', 'USD'), periodMs: 86_400_000 },
        };
        const before = await store.open(opening);
        const started = await begun(before, aJournalEntry({ domain: 'started.example' }));
        const unknown = await begun(before, aJournalEntry({ domain: 'unknown.example' }));
        const done = await begun(before, aJournalEntry({ domain: 'done.example' }));
        const refused = await begun(before, aJournalEntry({ domain: 'refused.example' }));
        await before.settle(aScope, unknown.operation.id, {
          status: 'unknown',
          because: 'no answer',
        });
        await before.settle(aScope, done.operation.id, {
          status: 'done',
          result: { expiresOn: '2028-03-01' },
          charged: money('60.00', 'USD'),
        });
        await before.settle(aScope, refused.operation.id, { status: 'refused' });
        const rows = await before.list(aScope);
        await store.close();

        const after = await store.open(opening);
        assertSameData(await after.list(aScope), rows);
        assertSameData(rows.map(idOf), [done, unknown, started].map(idOf));
        assertSameData(await after.find(aScope, done.key), rows[0]);
        assert.equal((await after.begin(aJournalEntry({ key: done.key }))).status, 'exists');
        const sameDomain = aJournalEntry({ domain: 'unknown.example' });
        assert.equal((await after.begin(sameDomain)).status, 'busy');
        const overLimit = await after.begin(aJournalEntry({ price: '20.01' }));
        assert.equal(overLimit.status, 'over_limit');
        const next = await begun(after, aJournalEntry({ price: '20.00' }));
        await after.settle(aScope, started.operation.id, { status: 'refused' });
        assertSameData((await after.list(aScope)).map(idOf), [next, done, unknown].map(idOf));
      },
      'durable',
    ),
  ];
}
