import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, test } from '@jest/globals';
import {
  describeWithServer,
  startRedis,
  type ServerProcess,
} from '@registrar-kit/dev/test-servers';
import { redisQuotaStore, type RedisQuotaStore } from '@registrar-kit/redis';
import { quotaStoreContract } from '@registrar-kit/testing/contract';
import { Redis } from 'ioredis';

describeWithServer('redis', 'with a real server', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startRedis();
  }, 60_000);
  afterAll(() => server.destroy());

  quotaStoreContract({ describe, test }, 'redisQuotaStore', {
    create: () => {
      const prefix = `quota ${randomUUID()}`;
      const stores: RedisQuotaStore[] = [];
      return {
        open: () => {
          const { url } = server;
          const store = redisQuotaStore({
            ...{ url, prefix, leaseMs: 1000, timeoutMs: 10_000 },
            whenUnreachable: 'refuse',
          });
          stores.push(store);
          return store;
        },
        empty: async () => {
          const admin = new Redis(server.url);
          await admin.del(...(await admin.keys(`{${prefix}*`)));
          admin.disconnect();
        },
        destroy: async () => {
          await Promise.all(stores.map((store) => store.close()));
        },
      };
    },
  });
});
