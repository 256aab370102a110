import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { OperationJournal } from '@registrar-kit/core';
import { aScope } from './a-journal-entry.js';
import { assertSameData } from './assert-same-data.js';
import { scenario, type JournalScenario } from './journal-scenario.js';
import { openTwice } from './open-twice.js';

const zone = 'zone example.com';

/** Leases go over all connections to one store. */
export const sharedLeaseScenarios: readonly JournalScenario[] = [
  scenario(
    'shows every connection who has a lease',
    async (store) => {
      const [one, other] = await openTwice(store);
      assert.ok(await one.takeLease(aScope, zone, 'one'));
      assert.equal(await other.takeLease(aScope, zone, 'other'), false);
      await other.dropLease(aScope, zone, 'other');
      assert.equal(await other.takeLease(aScope, zone, 'other'), false);
      // The holder counts, not the connection.
      assert.ok(await other.takeLease(aScope, zone, 'one'));
      await other.dropLease(aScope, zone, 'one');
      assert.ok(await other.takeLease(aScope, zone, 'other'));
      assert.equal(await one.takeLease(aScope, zone, 'one'), false);
    },
    'shared',
  ),
  scenario(
    'gives a free lease, and one that ran out, to one of many over all connections',
    async (store) => {
      const journals = await openTwice(store, { leaseMs: 700 });
      const race = async (round: string): Promise<number> => {
        const attempts = journals.flatMap((journal, connection) =>
          Array.from({ length: 5 }, (_, index) =>
            journal.takeLease(aScope, zone, `${round} ${connection} ${index}`),
          ),
        );
        return (await Promise.all(attempts)).filter((taken) => taken).length;
      };
      assert.equal(await race('free'), 1);
      await store.advance(journals[0].leaseMs + 20);
      assert.equal(await race('run out'), 1);
    },
    'shared',
  ),
  scenario(
    'lets writers over all connections take turns, so that none undoes the work of another',
    async (store) => {
      const journals = await openTwice(store);
      let written: readonly string[] = [];
      const write = async (journal: OperationJournal, holder: string): Promise<void> => {
        while (!(await journal.takeLease(aScope, zone, holder))) await delay(2);
        const read = written;
        await delay(2);
        written = [...read, holder];
        await journal.dropLease(aScope, zone, holder);
      };
      const holders = Array.from({ length: 12 }, (_, index) => `holder ${index}`);
      const writers = holders.map((holder, index) =>
        write(journals[index % 2 === 0 ? 0 : 1], holder),
      );
      await Promise.all(writers);
      assertSameData([...written].sort(), [...holders].sort());
    },
    'shared',
  ),
  scenario(
    'gives many leases at once while many others have run out',
    async (store) => {
      const journals = await openTwice(store);
      const brief = await store.open({ leaseMs: 1 });
      const names = Array.from({ length: 30 }, (_, index) => `zone ${index}.example`);
      for (const name of names) assert.ok(await brief.takeLease(aScope, name, 'dead'));
      await store.advance(brief.leaseMs + 20);
      // Each connection in another order, so that whoever clears away what ran out meets those who take it.
      const orders = [names, [...names].reverse()] as const;
      const takers = journals.map((journal, connection) => {
        const mine = orders[connection === 0 ? 0 : 1].filter((_, index) => index % 2 === 0);
        return mine.map((name) => journal.takeLease(aScope, name, `holder ${connection}`));
      });
      const taken = await Promise.all(takers.flat());
      assert.equal(taken.filter((won) => won).length, names.length);
      for (const name of names) {
        assert.equal(await brief.takeLease(aScope, name, 'other'), false, `${name} is taken`);
      }
    },
    'shared',
  ),
];
