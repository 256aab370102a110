import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { isRegistrarError, type OperationJournal } from '@registrar-kit/core';
import {
  describeWithServer,
  startRedis,
  type ServerProcess,
} from '@registrar-kit/dev/test-servers';
import { redisJournal, type RedisJournal, type RedisJournalOptions } from '@registrar-kit/redis';
import { aJournalEntry } from '@registrar-kit/testing/contract';
import { Redis } from 'ioredis';

const done = { status: 'done', result: {} } as const;

describeWithServer('redis', 'redisJournal in trouble', () => {
  let server: ServerProcess;
  let admin: Redis;
  let count = 0;
  let prefix: string;
  const journals: RedisJournal[] = [];

  const open = (options: Partial<RedisJournalOptions> = {}): RedisJournal => {
    const source = options.client === undefined ? { url: server.url } : {};
    const journal = redisJournal({ ...source, prefix, timeoutMs: 5000, ...options });
    journals.push(journal);
    return journal;
  };
  /** Why a step was rejected; the password must be nowhere in it. */
  const failureOf = async (step: Promise<unknown>): Promise<unknown> => {
    const error: unknown = await step.then(
      () => {
        throw new Error('the step was not rejected');
      },
      (thrown: unknown) => thrown,
    );
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('CANARY');
    return error;
  };
  const begin = async (
    journal: OperationJournal,
    order = aJournalEntry(),
  ): Promise<typeof order> => {
    expect(await journal.begin(order)).toMatchObject({ status: 'begun' });
    return order;
  };
  const configurationProblem = async (journal: OperationJournal): Promise<string> => {
    const error = await failureOf(journal.begin(aJournalEntry()));
    if (!isRegistrarError(error, 'CONFIGURATION_INVALID')) throw error as Error;
    return error.message;
  };
  /** Runs with settings of the server changed, and puts them back. */
  const withSettings = async (
    settings: Readonly<Record<string, string>>,
    run: () => Promise<void>,
  ): Promise<void> => {
    const before: [string, string][] = [];
    for (const [name, value] of Object.entries(settings)) {
      const [, old = ''] = await admin.config('GET', name);
      before.push([name, old]);
      await admin.config('SET', name, value);
    }
    try {
      await run();
    } finally {
      for (const [name, value] of before) await admin.config('SET', name, value);
    }
  };

  beforeAll(async () => {
    server = await startRedis();
    admin = new Redis(server.url);
    admin.on('error', () => undefined);
  }, 60_000);
  beforeEach(() => {
    prefix = `trouble ${++count}`;
  });
  afterEach(async () => {
    await Promise.all(journals.splice(0).map((journal) => journal.close()));
  });
  afterAll(async () => {
    admin.disconnect();
    await server.destroy();
  });

  describe('a server that cannot write', () => {
    it('refuses an order when the memory is full, and goes on when there is space', async () => {
      const journal = open();
      const { scope, operation } = await begin(journal);
      const full = {
        name: 'JournalError',
        fault: 'full',
        message: `the journal in Redis ({${prefix}}) has no memory left (OOM)`,
      };
      const order = aJournalEntry();
      await withSettings({ maxmemory: '1' }, async () => {
        expect(await failureOf(journal.begin(order))).toMatchObject(full);
        expect(await failureOf(journal.settle(scope, operation.id, done))).toMatchObject(full);
        expect(await failureOf(journal.takeLease(scope, 'zone', 'one'))).toMatchObject(full);
        expect(await journal.list(scope)).toHaveLength(1);
      });
      await begin(journal, order);
    });

    it('rejects every step that writes on a replica', async () => {
      const journal = open();
      const { scope, key, operation } = await begin(journal);
      await admin.replicaof('127.0.0.1', '1');
      try {
        const readOnly = { name: 'JournalError', fault: 'read_only' };
        expect(await failureOf(journal.begin(aJournalEntry()))).toMatchObject(readOnly);
        expect(await failureOf(journal.settle(scope, operation.id, done))).toMatchObject(readOnly);
        expect(await failureOf(journal.takeLease(scope, 'zone', 'one'))).toMatchObject(readOnly);
        expect((await journal.find(scope, key))?.state).toEqual({ status: 'started' });
      } finally {
        await admin.replicaof('NO', 'ONE');
      }
    });

    it('rejects steps while the script of somebody else keeps the server busy', async () => {
      const journal = open();
      await begin(journal);
      await withSettings({ 'busy-reply-threshold': '50' }, async () => {
        const other = new Redis(server.url);
        const endless = other.eval('while true do end', 0).catch(() => 'killed');
        await delay(150);
        expect(await failureOf(journal.begin(aJournalEntry()))).toMatchObject({ fault: 'locked' });
        await admin.script('KILL');
        await endless;
        other.disconnect();
      });
      await begin(journal);
    });
  });

  describe('a server that goes away', () => {
    it('rejects steps while it is gone, and holds all that it confirmed when it is back', async () => {
      const journal = open();
      const orders = await Promise.all(Array.from({ length: 20 }, () => begin(journal)));
      await server.crash();
      const gone = { name: 'JournalError', fault: 'unreachable' };
      expect(await failureOf(journal.begin(aJournalEntry()))).toMatchObject(gone);
      expect(await failureOf(journal.settle('scope', 'id', done))).toMatchObject(gone);
      expect(await failureOf(journal.takeLease('scope', 'zone', 'one'))).toMatchObject(gone);
      await server.start();
      for (const { scope, key } of orders) {
        expect((await journal.find(scope, key))?.state).toEqual({ status: 'started' });
      }
      await begin(journal);
    }, 30_000);

    it('gives up on a server that does not answer', async () => {
      const journal = open({ timeoutMs: 300 });
      await begin(journal);
      server.freeze();
      try {
        expect(await failureOf(journal.begin(aJournalEntry()))).toMatchObject({
          fault: 'unreachable',
          message: `the journal in Redis ({${prefix}}) did not answer in time`,
        });
      } finally {
        server.thaw();
      }
    });

    it('recognises its own order when the client asks again after a lost answer', async () => {
      const client = {
        call: async (command: string, ...args: (string | number)[]): Promise<unknown> => {
          await admin.call(command, ...args);
          return admin.call(command, ...args);
        },
      };
      const journal = open({ client });
      const { scope, key } = await begin(journal);
      expect(await journal.list(scope)).toHaveLength(1);
      expect(await journal.begin(aJournalEntry({ key }))).toMatchObject({ status: 'exists' });
      expect(await journal.takeLease(scope, 'zone', 'one')).toBe(true);
      await journal.dropLease(scope, 'zone', 'one');
      expect(await journal.takeLease(scope, 'zone', 'other')).toBe(true);
    });

    it('notices that rows were lost, and begins nothing on top of that', async () => {
      const journal = open();
      const { scope, key, operation } = await begin(journal);
      await admin.del(`{${prefix}}:row:${JSON.stringify([scope, operation.id])}`);
      const lost = { name: 'JournalError', fault: 'lost' };
      expect(await failureOf(journal.begin(aJournalEntry({ key })))).toMatchObject(lost);
      expect(await failureOf(journal.find(scope, key))).toMatchObject(lost);
      expect(await failureOf(journal.list(scope))).toMatchObject(lost);
      expect(await failureOf(journal.settle(scope, operation.id, done))).toMatchObject(lost);
    });

    it('rejects steps after it was closed, and leaves a client open that is not its own', async () => {
      const own = open();
      await begin(own);
      await own.close();
      expect(await failureOf(own.begin(aJournalEntry()))).toMatchObject({ fault: 'closed' });
      const borrowed = open({ client: admin });
      await begin(borrowed);
      await borrowed.close();
      expect(await admin.ping()).toBe('PONG');
    });
  });

  describe('a server that is not as it should be', () => {
    it('rejects steps when nothing is there', async () => {
      const journal = open({ url: server.url.replace(/:\d+\//, ':1/') });
      expect(await failureOf(journal.begin(aJournalEntry()))).toMatchObject({
        fault: 'unreachable',
      });
    });

    it.each([
      [
        'a wrong password',
        (url: string) => url.replace(':CANARY', ':wrong-CANARY'),
        /NOAUTH|WRONGPASS/,
      ],
      ['a password that is missing', (url: string) => url.replace(/:CANARY.*@/, ''), /NOAUTH/],
    ])('names %s', async (_what, change, problem) => {
      expect(await configurationProblem(open({ url: change(server.url) }))).toMatch(problem);
    });

    it('names a right that is missing', async () => {
      await admin.acl('SETUSER', 'clerk', 'on', '>CANARY-clerk', '~*', '+@read', '+info');
      const journal = open({ url: server.url.replace(/\/\/.*@/, '//clerk:CANARY-clerk@') });
      expect(await configurationProblem(journal)).toMatch(/NOPERM/);
    });

    it('refuses the schema of a newer version', async () => {
      await begin(open());
      await admin.hset(`{${prefix}}:about`, 'schema', '99');
      expect(await configurationProblem(open())).toMatch(
        /has schema 99, this version knows 2; update @registrar-kit\/redis/,
      );
    });
  });

  describe('what it can be relied on for', () => {
    it('is the most when the server writes everything at once', async () => {
      expect(await open().guarantees()).toEqual({ survives: 'power_loss', shared: true });
    });

    it.each([
      [{ appendfsync: 'everysec' }, 'process_exit', 'appendfsync is everysec instead of always'],
      [{ appendonly: 'no' }, 'process_exit', 'appendonly is no instead of yes'],
      [{ 'maxmemory-policy': 'allkeys-lru' }, 'nothing', 'maxmemory-policy is allkeys-lru instead'],
    ])('is less with %o', async (settings, survives, note) => {
      await withSettings(settings, async () => {
        expect(await open().guarantees()).toEqual({
          survives,
          shared: true,
          note: expect.stringContaining(note) as unknown,
        });
      });
    });

    it('is less when the server does not tell', async () => {
      await admin.acl('SETUSER', 'tenant', 'on', '>CANARY-tenant', '~*', '+@all', '-config');
      const journal = open({ url: server.url.replace(/\/\/.*@/, '//tenant:CANARY-tenant@') });
      const { survives, note } = await journal.guarantees();
      expect(survives).toBe('process_exit');
      expect(note).toContain('appendfsync is not readable instead of always');
    });
  });

  describe('a server or client set up in another way', () => {
    it('works with a client that puts a prefix before every key', async () => {
      const client = new Redis(server.url, { keyPrefix: 'app:' });
      const journal = open({ client });
      const { scope, key } = await begin(journal);
      expect(await journal.find(scope, key)).toBeDefined();
      expect(await journal.takeLease(scope, 'zone', 'one')).toBe(true);
      expect(await journal.takeLease(scope, 'zone', 'other')).toBe(false);
      expect(await admin.keys(`app:*${prefix}*`)).not.toHaveLength(0);
      expect(await admin.keys(`{${prefix}}*`)).toHaveLength(0);
      client.disconnect();
    });

    it('works in a cluster', async () => {
      const node = await startRedis({ 'cluster-enabled': 'yes' });
      const client = new Redis(node.url);
      try {
        await client.call('CLUSTER', 'ADDSLOTSRANGE', 0, 16_383);
        while (!(await client.cluster('INFO')).includes('cluster_state:ok')) {
          await delay(20);
        }
        const spendLimit = { amount: { amount: '10.00', currency: 'USD' }, periodMs: 60_000 };
        const journal = open({ client, spendLimit });
        const { scope, key, operation } = await begin(journal);
        expect(await journal.begin(aJournalEntry())).toMatchObject({ status: 'over_limit' });
        await journal.settle(scope, operation.id, done);
        expect((await journal.find(scope, key))?.state).toEqual(done);
        expect(await journal.takeLease(scope, 'zone', 'one')).toBe(true);
        expect(await journal.takeLease(scope, 'zone', 'other')).toBe(false);
      } finally {
        client.disconnect();
        await node.destroy();
      }
    }, 20_000);
  });
});
