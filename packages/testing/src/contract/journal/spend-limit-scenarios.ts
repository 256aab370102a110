import assert from 'node:assert/strict';
import {
  addMoney,
  compareMoney,
  formatMoney,
  money,
  type Money,
  type SpendLimit,
} from '@registrar-kit/core';
import { aJournalEntry, aScope, begun, countOutcomes, warmUp } from './a-journal-entry.js';
import { assertSameData } from './assert-same-data.js';
import { scenario, type JournalScenario } from './journal-scenario.js';

const aDay = 86_400_000;
const dollars = (amount: string, periodMs = aDay): { spendLimit: SpendLimit } => ({
  spendLimit: { amount: money(amount, 'USD'), periodMs },
});

function assertSameAmount(actual: Money, expected: string): void {
  const message = `${formatMoney(actual)} is not ${expected} USD`;
  assert.equal(compareMoney(actual, money(expected, 'USD')), 0, message);
}

/** The limit is reserved by `begin`, exactly and atomically. */
export const spendLimitScenarios: readonly JournalScenario[] = [
  scenario(
    'allows orders up to the limit, names what is spent, and records nothing beyond it',
    async (store) => {
      const journal = await store.open(dollars('25.00'));
      await begun(journal, aJournalEntry({ price: '10.00' }));
      await begun(journal, aJournalEntry({ price: '15.00', scope: 'another account' }));
      const wish = { key: 'caller 1', domain: 'one.example' };
      const outcome = await journal.begin(aJournalEntry({ ...wish, price: '0.01' }));
      assert.ok(outcome.status === 'over_limit');
      assertSameData(outcome.limit, money('25.00', 'USD'));
      assertSameAmount(outcome.spent, '25.00');
      assert.equal(await journal.find(aScope, 'caller 1'), undefined);
      await begun(journal, aJournalEntry({ ...wish, price: '0' }));
    },
  ),
  scenario('adds amounts exactly, however long they are', async (store) => {
    const prices = [
      '0.1',
      '0.2',
      '0.00000001',
      '123456789012345.12345678',
      '500000000000000.99999999',
      '10.8700',
      '7',
      '-0.30',
    ];
    const total = prices.map((amount) => money(amount, 'USD')).reduce(addMoney);
    const last = '300719925474099.3';
    const limit = addMoney(total, money(last, 'USD'));
    const journal = await store.open({ spendLimit: { amount: limit, periodMs: aDay } });
    for (const price of prices) await begun(journal, aJournalEntry({ price }));
    const tooMuch = await journal.begin(aJournalEntry({ price: `${last}0000001` }));
    assert.ok(tooMuch.status === 'over_limit');
    assertSameAmount(tooMuch.spent, total.amount);
    await begun(journal, aJournalEntry({ price: last }));
    assert.equal(
      (await journal.begin(aJournalEntry({ price: '0.00000001' }))).status,
      'over_limit',
    );
  }),
  scenario('counts what was charged once an order is done', async (store) => {
    const journal = await store.open(dollars('30.00'));
    const cheaper = await begun(journal, aJournalEntry({ price: '20.00' }));
    const settle = (id: string, amount?: string): Promise<void> =>
      journal.settle(aScope, id, {
        status: 'done',
        result: {},
        ...(amount === undefined ? {} : { charged: money(amount, 'USD') }),
      });
    await settle(cheaper.operation.id, '12.50');
    const dearer = await begun(journal, aJournalEntry({ price: '10.00' }));
    await settle(dearer.operation.id, '17.00');
    const unnamed = await begun(journal, aJournalEntry({ price: '0.25' }));
    await settle(unnamed.operation.id);
    const outcome = await journal.begin(aJournalEntry({ price: '0.26' }));
    assert.ok(outcome.status === 'over_limit');
    assertSameAmount(outcome.spent, '29.75');
    await begun(journal, aJournalEntry({ price: '0.25' }));
  }),
  scenario(
    'releases what a refused order had reserved, and keeps it for an unknown one',
    async (store) => {
      const journal = await store.open(dollars('10.00'));
      const refused = await begun(journal, aJournalEntry({ price: '10.00' }));
      await journal.settle(aScope, refused.operation.id, { status: 'refused' });
      const unknown = await begun(journal, aJournalEntry({ price: '6.00' }));
      const state = { status: 'unknown', because: 'no answer' } as const;
      await journal.settle(aScope, unknown.operation.id, state);
      assert.equal((await journal.begin(aJournalEntry({ price: '5.00' }))).status, 'over_limit');
      await begun(journal, aJournalEntry({ price: '4.00' }));
    },
  ),
  scenario('forgets spending when the period has passed', async (store) => {
    const journal = await store.open(dollars('10.00', 300));
    await begun(journal, aJournalEntry({ price: '10.00', startedAt: store.now() }));
    await store.advance(350);
    await begun(journal, aJournalEntry({ price: '10.00', startedAt: store.now() }));
  }),
  scenario('concerns its own currency only', async (store) => {
    const journal = await store.open(dollars('10.00'));
    await begun(journal, aJournalEntry({ price: '500.00', currency: 'TRY' }));
    await begun(journal, aJournalEntry({ price: '10.00' }));
    await begun(journal, aJournalEntry({ price: '500.00', currency: 'TRY' }));
    assert.equal((await journal.begin(aJournalEntry({ price: '0.01' }))).status, 'over_limit');
  }),
  scenario('lets no more simultaneous orders begin than the limit pays for', async (store) => {
    const journal = await store.open(dollars('30.00'));
    await warmUp(journal);
    const attempts = Array.from({ length: 12 }, () =>
      journal.begin(aJournalEntry({ price: '10.00' })),
    );
    assertSameData(countOutcomes(await Promise.all(attempts)), { begun: 3, over_limit: 9 });
  }),
];
