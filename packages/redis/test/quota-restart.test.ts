import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { QuotaBucket, QuotaGrant } from '@registrar-kit/core';
import {
  describeWithServer,
  startRedis,
  type ServerProcess,
} from '@registrar-kit/dev/test-servers';
import { redisQuotaStore, type RedisQuotaStore } from '@registrar-kit/redis';

const key = { provider: 'example', host: 'api.example.com', account: 'one', bucket: 'api' };
const bucket: QuotaBucket = {
  windows: [{ limit: 20, windowMs: 60_000 }],
  countsFrom: 'completion',
};

describeWithServer('redis', 'a server that was started again', () => {
  let server: ServerProcess;
  const stores: RedisQuotaStore[] = [];
  beforeAll(async () => {
    server = await startRedis();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await server.destroy();
  });

  const open = (): RedisQuotaStore => {
    const store = redisQuotaStore({ url: server.url, timeoutMs: 5000, whenUnreachable: 'refuse' });
    stores.push(store);
    return store;
  };
  const ask = async (store: RedisQuotaStore, member: string): Promise<QuotaGrant> => {
    const request = { member, waiting: { interactive: 1, bulk: 0 } };
    for (let left = 50; ; left -= 1) {
      try {
        return await store.admit(key, bucket, request);
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  };

  it('gives nobody a slot before those who went on without it had time to tell, and says that it is back', async () => {
    const [store, other] = [open(), open()];
    const heard: boolean[] = [];
    store.watch?.((isThere) => heard.push(isThere));
    expect((await ask(store, 'one')).tickets).toHaveLength(1);
    expect((await ask(other, 'two')).tickets).toHaveLength(1);
    await server.crash();
    await server.start();
    for (const [name, asking] of [
      ['one', store],
      ['two', other],
      ['three', open()],
    ] as const) {
      const grant = await ask(asking, name);
      expect([name, grant.tickets]).toEqual([name, []]);
      expect(grant.waitMs).toBeLessThanOrEqual(2000);
    }
    expect(heard).toEqual([true, false, true]);
  }, 60_000);
});
