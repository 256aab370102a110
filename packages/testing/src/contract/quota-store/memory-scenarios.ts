import assert from 'node:assert/strict';
import {
  aBucket,
  aKey,
  aRequest,
  assertMustWait,
  longMs,
  pass,
  scenario,
  taken,
  type QuotaStoreScenario,
} from './quota-store-scenario.js';

/** Windows outlive processes, and what was forgotten can be told again. */
export const memoryScenarios: readonly QuotaStoreScenario[] = [
  scenario('remembers for a process that comes later what another one sent', async (subject) => {
    const before = await subject.open();
    const bucket = aBucket(1);
    const [ticket = ''] = await taken(before, bucket, 'before');
    await before.complete(aKey, bucket, ticket, 'sent');
    const after = await subject.open();
    assertMustWait(await after.admit(aKey, bucket, aRequest('after')), 'the window is used up');
  }),
  scenario(
    'says by another name of its memory that it was emptied, and gives nothing before it is told',
    async (subject) => {
      const store = await subject.open();
      const bucket = aBucket(3);
      const { memory } = await store.admit(aKey, bucket, aRequest('one'));
      const again = await store.admit(aKey, bucket, aRequest('one', { bulk: 1 }, memory));
      assert.equal(again.memory, memory, 'the memory keeps its name');
      assert.equal(again.tickets.length, 1);
      await subject.empty();
      const emptied = await store.admit(aKey, bucket, aRequest('one', { bulk: 1 }, memory));
      assert.notEqual(emptied.memory, memory);
      assert.deepEqual(emptied.tickets, []);
    },
  ),
  scenario(
    'gives those who remember a moment to tell, before anybody gets a slot',
    async (subject) => {
      const [first, second] = [await subject.open(), await subject.open()];
      const bucket = aBucket(3);
      const { memory } = await first.admit(aKey, bucket, aRequest('one'));
      await subject.empty();
      const emptied = await first.admit(aKey, bucket, aRequest('one', { bulk: 1 }, memory));
      assertMustWait(await second.admit(aKey, bucket, aRequest('two')), 'the others may know more');
      assertMustWait(
        await first.admit(aKey, bucket, aRequest('one', { bulk: 1 }, emptied.memory)),
        'the same for who asked first',
      );
      await pass(2100);
      await taken(second, bucket, 'two');
    },
  ),
  scenario('counts what it is told again, once, with its age', async (subject) => {
    const store = await subject.open();
    const bucket = aBucket(3);
    const [ticket = ''] = await taken(store, bucket, 'one');
    await store.complete(aKey, bucket, ticket, 'sent');
    const past = [
      { id: ticket, ageMs: 5 },
      { id: 'another', ageMs: 1000 },
      { id: 'long past', ageMs: longMs + 1 },
    ];
    await store.restore(aKey, bucket, past);
    await store.restore(aKey, bucket, past);
    await taken(store, bucket, 'one');
    const waitMs = assertMustWait(await store.admit(aKey, bucket, aRequest('one')), 'three count');
    assert.ok(waitMs <= longMs - 1000, 'the oldest ends first');
  }),
  scenario('counts the end of a request that it did not know to be under way', async (subject) => {
    const store = await subject.open();
    const bucket = aBucket(1);
    await store.complete(aKey, bucket, 'begun before it was emptied', 'sent');
    assertMustWait(await store.admit(aKey, bucket, aRequest('one')), 'it counts all the same');
  }),
];
