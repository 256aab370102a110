import assert from 'node:assert/strict';
import { aJournalEntry, aScope, countOutcomes, idOf, warmUp } from './a-journal-entry.js';
import { assertSameData } from './assert-same-data.js';
import { scenario, type JournalScenario } from './journal-scenario.js';

const manyTimes = Array.from({ length: 20 });

/** An order is recorded once, and only one order of a kind is under way for a domain. */
export const beginScenarios: readonly JournalScenario[] = [
  scenario('records an order and gives it back whole', async (store) => {
    const journal = await store.open();
    const entry = aJournalEntry({ keyExpiresAt: store.now() + 86_400_000 });
    const outcome = await journal.begin(entry);
    assert.ok(outcome.status === 'begun', outcome.status);
    const { state, leaseUntil, ...recorded } = outcome.row;
    assertSameData(recorded, entry);
    assertSameData(state, { status: 'started' });
    assert.ok(leaseUntil > store.now(), 'the lease begins with the order');
    assertSameData(await journal.find(entry.scope, entry.key), outcome.row);
    assertSameData(await journal.findById(entry.scope, entry.operation.id), outcome.row);
  }),
  scenario(
    'answers a key that is taken with the row that holds it, and records nothing',
    async (store) => {
      const journal = await store.open();
      const first = aJournalEntry({ key: 'caller invoice-7' });
      const second = aJournalEntry({ key: 'caller invoice-7' });
      await journal.begin(first);
      const outcome = await journal.begin(second);
      assert.ok(outcome.status === 'exists', outcome.status);
      assert.equal(idOf(outcome.row), first.operation.id);
      assert.equal(await journal.findById(aScope, second.operation.id), undefined);
      assert.equal((await journal.list(aScope)).length, 1);
    },
  ),
  scenario(
    'answers a domain that has an unsettled order of the same kind with that order',
    async (store) => {
      const journal = await store.open();
      const first = aJournalEntry({ domain: 'one.example' });
      await journal.begin(first);
      const whileStarted = await journal.begin(aJournalEntry({ domain: 'one.example' }));
      assert.ok(whileStarted.status === 'busy', whileStarted.status);
      assert.equal(idOf(whileStarted.row), first.operation.id);
      await journal.settle(aScope, first.operation.id, { status: 'unknown', because: 'no answer' });
      const whileUnknown = await journal.begin(aJournalEntry({ domain: 'one.example' }));
      assert.ok(whileUnknown.status === 'busy', whileUnknown.status);
      assertSameData(whileUnknown.row.state, { status: 'unknown', because: 'no answer' });
      assert.equal((await journal.list(aScope)).length, 1);
    },
  ),
  scenario('keeps other kinds, domains and scopes out of it', async (store) => {
    const journal = await store.open();
    const domain = 'one.example';
    for (const wish of [
      { key: 'k', domain },
      { key: 'l', domain, kind: 'transferDomain' as const },
      { key: 'm', domain: 'two.example' },
      { key: 'k', domain, scope: 'domain-name-api api.example.org reseller' },
    ]) {
      assert.equal((await journal.begin(aJournalEntry(wish))).status, 'begun');
    }
  }),
  scenario(
    'answers a domain that is being renewed when it is to be restored, and the other way round',
    async (store) => {
      const journal = await store.open();
      for (const [first, second] of [
        ['renewDomain', 'restoreDomain'],
        ['restoreDomain', 'renewDomain'],
      ] as const) {
        const domain = `${first.toLowerCase()}.example`;
        const under = aJournalEntry({ domain, kind: first });
        await journal.begin(under);
        const outcome = await journal.begin(aJournalEntry({ domain, kind: second }));
        assert.ok(outcome.status === 'busy', outcome.status);
        assert.equal(idOf(outcome.row), under.operation.id);
        await journal.settle(aScope, under.operation.id, { status: 'done', result: {} });
        const later = await journal.begin(aJournalEntry({ domain, kind: second }));
        assert.equal(later.status, 'begun');
      }
    },
  ),
  scenario('looks at the key first, then at the domain, then at the spend limit', async (store) => {
    const spendLimit = { amount: { amount: '10.00', currency: 'USD' }, periodMs: 86_400_000 };
    const journal = await store.open({ spendLimit });
    const same = { key: 'caller 1', domain: 'one.example' };
    await journal.begin(aJournalEntry(same));
    const otherKey = { domain: 'one.example' };
    assert.equal((await journal.begin(aJournalEntry(same))).status, 'exists');
    assert.equal((await journal.begin(aJournalEntry(otherKey))).status, 'busy');
    assert.equal((await journal.begin(aJournalEntry())).status, 'over_limit');
  }),
  scenario('lets exactly one of 20 simultaneous orders under one key begin', async (store) => {
    const journal = await store.open();
    await warmUp(journal);
    const attempts = manyTimes.map(() => journal.begin(aJournalEntry({ key: 'caller 1' })));
    const outcomes = await Promise.all(attempts);
    assertSameData(countOutcomes(outcomes), { begun: 1, exists: 19 });
    const winner = outcomes.find(({ status }) => status === 'begun');
    for (const outcome of outcomes) {
      assert.ok('row' in outcome && winner !== undefined && 'row' in winner);
      assert.equal(idOf(outcome.row), idOf(winner.row));
    }
  }),
  scenario('lets exactly one of 20 simultaneous orders for one domain begin', async (store) => {
    const journal = await store.open();
    await warmUp(journal);
    const domain = 'one.example';
    const attempts = manyTimes.map(() => journal.begin(aJournalEntry({ domain })));
    const outcomes = await Promise.all(attempts);
    assertSameData(countOutcomes(outcomes), { begun: 1, busy: 19 });
    assert.equal((await journal.list(aScope)).length, 1);
  }),
];
