import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { QuotaBucket } from '@registrar-kit/core';
import {
  describeWithServer,
  startRedis,
  type ServerProcess,
} from '@registrar-kit/dev/test-servers';
import { redisQuotaStore, type RedisQuotaStore } from '@registrar-kit/redis';
import { Redis } from 'ioredis';

const key = { provider: 'example', host: 'api.example.com', account: 'one', bucket: 'api' };
const longMs = 3_600_000;
const both = ['start', 'completion'] as const;

describeWithServer('redis', 'the places that tickets hold in the windows', () => {
  let server: ServerProcess;
  let admin: Redis;
  const stores: RedisQuotaStore[] = [];
  beforeAll(async () => {
    server = await startRedis();
    admin = new Redis(server.url);
  }, 60_000);
  afterAll(async () => {
    admin.disconnect();
    await Promise.all(stores.map((store) => store.close()));
    await server.destroy();
  });

  /** A store with all its tickets under way, and the names of its keys. */
  async function filled(
    countsFrom: QuotaBucket['countsFrom'],
    limit: number,
  ): Promise<{
    log: string;
    open: string;
    tickets: readonly string[];
    free: () => Promise<number>;
  }> {
    const prefix = `places ${randomUUID()}`;
    const store = redisQuotaStore({
      ...{ url: server.url, prefix, timeoutMs: 10_000 },
      whenUnreachable: 'refuse',
    });
    stores.push(store);
    const bucket: QuotaBucket = { windows: [{ limit, windowMs: longMs }], countsFrom };
    const ask = { member: 'one', waiting: { interactive: limit, bulk: 0 } };
    const { tickets } = await store.admit(key, bucket, ask);
    const base = `{${prefix}:${JSON.stringify(Object.values(key))}}`;
    return {
      ...{ log: `${base}:log`, open: `${base}:open`, tickets: tickets.map(({ id }) => id) },
      free: async () => (await store.admit(key, bucket, ask)).tickets.length,
    };
  }
  const serverNow = async (): Promise<number> => {
    const [seconds, micros] = await admin.time();
    return Number(seconds) * 1_000_000 + Number(micros);
  };

  it.each(both)(
    'are kept when the clock was set back, counted from %s, and what was stamped ahead of it counts from now',
    async (countsFrom) => {
      const { log, tickets, free } = await filled(countsFrom, 2);
      const [held = '', stamped = ''] = tickets;
      const before = await serverNow();
      await admin.zadd(log, before + longMs * 1000, stamped);
      if (countsFrom === 'completion') await admin.zrem(log.replace(/log$/, 'open'), stamped);
      expect(await free()).toBe(0);
      expect(await admin.zscore(log, held)).toBe('inf');
      const score = Number(await admin.zscore(log, stamped));
      expect(score).toBeGreaterThanOrEqual(before);
      expect(score).toBeLessThanOrEqual(await serverNow());
    },
  );

  it('are found for tickets of an older version, which held none', async () => {
    const { log, open, tickets, free } = await filled('completion', 3);
    await admin.del(log);
    expect(await free()).toBe(0);
    // That version stamps whatever lies ahead, and a place that is held does.
    await admin.zadd(log, await serverNow(), tickets[0]!);
    expect(await free()).toBe(0);
    for (const ticket of tickets) expect(await admin.zscore(log, ticket)).toBe('inf');
    // Of one whose lease has ended as well, it is known that it may have been sent.
    await admin.del(log);
    const endedAt = (await serverNow()) - 1000;
    await admin.zadd(open, endedAt, tickets[1]!);
    expect(await free()).toBe(0);
    expect(Number(await admin.zscore(log, tickets[1]!))).toBe(endedAt);
  });

  it.each(both)(
    'begin to count when their tickets are lost, counted from %s',
    async (countsFrom) => {
      const { log, open, tickets, free } = await filled(countsFrom, 2);
      const before = await serverNow();
      await admin.del(open);
      expect(await free()).toBe(0);
      for (const ticket of tickets)
        expect(Number(await admin.zscore(log, ticket))).toBeGreaterThanOrEqual(before);
      await admin.zadd(log, before - longMs * 1000, tickets[0]!);
      expect(await free()).toBe(1);
    },
  );
});
