import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import {
  describeWithServer,
  startRedis,
  type ServerProcess,
} from '@registrar-kit/dev/test-servers';
import { redisJournal, type RedisJournal, type RedisJournalOptions } from '@registrar-kit/redis';
import { aJournalEntry } from '@registrar-kit/testing/contract';
import { Redis } from 'ioredis';

const scope = 'namecheap api.example.com panel';
const schema1 = JSON.parse(
  readFileSync(join(__dirname, 'fixtures/journal-schema-1.json'), 'utf8'),
) as readonly (readonly [command: string, ...args: string[]])[];

describeWithServer('redis', 'leases in Redis', () => {
  let server: ServerProcess;
  let admin: Redis;
  const journals: RedisJournal[] = [];

  const open = (options: Partial<RedisJournalOptions> = {}): RedisJournal => {
    const journal = redisJournal({ url: server.url, prefix: 'former', ...options });
    journals.push(journal);
    return journal;
  };
  /** All that is stored apart from the version and the leases. */
  const dump = async (): Promise<unknown> => {
    const keys = (await admin.keys('{former}:*')).filter((key) => !/:(?:about|lease)/.test(key));
    const values = keys.sort().map(async (key) => [key, await admin.dumpBuffer(key)]);
    return Promise.all(values);
  };

  beforeAll(async () => {
    server = await startRedis();
    admin = new Redis(server.url);
    admin.on('error', () => undefined);
  }, 60_000);
  beforeEach(async () => {
    await admin.flushall();
    for (const [command, ...args] of schema1) await admin.call(command, ...args);
  });
  afterEach(async () => {
    await Promise.all(journals.splice(0).map((journal) => journal.close()));
  });
  afterAll(async () => {
    admin.disconnect();
    await server.destroy();
  });

  it('come to a journal of schema 1, which keeps its orders', async () => {
    const before = await dump();
    const journal = open();
    expect(await journal.takeLease(scope, 'zone', 'one')).toBe(true);
    expect(await admin.hgetall('{former}:about')).toEqual({ schema: '2', rows: '4' });
    expect(await dump()).toEqual(before);
    expect((await journal.list(scope)).map(({ key, state }) => [key, state])).toEqual([
      ['order 4', { status: 'done', result: { expiresOn: '2029-03-01' } }],
      [
        'caller 3',
        {
          status: 'done',
          result: { expiresOn: '2028-03-01' },
          charged: { amount: '12.48', currency: 'USD' },
        },
      ],
      ['caller "2" ✓', { status: 'unknown', because: 'no answer in time' }],
      ['caller 1', { status: 'started' }],
    ]);
    expect(await journal.begin(aJournalEntry({ key: 'caller 3' }))).toMatchObject({
      status: 'exists',
    });
    expect(await journal.begin(aJournalEntry({ domain: 'unknown.example' }))).toMatchObject({
      status: 'busy',
    });
    await journal.settle(scope, 'unknown', { status: 'refused' });
    expect(await journal.begin(aJournalEntry({ domain: 'unknown.example' }))).toMatchObject({
      status: 'begun',
    });
  });

  it('are removed by the server when they have run out', async () => {
    const brief = open({ leaseMs: 50 });
    const keys = (): Promise<string[]> => admin.keys('{former}:lease:*');
    for (const zone of ['one', 'two', 'three']) await brief.takeLease(scope, zone, 'dead');
    await delay(80);
    expect(await keys()).toEqual([]);
    const journal = open();
    expect(await journal.takeLease(scope, 'four', 'alive')).toBe(true);
    const [lease = ''] = await keys();
    expect(await admin.pttl(lease)).toBeGreaterThan(0);
    await journal.dropLease(scope, 'four', 'alive');
    expect(await keys()).toEqual([]);
  });
});
