import { afterAll, beforeAll } from '@jest/globals';
import {
  describeOutages,
  describeWithServer,
  startRedis,
  type OutageStore,
  type ServerProcess,
} from '@registrar-kit/dev/test-servers';
import { redisJournal, type RedisJournal } from '@registrar-kit/redis';
import { Redis } from 'ioredis';

describeWithServer('redis', 'redisJournal under a paid call', () => {
  let server: ServerProcess;
  let admin: Redis;
  let count = 0;
  const journals: RedisJournal[] = [];

  beforeAll(async () => {
    server = await startRedis();
    admin = new Redis(server.url);
    admin.on('error', () => undefined);
  }, 60_000);
  afterAll(async () => {
    admin.disconnect();
    await server.destroy();
  });

  const openStore = async (): Promise<OutageStore> => {
    const prefix = `outage ${String(++count)}`;
    const open = (): RedisJournal => {
      const journal = redisJournal({ url: server.url, prefix, leaseMs: 500, timeoutMs: 1500 });
      journals.push(journal);
      return journal;
    };
    const journal = open();
    await journal.guarantees();
    const raw = async (): Promise<string> => {
      const names = await admin.keys(`{${prefix}}:*`);
      const hashes = names.filter((name) => name.includes(':row:'));
      const rows = await Promise.all(hashes.map((name) => admin.hgetall(name)));
      return JSON.stringify([names, rows]);
    };
    return { journal, another: open, raw };
  };
  const closeAll = async (): Promise<void> => {
    await Promise.all(journals.splice(0).map((journal) => journal.close()));
  };

  describeOutages(openStore, closeAll, {
    'a server that is gone': () => {
      let gone = false;
      return {
        strike: async () => {
          gone = true;
          await server.crash();
        },
        mend: async () => {
          if (gone) await server.start();
          gone = false;
        },
        told: /cannot be reached|did not answer in time/,
      };
    },
    'a server that does not answer': () => ({
      strike: () => server.freeze(),
      mend: () => server.thaw(),
      told: /did not answer in time/,
    }),
    'a memory that is full': () => ({
      strike: async () => {
        await admin.config('SET', 'maxmemory', '1');
      },
      mend: async () => {
        await admin.config('SET', 'maxmemory', '0');
      },
      told: /has no memory left \(OOM\)/,
    }),
    'a server that has become a replica': () => ({
      strike: async () => {
        await admin.replicaof('127.0.0.1', '1');
      },
      mend: async () => {
        await admin.replicaof('NO', 'ONE');
      },
      told: /can only be read \(READONLY\)/,
    }),
  });
});
