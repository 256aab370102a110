import assert from 'node:assert/strict';
import { aJournalEntry, aScope, begun, countOutcomes, idOf } from './a-journal-entry.js';
import { assertSameData } from './assert-same-data.js';
import { scenario, type JournalScenario } from './journal-scenario.js';
import { openTwice } from './open-twice.js';

/** Several journals on one store act as one. */
export const sharingScenarios: readonly JournalScenario[] = [
  scenario(
    'shows every connection what another one recorded',
    async (store) => {
      const [one, other] = await openTwice(store);
      const { key, operation } = await begun(one, aJournalEntry());
      assert.equal(idOf(await other.find(aScope, key)), operation.id);
      await other.settle(aScope, operation.id, { status: 'done', result: { by: 'other' } });
      const settled = await one.findById(aScope, operation.id);
      assertSameData(settled?.state, { status: 'done', result: { by: 'other' } });
    },
    'shared',
  ),
  scenario(
    'lets one order under a key and one for a domain begin, over all connections',
    async (store) => {
      const journals = await openTwice(store);
      const race = async (wish: { key: string } | { domain: string }): Promise<unknown> => {
        const attempts = journals.flatMap((journal) =>
          Array.from({ length: 5 }, () => journal.begin(aJournalEntry(wish))),
        );
        return countOutcomes(await Promise.all(attempts));
      };
      assertSameData(await race({ key: 'caller 1' }), { begun: 1, exists: 9 });
      assertSameData(await race({ domain: 'one.example' }), { begun: 1, busy: 9 });
    },
    'shared',
  ),
  scenario(
    'reserves one spend limit over all connections',
    async (store) => {
      const amount = { amount: '30.00', currency: 'USD' };
      const journals = await openTwice(store, { spendLimit: { amount, periodMs: 86_400_000 } });
      const attempts = journals.flatMap((journal) =>
        Array.from({ length: 5 }, () => journal.begin(aJournalEntry({ price: '10.00' }))),
      );
      assertSameData(countOutcomes(await Promise.all(attempts)), { begun: 3, over_limit: 7 });
    },
    'shared',
  ),
  scenario(
    'lets one connection take over from a dead holder',
    async (store) => {
      const journals = await openTwice(store, { leaseMs: 700 });
      const { operation } = await begun(journals[0], aJournalEntry());
      await store.advance(journals[0].leaseMs + 20);
      const attempts = journals.map((journal) => journal.takeOver(aScope, operation.id));
      assert.equal((await Promise.all(attempts)).filter((won) => won).length, 1);
    },
    'shared',
  ),
  scenario(
    'loses no step of many that are done at once',
    async (store) => {
      const journals = await openTwice(store);
      const lives = Array.from({ length: 16 }, async (_, index) => {
        const [sender, reader] = index % 2 === 0 ? journals : [journals[1], journals[0]];
        const { operation } = await begun(sender, aJournalEntry());
        await sender.extendLease(aScope, operation.id);
        await reader.settle(aScope, operation.id, { status: 'unknown', because: `${index}` });
        await sender.settle(aScope, operation.id, { status: 'done', result: { index } });
        return operation.id;
      });
      const ids = await Promise.all(lives);
      for (const [index, id] of ids.entries()) {
        const row = await journals[index % 2]?.findById(aScope, id);
        assertSameData(row?.state, { status: 'done', result: { index } });
      }
      assert.equal((await journals[0].list(aScope)).length, 16);
    },
    'shared',
  ),
];
