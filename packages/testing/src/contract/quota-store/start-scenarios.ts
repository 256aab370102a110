import assert from 'node:assert/strict';
import type { QuotaBucket } from '@registrar-kit/core';
import {
  aBucket,
  aKey,
  aRequest,
  assertMustWait,
  leaseMs,
  longMs,
  pass,
  scenario,
  taken,
  type QuotaStoreScenario,
} from './quota-store-scenario.js';

const windowMs = 600;
/** One request in each window, counted from when it is sent. */
const fromStart = aBucket(1, { windows: [{ limit: 1, windowMs }], countsFrom: 'start' });

/** Where requests count from their start, that is when they are sent and not when they are admitted. */
export const startScenarios: readonly QuotaStoreScenario[] = [
  scenario(
    'keeps the place of a request that was not sent yet, and counts it from its stamp',
    async (subject) => {
      const [first, second] = [await subject.open(), await subject.open()];
      const [ticket = ''] = await taken(first, fromStart, 'one');
      assertMustWait(await second.admit(aKey, fromStart, aRequest('two')), 'it is not sent yet');
      await pass(windowMs + 50);
      assertMustWait(await second.admit(aKey, fromStart, aRequest('two')), 'it may still be sent');
      await first.stamp(aKey, fromStart, ticket);
      const grant = await second.admit(aKey, fromStart, aRequest('two'));
      assert.ok(assertMustWait(grant, 'just sent') <= windowMs, 'no longer than the window');
      await pass(windowMs + 50);
      await taken(second, fromStart, 'two');
    },
  ),
  scenario('does not count a request again when it ends, or its holder dies', async (subject) => {
    const store = await subject.open();
    const [ended = ''] = await taken(store, fromStart, 'one');
    await store.stamp(aKey, fromStart, ended);
    await pass(windowMs - 200);
    await store.complete(aKey, fromStart, ended, 'sent');
    await pass(250);
    const bucket: QuotaBucket = {
      ...fromStart,
      windows: [{ limit: 1, windowMs: leaseMs + 200 }],
    };
    const key = { ...aKey, bucket: 'another' };
    const [dying] = (await store.admit(key, bucket, aRequest('dying'))).tickets;
    await store.stamp(key, bucket, dying?.id ?? '');
    await taken(store, fromStart, 'one');
    await pass(leaseMs + 250);
    const { tickets } = await store.admit(key, bucket, aRequest('living'));
    assert.equal(tickets.length, 1, 'its window began when it was sent');
  }),
  scenario('counts a request from its end if it was never stamped', async (subject) => {
    const store = await subject.open();
    const [ended = ''] = await taken(store, fromStart, 'one');
    await pass(windowMs + 50);
    await store.complete(aKey, fromStart, ended, 'sent');
    assertMustWait(await store.admit(aKey, fromStart, aRequest('one')), 'it has just ended');
    await pass(windowMs + 50);
    const [unasked = ''] = await taken(store, fromStart, 'one');
    await store.complete(aKey, fromStart, unasked, 'sent');
    await pass(windowMs + 50);
    await taken(store, fromStart, 'one');
  }),
  scenario(
    'counts the request of a dead process from the end of its lease if it was never stamped',
    async (subject) => {
      const store = await subject.open();
      await taken(store, fromStart, 'dying');
      await pass(leaseMs + 50);
      const grant = await store.admit(aKey, fromStart, aRequest('living'));
      assertMustWait(grant, 'it may have been sent until then');
      await pass(windowMs);
      await taken(store, fromStart, 'living');
    },
  ),
  scenario(
    'takes no place away and counts nothing from earlier on because it is told again',
    async (subject) => {
      const store = await subject.open();
      const [ticket = ''] = await taken(store, fromStart, 'one');
      await store.restore(aKey, fromStart, [{ id: ticket, ageMs: 0 }]);
      await pass(windowMs + 50);
      assertMustWait(await store.admit(aKey, fromStart, aRequest('one')), 'it is still not sent');
      await store.stamp(aKey, fromStart, ticket);
      await store.restore(aKey, fromStart, [{ id: ticket, ageMs: longMs }]);
      assertMustWait(await store.admit(aKey, fromStart, aRequest('one')), 'it has just been sent');
    },
  ),
  scenario('counts the stamp of a request that it did not know', async (subject) => {
    const store = await subject.open();
    const bucket = aBucket(1, { countsFrom: 'start' });
    await store.stamp(aKey, bucket, 'admitted before it was emptied');
    assertMustWait(await store.admit(aKey, bucket, aRequest('one')), 'it counts all the same');
  }),
];
