import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QuotaBucket } from '@registrar-kit/core';
import {
  describeWithServer,
  startRedis,
  type ServerProcess,
} from '@registrar-kit/dev/test-servers';
import { Redis } from 'ioredis';
import nock from 'nock';
import { CountingVendor } from './support/counting-vendor.js';
import { QuotaProcess } from './support/quota-process.js';
import type { QuotaJob } from './support/quota-worker.js';

/** Two windows, so that both have to hold, and short enough for a test. */
const bucket: QuotaBucket = {
  windows: [
    { limit: 8, windowMs: 700 },
    { limit: 16, windowMs: 2000 },
  ],
  countsFrom: 'completion',
};
const leaseMs = 1500;
const names = ['one', 'two', 'three', 'four'] as const;

describeWithServer('redis', 'four processes on one account', () => {
  let server: ServerProcess;
  let admin: Redis;
  let vendor: CountingVendor;
  let processes: readonly QuotaProcess[] = [];

  beforeAll(async () => {
    nock.restore();
    server = await startRedis();
    admin = new Redis(server.url);
    admin.on('error', () => undefined);
  }, 60_000);
  beforeEach(async () => {
    vendor = await CountingVendor.open();
  });
  afterEach(async () => {
    await Promise.all(processes.map((each) => each.kill()));
    await vendor.close();
    expect(processes.map(({ complaints }) => complaints).join('')).toBe('');
    processes = [];
  });
  afterAll(async () => {
    admin.disconnect();
    await server.destroy();
  });

  const start = async (
    more: Partial<QuotaJob> = {},
  ): Promise<readonly [QuotaProcess, QuotaProcess, QuotaProcess, QuotaProcess]> => {
    const prefix = `quota ${randomUUID()}`;
    const job = {
      ...{ redisUrl: server.url, prefix, leaseMs, bucket, vendorUrl: vendor.url },
      whenUnreachable: { share: 0.25 },
      ...more,
    };
    const [one, two, three, four] = names;
    const started = await Promise.all([
      QuotaProcess.start({ ...job, name: one }),
      QuotaProcess.start({ ...job, name: two }),
      QuotaProcess.start({ ...job, name: three }),
      QuotaProcess.start({ ...job, name: four }),
    ]);
    processes = started;
    return started;
  };

  /** All that were put into the line have been sent. */
  const allSent = async (counts: readonly number[], those = processes): Promise<void> => {
    await Promise.all(
      those.map((each, index) =>
        each.until(() => each.count('sent') + each.count('failed') >= (counts[index] ?? 0)),
      ),
    );
    expect(those.map((each) => each.count('sent'))).toEqual(counts.slice(0, those.length));
  };

  const sendAll = async (counts: readonly number[], those = processes): Promise<void> => {
    await Promise.all(those.map((each, index) => each.send(counts[index] ?? 0)));
  };

  describe.each([
    ['even', [12, 12, 12, 12]],
    ['uneven', [36, 9, 2, 1]],
  ])('under %s load', (_, counts) => {
    it('send all, stay inside both windows, and ask no more than three times for each request', async () => {
      await start();
      const before = await commandsOf(admin);
      await sendAll(counts);
      await allSent(counts);
      expect(vendor.arrivals).toHaveLength(48);
      expect(vendor.over(bucket)).toEqual([0, 0]);
      expect(((await commandsOf(admin)) - before) / 48).toBeLessThanOrEqual(3);
    }, 120_000);
  });

  it('that count from the start stay inside both windows from their first connections on, for one command more', async () => {
    // So much may the vendor, which is this process, be behind with its own clock.
    const fromStart: QuotaBucket = { ...bucket, countsFrom: 'start', guardMs: 250 };
    await start({ bucket: fromStart });
    const before = await commandsOf(admin);
    await sendAll([24, 12, 8, 4]);
    await allSent([24, 12, 8, 4]);
    expect(vendor.arrivals).toHaveLength(48);
    expect(vendor.over(bucket)).toEqual([0, 0]);
    expect(((await commandsOf(admin)) - before) / 48).toBeLessThanOrEqual(4);
  }, 120_000);

  it('get the slots of one that was killed back when its lease ends', async () => {
    const [dying, ...living] = await start();
    vendor.latencyMs = 300;
    await sendAll([30, 12, 12, 12]);
    await dying.until(() => dying.count('sent') >= 3);
    await dying.kill();
    const arrived = vendor.countOf('one');
    await allSent([12, 12, 12], living);
    // What it was told to send and had not sent died with it.
    expect(arrived).toBeLessThan(30);
    expect(vendor.countOf('one')).toBe(arrived);
    expect(vendor.over(bucket)).toEqual([0, 0]);
  }, 120_000);

  it.each<[string, () => Promise<void>]>([
    [
      'starts again with its data',
      async () => {
        await server.crash();
        await delay(1500);
        await server.start();
      },
    ],
    [
      'starts again with nothing',
      async () => {
        await admin.config('SET', 'appendonly', 'no');
        await admin.flushall();
        await admin.config('SET', 'appendonly', 'yes');
        await server.crash();
        await delay(1500);
        await server.start();
      },
    ],
  ])(
    'go on with a share while Redis is gone, and together when it %s',
    async (_, outage) => {
      const all = await start();
      // One has used most of the account's slots when the others learn that they are alone.
      await sendAll([24, 1, 1, 1]);
      await all[0].until(() => all[0].count('sent') >= 10);
      const struck = outage();
      await delay(300);
      await sendAll([8, 12, 12, 12]);
      await struck;
      await allSent([32, 13, 13, 13]);
      expect(vendor.over(bucket)).toEqual([0, 0]);
      await sendAll([4, 4, 4, 4]);
      await allSent([36, 17, 17, 17]);
      expect(vendor.over(bucket)).toEqual([0, 0]);
      for (const each of all)
        expect([each.heard('quota.degraded'), each.heard('quota.resumed')]).toEqual([1, 1]);
    },
    120_000,
  );

  it('tell a Redis that was emptied what they have sent, before anybody sends more', async () => {
    await start();
    await sendAll([24, 8, 8, 8]);
    await processes[0]!.until(() => processes[0]!.count('sent') >= 6);
    await admin.flushall();
    await allSent([24, 8, 8, 8]);
    expect(vendor.over(bucket)).toEqual([0, 0]);
  }, 120_000);

  it('never exceed the limits with a quarter each, however long Redis is gone', async () => {
    const all = await start();
    await sendAll([12, 0, 0, 0]);
    await all[0].until(() => all[0].count('sent') >= 8);
    await server.crash();
    try {
      await sendAll([4, 10, 10, 10]);
      await allSent([16, 10, 10, 10]);
    } finally {
      await server.start();
    }
    expect(vendor.over(bucket)).toEqual([0, 0]);
    for (const each of all) expect(each.heard('quota.degraded')).toBe(1);
  }, 120_000);

  it('send nothing without Redis where they are set to refuse, and go on when it is back', async () => {
    const all = await start({ whenUnreachable: 'refuse' });
    await sendAll([1, 1, 1, 1]);
    await allSent([1, 1, 1, 1]);
    await server.crash();
    try {
      await sendAll([2, 2, 2, 2]);
      for (const each of all) {
        await each.until(() => each.count('failed') === 2);
        expect(each.news).toContainEqual({
          is: 'failed',
          code: 'RATE_LIMITED',
          message: expect.stringContaining('the store that shares the quota of "api" cannot be'),
        });
      }
      expect(vendor.arrivals).toHaveLength(4);
    } finally {
      await server.start();
    }
    for (const each of all) {
      // The store is not asked for every request while it is gone.
      while (each.count('sent') < 2) {
        const settled = each.count('sent') + each.count('failed');
        await each.send(1);
        await each.until(() => each.count('sent') + each.count('failed') > settled);
        await delay(200);
      }
      expect([each.heard('quota.degraded'), each.heard('quota.resumed')]).toEqual([1, 1]);
    }
    expect(vendor.over(bucket)).toEqual([0, 0]);
  }, 120_000);

  it('give the next slot to a customer of one process while another has thousands of bulk requests', async () => {
    const oneByOne: QuotaBucket = {
      windows: [{ limit: 1, windowMs: 250 }],
      countsFrom: 'completion',
    };
    const [busy, , , shop] = await start({ bucket: oneByOne });
    await busy.send(3000);
    for (let turn = 0; turn < 4; turn += 1) {
      await busy.until(() => busy.count('sent') >= (turn + 1) * 3);
      await shop.send(1, { lane: 'interactive' });
      const asked = vendor.arrivals.length;
      await shop.until(() => shop.count('sent') === turn + 1);
      const ahead = vendor.arrivals.slice(asked).findIndex(({ from }) => from === 'four');
      // At most the one that had got its slot before and was on its way.
      expect(ahead).toBeLessThanOrEqual(1);
    }
    expect(vendor.over(oneByOne)).toEqual([0]);
  }, 120_000);
});

/** How many commands all clients have sent that have to do with the quota; what scripts do inside counts as one. */
async function commandsOf(admin: Redis): Promise<number> {
  const stats = await admin.info('commandstats');
  const calls = [...stats.matchAll(/^cmdstat_(?:evalsha|eval):calls=(\d+)/gm)];
  return calls.reduce((sum, [, count]) => sum + Number(count), 0);
}
