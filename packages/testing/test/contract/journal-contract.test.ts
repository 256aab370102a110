import { expect, test } from '@jest/globals';
import type { OperationJournal } from '@registrar-kit/core';
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
        const methods = ['begin', 'settle', 'takeOver', 'extendLease', 'find', 'findById', 'list'];
        const sound = Object.fromEntries(
          [...methods, 'guarantees'].map((name) => {
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
      begin: ({ price, ...entry }) => {
        const rounded = { ...price, amount: String(Math.round(Number(price.amount) * 100) / 100) };
        return journal.begin({ ...entry, price: rounded });
      },
    }),
  ],
  [
    'a list in the wrong order',
    'lists the rows of one scope, newest first, whatever their state',
    (journal) => ({
      list: async (...args) => [...(await journal.list(...args))].reverse(),
    }),
  ],
])('the contract finds %s', async (_fault, scenario, fault) => {
  expect(
    await failuresWith((journal) => ({ leaseMs: journal.leaseMs, ...fault(journal) })),
  ).toContain(scenario);
});
