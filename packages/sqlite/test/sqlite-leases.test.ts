import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { aJournalEntry } from '@registrar-kit/testing/contract';
import { sqliteJournal } from '@registrar-kit/sqlite';
import { sqliteStore, type SqliteStore } from './support/sqlite-store';

const scope = 'namecheap api.example.com panel';

let store: SqliteStore;
beforeEach(() => {
  store = sqliteStore();
});
afterEach(() => store.destroy());

const read = (sql: string): unknown[] => {
  const database = new Sqlite(store.path, { readonly: true });
  const rows = database.prepare(sql).all();
  database.close();
  return rows;
};

describe('leases in the file', () => {
  it('are removed when they have run out and another one is taken', async () => {
    const journal = await store.open();
    for (const zone of ['one', 'two', 'three']) await journal.takeLease(scope, zone, 'dead');
    await store.advance(journal.leaseMs);
    expect(await journal.takeLease(scope, 'four', 'alive')).toBe(true);
    expect(read('SELECT scope, name, holder, lease_until FROM leases')).toEqual([
      { scope, name: 'four', holder: 'alive', lease_until: store.now() + journal.leaseMs },
    ]);
    await journal.dropLease(scope, 'four', 'alive');
    expect(read('SELECT 1 FROM leases')).toEqual([]);
  });
});

describe('a file of schema 1', () => {
  beforeEach(() => {
    const database = new Sqlite(store.path);
    database.exec(readFileSync(join(__dirname, 'fixtures/journal-schema-1.sql'), 'utf8'));
    database.close();
  });

  it('gets leases and keeps its orders', async () => {
    const before = read('SELECT * FROM operations ORDER BY sequence');
    expect(before).toHaveLength(4);
    const journal = await store.open();
    expect(await journal.takeLease(scope, 'zone', 'one')).toBe(true);
    expect(read('PRAGMA user_version')).toEqual([{ user_version: 2 }]);
    expect(read('SELECT * FROM operations ORDER BY sequence')).toEqual(before);
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

  it('is brought up to date once when several open it at the same moment', async () => {
    const journals = Array.from({ length: 6 }, () => sqliteJournal({ path: store.path }));
    const taken = await Promise.all(
      journals.map((journal, index) => journal.takeLease(scope, 'zone', `holder ${index}`)),
    );
    expect(taken.filter((won) => won)).toHaveLength(1);
    expect(await journals[0]?.list(scope)).toHaveLength(4);
    await Promise.all(journals.map((journal) => journal.close()));
  });
});
