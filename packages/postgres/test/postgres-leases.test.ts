import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import {
  describeWithServer,
  startPostgres,
  type ServerProcess,
} from '@registrar-kit/dev/test-servers';
import {
  postgresJournal,
  type PostgresJournal,
  type PostgresJournalOptions,
} from '@registrar-kit/postgres';
import { aJournalEntry } from '@registrar-kit/testing/contract';
import pg from 'pg';

const scope = 'namecheap api.example.com panel';

describeWithServer('postgres', 'leases in PostgreSQL', () => {
  let server: ServerProcess;
  let admin: pg.Pool;
  const journals: PostgresJournal[] = [];

  const open = (options: Partial<PostgresJournalOptions> = {}): PostgresJournal => {
    const journal = postgresJournal({ pool: admin, schema: 'former', ...options });
    journals.push(journal);
    return journal;
  };
  const read = async (sql: string): Promise<unknown[]> => (await admin.query<object>(sql)).rows;

  beforeAll(async () => {
    server = await startPostgres();
    admin = new pg.Pool({ connectionString: server.url });
    admin.on('error', () => undefined);
  }, 60_000);
  beforeEach(async () => {
    await admin.query(readFileSync(join(__dirname, 'fixtures/journal-schema-1.sql'), 'utf8'));
  });
  afterEach(async () => {
    await Promise.all(journals.splice(0).map((journal) => journal.close()));
    await admin.query('DROP SCHEMA former CASCADE');
  });
  afterAll(async () => {
    await admin.end();
    await server.destroy();
  });

  it('come to a database of schema 1, which keeps its orders', async () => {
    const before = await read('SELECT * FROM former.operations ORDER BY sequence');
    expect(before).toHaveLength(4);
    const journal = open();
    expect(await journal.takeLease(scope, 'zone', 'one')).toBe(true);
    expect(await read('SELECT version FROM former.journal_version')).toEqual([{ version: 2 }]);
    expect(await read('SELECT * FROM former.operations ORDER BY sequence')).toEqual(before);
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

  it('come once when several start at the same moment', async () => {
    const started = Array.from({ length: 6 }, () => open());
    const taken = await Promise.all(
      started.map((journal, index) => journal.takeLease(scope, 'zone', `holder ${index}`)),
    );
    expect(taken.filter((won) => won)).toHaveLength(1);
    expect(await started[0]?.list(scope)).toHaveLength(4);
  });

  it('are removed when they have run out and another one is taken', async () => {
    const brief = open({ leaseMs: 1 });
    for (const zone of ['one', 'two', 'three']) await brief.takeLease(scope, zone, 'dead');
    await delay(20);
    const journal = open();
    expect(await journal.takeLease(scope, 'four', 'alive')).toBe(true);
    expect(await read('SELECT scope, name, holder FROM former.leases')).toEqual([
      { scope, name: 'four', holder: 'alive' },
    ]);
    await journal.dropLease(scope, 'four', 'alive');
    expect(await read('SELECT FROM former.leases')).toEqual([]);
  });

  it('wait for nobody who is at one that ran out', async () => {
    const brief = open({ leaseMs: 1 });
    await brief.takeLease(scope, 'zone', 'dead');
    await delay(20);
    const holder = await admin.connect();
    await holder.query('BEGIN; SELECT FROM former.leases FOR UPDATE');
    const journal = open({ timeoutMs: 2000 });
    expect(await journal.takeLease(scope, 'another zone', 'one')).toBe(true);
    await holder.query('COMMIT');
    holder.release();
    expect(await journal.takeLease(scope, 'zone', 'one')).toBe(true);
  });

  it('stay with a holder whose connection broke just after it took one', async () => {
    let breaks = 0;
    const journal = open({
      pool: {
        connect: async () => {
          const connection = await admin.connect();
          let isLease = false;
          return {
            on: (event, listener) => connection.on(event, listener),
            removeListener: (event, listener) => connection.removeListener(event, listener),
            release: (destroy) => connection.release(destroy),
            query: async (text, values) => {
              const answer = await connection.query(text, values);
              isLease ||= text.includes('.leases AS lease');
              if (text !== 'COMMIT' || !isLease || breaks > 0) return answer;
              breaks++;
              throw new Error('Connection terminated unexpectedly');
            },
          };
        },
      },
    });
    expect(await journal.takeLease(scope, 'zone', 'one')).toBe(true);
    expect(breaks).toBe(1);
    expect(await journal.takeLease(scope, 'zone', 'other')).toBe(false);
  });
});
