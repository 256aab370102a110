import { expect, test } from '@jest/globals';
import type { JournalRow, OperationJournal } from '@registrar-kit/core';
import { journalContract } from '@registrar-kit/testing/contract';
import { volatileStore } from '../support/volatile-store';

/** Runs the suite without a test runner and names the scenarios that find the fault. */
async function failuresWith(
  fault: (journal: OperationJournal) => Partial<OperationJournal>,
): Promise<string[]> {
  const scenarios: { readonly title: string; readonly run: () => Promise<void> }[] = [];
  const runner = {
    describe: (_name: string, body: () => void) => body(),
    test: (title: string, run: () => Promise<void>) => scenarios.push({ title, run }),
  };
  journalContract(runner, 'a broken engine', {
    durable: false,
    shared: false,
    create: () =>
      volatileStore((journal) => {
        const orders = [
          'begin',
          'beginAgain',
          'discard',
          'settle',
          'takeOver',
          'extendLease',
          'find',
          'findById',
          'list',
        ];
        const sound = Object.fromEntries(
          [...orders, 'takeLease', 'dropLease', 'guarantees'].map((name) => {
            const method = journal[name as 'find'].bind(journal);
            return [name, method];
          }),
        );
        return { ...(sound as Partial<OperationJournal>), ...fault(journal) } as OperationJournal;
      }),
  });
  const failed: string[] = [];
  for (const { title, run } of scenarios) await run().catch(() => failed.push(title));
  return failed;
}

test('the contract passes an engine without a fault', async () => {
  expect(await failuresWith(({ leaseMs }) => ({ leaseMs }))).toEqual([]);
});

test.each<[string, string, (journal: OperationJournal) => Partial<OperationJournal>]>([
  [
    'two orders of one key that begin at once',
    'lets exactly one of 20 simultaneous orders under one key begin',
    (journal) => ({
      begin: async (entry) => {
        const found = await journal.find(entry.scope, entry.key);
        if (found !== undefined) return { status: 'exists', row: found };
        await new Promise((resolve) => setImmediate(resolve));
        return journal.begin({ ...entry, key: `${entry.key} ${entry.operation.id}` });
      },
    }),
  ],
  [
    'keys that differ in case only',
    'tells keys apart, whatever is in them',
    (journal) => ({
      begin: (entry) => journal.begin({ ...entry, key: entry.key.toLowerCase() }),
      find: (scope, key) => journal.find(scope, key.toLowerCase()),
    }),
  ],
  [
    'an end that is not on record',
    'rejects the end of an order that is not on record, and settles no other scope',
    (journal) => ({
      settle: (...args) => journal.settle(...args).catch(() => undefined),
    }),
  ],
  [
    'a dead holder that anybody may take over from',
    'lets exactly one of several take over a started order once its lease has run out',
    () => ({ takeOver: () => Promise.resolve(true) }),
  ],
  [
    'amounts added as floats',
    'adds amounts exactly, however long they are',
    (journal) => ({
      begin: (entry) => {
        if (entry.kind === 'raw') return journal.begin(entry);
        const { price } = entry;
        const rounded = { ...price, amount: String(Math.round(Number(price.amount) * 100) / 100) };
        return journal.begin({ ...entry, price: rounded });
      },
    }),
  ],
  [
    'raw calls that hold each other up',
    'lets raw calls of one command be under way side by side',
    (journal) => {
      let busy: JournalRow | undefined;
      return {
        begin: async (entry) => {
          if (entry.kind !== 'raw') return journal.begin(entry);
          if (busy !== undefined) return { status: 'busy', row: busy };
          const outcome = await journal.begin(entry);
          if (outcome.status === 'begun') busy = outcome.row;
          return outcome;
        },
      };
    },
  ],
  [
    'a list in the wrong order',
    'lists the rows of one scope, newest first, whatever their state',
    (journal) => ({
      list: async (...args) => [...(await journal.list(...args))].reverse(),
    }),
  ],
  [
    'a lease that two look for before they take it',
    'gives a lease to exactly one of 20 who ask for it at once',
    () => {
      const held = new Map<string, string>();
      return {
        takeLease: async (...[scope, name, holder]) => {
          const lease = JSON.stringify([scope, name]);
          const found = held.get(lease) ?? holder;
          await new Promise((resolve) => setImmediate(resolve));
          if (found === holder) held.set(lease, holder);
          return found === holder;
        },
      };
    },
  ],
  [
    'a lease that is not extended',
    'keeps a lease for its holder as long as it is taken again in time',
    (journal) => {
      const holders = new Map<string, string>();
      return {
        takeLease: async (...args) => {
          const [, name, holder] = args;
          if (holders.get(name) === holder) return true;
          const taken = await journal.takeLease(...args);
          if (taken) holders.set(name, holder);
          return taken;
        },
      };
    },
  ],
  [
    'a lease that never runs out',
    'gives a lease whose holder gave no sign of life to exactly one of several',
    (journal) => {
      const holders = new Map<string, string>();
      return {
        takeLease: (...args) => {
          const [, name, holder] = args;
          if ((holders.get(name) ?? holder) !== holder) return Promise.resolve(false);
          holders.set(name, holder);
          return journal.takeLease(...args);
        },
      };
    },
  ],
  [
    'a lease that anybody gives back',
    'leaves a lease alone that somebody else gives back',
    (journal) => {
      const holders = new Map<string, string>();
      return {
        takeLease: async (...args) => {
          const taken = await journal.takeLease(...args);
          if (taken) holders.set(args[1], args[2]);
          return taken;
        },
        dropLease: (scope, name) => journal.dropLease(scope, name, holders.get(name) ?? ''),
      };
    },
  ],
  [
    'a lease that nobody can give back',
    'frees a lease that its holder gives back, and no other',
    () => ({ dropLease: () => Promise.resolve() }),
  ],
  [
    'leases of all scopes in one',
    'tells leases apart by scope and name, whatever is in them',
    (journal) => ({
      takeLease: (_scope, name, holder) => journal.takeLease('', name, holder),
      dropLease: (_scope, name, holder) => journal.dropLease('', name, holder),
    }),
  ],
  [
    'holders that differ in blanks only',
    'tells holders apart, whatever is in them',
    (journal) => ({
      takeLease: (scope, name, holder) => journal.takeLease(scope, name, holder.trim()),
      dropLease: (scope, name, holder) => journal.dropLease(scope, name, holder.trim()),
    }),
  ],
  [
    'an unknown order that two look at before they take it',
    'lets exactly one of 20 begin an unknown order again',
    (journal) => ({
      beginAgain: async (entry, leaseUntil) => {
        const found = await journal.findById(entry.scope, entry.operation.id);
        if (found?.state.status !== 'unknown') return { status: 'changed' };
        await new Promise((resolve) => setImmediate(resolve));
        await journal.beginAgain(entry, leaseUntil);
        return { status: 'begun', row: found };
      },
    }),
  ],
  [
    'an order that begins again beside the spend limit',
    'reserves the new price when an order begins again, once',
    (journal) => ({
      beginAgain: async (entry, leaseUntil) => {
        const before = await journal.findById(entry.scope, entry.operation.id);
        const price = before?.price ?? entry.price;
        return journal.beginAgain({ ...entry, price }, leaseUntil);
      },
    }),
  ],
  [
    'an order that is discarded while somebody has it in hand',
    'begins nothing again that is not unknown, or that somebody had since',
    (journal) => ({
      discard: async (scope, operationId) => {
        const row = await journal.findById(scope, operationId);
        return row === undefined ? false : journal.discard(scope, operationId, row.leaseUntil);
      },
    }),
  ],
])('the contract finds %s', async (_fault, scenario, fault) => {
  expect(
    await failuresWith((journal) => ({ leaseMs: journal.leaseMs, ...fault(journal) })),
  ).toContain(scenario);
});
