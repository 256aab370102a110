import assert from 'node:assert/strict';
import {
  aBucket,
  aKey,
  aRequest,
  assertMustWait,
  lanesOf,
  leaseMs,
  pass,
  scenario,
  taken,
  type QuotaStoreScenario,
} from './quota-store-scenario.js';

/** Who comes first, and what becomes of those who do not come back. */
export const lineScenarios: readonly QuotaStoreScenario[] = [
  scenario(
    'gives the next slot to a customer, whatever process it waits in, before the bulk lane',
    async (subject) => {
      const [nightly, shop] = [await subject.open(), await subject.open()];
      const bucket = aBucket(100, { maxConcurrent: 1 });
      const [ticket = ''] = await taken(nightly, bucket, 'nightly', 1, 'bulk');
      assertMustWait(await nightly.admit(aKey, bucket, aRequest('nightly', { bulk: 50 })), 'busy');
      assertMustWait(await shop.admit(aKey, bucket, aRequest('shop')), 'busy');
      await nightly.complete(aKey, bucket, ticket, 'sent');
      assertMustWait(
        await nightly.admit(aKey, bucket, aRequest('nightly', { bulk: 50 })),
        'a customer waits in another process',
      );
      assert.deepEqual(lanesOf(await shop.admit(aKey, bucket, aRequest('shop'))), ['interactive']);
    },
  ),
  scenario('gives bulk every tenth slot while customers keep coming', async (subject) => {
    const store = await subject.open();
    const bucket = aBucket(1000, { maxConcurrent: 1 });
    const lanes: string[] = [];
    for (let slot = 0; slot < 30; slot += 1) {
      const request = aRequest('one', { interactive: 5, bulk: 5 });
      const grant = await store.admit(aKey, bucket, request);
      lanes.push(...lanesOf(grant));
      for (const { id } of grant.tickets) await store.complete(aKey, bucket, id, 'sent');
    }
    const bulkAt = lanes.flatMap((lane, index) => (lane === 'bulk' ? [index] : []));
    assert.deepEqual(bulkAt, [9, 19, 29]);
  }),
  scenario(
    'lets processes of a lane take turns, however many requests wait in one of them',
    async (subject) => {
      const store = await subject.open();
      const bucket = aBucket(1000, { maxConcurrent: 1 });
      const [first = ''] = await taken(store, bucket, 'zero');
      const ask = { many: aRequest('many', { bulk: 500 }), few: aRequest('few', { bulk: 2 }) };
      assertMustWait(await store.admit(aKey, bucket, ask.many), 'busy');
      assertMustWait(await store.admit(aKey, bucket, ask.few), 'busy');
      const served: string[] = [];
      let ticket = first;
      for (let turn = 0; turn < 4; turn += 1) {
        await store.complete(aKey, bucket, ticket, 'sent');
        // By then each has been told to come back.
        await pass(60);
        for (const [name, request] of Object.entries(ask)) {
          const [granted] = (await store.admit(aKey, bucket, request)).tickets;
          if (granted === undefined) continue;
          served.push(name);
          ticket = granted.id;
        }
      }
      assert.deepEqual(served, ['many', 'few', 'many', 'few']);
    },
  ),
  scenario('holds nobody up for a process that left the line, or died in it', async (subject) => {
    const store = await subject.open();
    const bucket = aBucket(100, { maxConcurrent: 1 });
    const [ticket = ''] = await taken(store, bucket, 'one');
    for (const member of ['leaving', 'dying'])
      assertMustWait(await store.admit(aKey, bucket, aRequest(member)), 'busy');
    await store.leave(aKey, 'leaving');
    await store.complete(aKey, bucket, ticket, 'sent');
    await pass(leaseMs + 200);
    await taken(store, bucket, 'living', 1, 'bulk');
  }),
  scenario(
    'takes the slot of a dead process back when its lease ends, and counts its request',
    async (subject) => {
      const store = await subject.open();
      const bucket = aBucket(2, { maxConcurrent: 1 });
      await taken(store, bucket, 'dying');
      assertMustWait(await store.admit(aKey, bucket, aRequest('living')), 'it may be alive');
      await pass(leaseMs + 100);
      await taken(store, bucket, 'living');
      await pass(leaseMs + 100);
      assertMustWait(await store.admit(aKey, bucket, aRequest('living')), 'both requests count');
    },
  ),
  scenario('leaves the slot to a process that says it is alive', async (subject) => {
    const store = await subject.open();
    const bucket = aBucket(100, { maxConcurrent: 1 });
    const [ticket = ''] = await taken(store, bucket, 'slow');
    for (let sign = 0; sign < 3; sign += 1) {
      await pass(leaseMs / 2);
      await store.extend(aKey, ticket);
    }
    assertMustWait(await store.admit(aKey, bucket, aRequest('other')), 'the slow one lives');
  }),
];
