import assert from 'node:assert/strict';
import {
  aBucket,
  aKey,
  aRequest,
  assertMustWait,
  lanesOf,
  longMs,
  pass,
  scenario,
  taken,
  type QuotaStoreScenario,
} from './quota-store-scenario.js';

/** Never more than the vendor permits, whoever asks. */
export const windowScenarios: readonly QuotaStoreScenario[] = [
  scenario(
    'gives as many slots as the window has, and then tells how long to wait',
    async (subject) => {
      const store = await subject.open();
      const bucket = aBucket(3);
      const grant = await store.admit(aKey, bucket, aRequest('one', { interactive: 5 }));
      assert.deepEqual(lanesOf(grant), ['interactive', 'interactive', 'interactive']);
      assert.equal(new Set(grant.tickets.map(({ id }) => id)).size, 3, 'each ticket has a name');
      assert.ok(grant.waitMs !== undefined, 'two still wait');
    },
  ),
  scenario(
    'counts for all processes together, and each account and bucket for itself',
    async (subject) => {
      const [first, second] = [await subject.open(), await subject.open()];
      const bucket = aBucket(2);
      await taken(first, bucket, 'one');
      await taken(second, bucket, 'two');
      assertMustWait(await first.admit(aKey, bucket, aRequest('one')), 'both slots are taken');
      for (const other of [{ account: 'account-2' }, { bucket: 'api-bulk' }, { host: 'other' }]) {
        const { tickets } = await first.admit({ ...aKey, ...other }, bucket, aRequest('one'));
        assert.equal(tickets.length, 1, `another ${Object.keys(other).join('')} has its own slots`);
      }
    },
  ),
  scenario('keeps several windows at once; the narrowest decides', async (subject) => {
    const store = await subject.open();
    const bucket = aBucket(5, {
      windows: [
        { limit: 5, windowMs: longMs },
        { limit: 2, windowMs: longMs * 2 },
      ],
    });
    const grant = await store.admit(aKey, bucket, aRequest('one', { bulk: 4 }));
    assert.deepEqual(lanesOf(grant), ['bulk', 'bulk']);
  }),
  scenario(
    'counts a request from its end where the bucket says so, however long it takes',
    async (subject) => {
      const store = await subject.open();
      const bucket = aBucket(1, { windows: [{ limit: 1, windowMs: 1500 }] });
      const [ticket = ''] = await taken(store, bucket, 'one');
      await pass(1550);
      assertMustWait(
        await store.admit(aKey, bucket, aRequest('one')),
        'the window begins when the request ends',
      );
      await store.complete(aKey, bucket, ticket, 'sent');
      const waitMs = assertMustWait(await store.admit(aKey, bucket, aRequest('one')), 'just ended');
      assert.ok(waitMs <= 1500, 'and lasts no longer than it says');
      await pass(1550);
      await taken(store, bucket, 'one');
    },
  ),
  scenario('lets no more requests be under way at once than the bucket says', async (subject) => {
    const store = await subject.open();
    const bucket = aBucket(100, { maxConcurrent: 2 });
    const [ticket = ''] = await taken(store, bucket, 'one', 2);
    const grant = await store.admit(aKey, bucket, aRequest('two'));
    assertMustWait(grant, 'two are under way');
    assert.equal(grant.waitsFor, 'release', 'only their end can tell when there is room');
    await store.complete(aKey, bucket, ticket, 'sent');
    await taken(store, bucket, 'two');
  }),
  scenario('does not count a slot that nobody used', async (subject) => {
    for (const countsFrom of ['start', 'completion'] as const) {
      const store = await subject.open();
      const bucket = aBucket(1, { countsFrom });
      const key = { ...aKey, bucket: countsFrom };
      const [ticket] = (await store.admit(key, bucket, aRequest('one'))).tickets;
      assertMustWait(await store.admit(key, bucket, aRequest('one')), 'it is taken');
      await store.complete(key, bucket, ticket?.id ?? '', 'unused');
      const { tickets } = await store.admit(key, bucket, aRequest('one'));
      assert.equal(tickets.length, 1, `given back, counted from ${countsFrom}`);
    }
  }),
  scenario(
    'lets nobody start during a pause, and a shorter one does not end a longer one',
    async (subject) => {
      const [first, second] = [await subject.open(), await subject.open()];
      const bucket = aBucket(100);
      await first.pause(aKey, 400);
      await first.pause(aKey, 10);
      const waitMs = assertMustWait(await second.admit(aKey, bucket, aRequest('two')), 'paused');
      assert.ok(waitMs <= 400);
      await pass(420);
      await taken(second, bucket, 'two');
    },
  ),
];
