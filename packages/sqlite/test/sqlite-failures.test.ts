import { chmodSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { isRegistrarError, type JournalEntry, type OperationJournal } from '@registrar-kit/core';
import { sqliteJournal } from '@registrar-kit/sqlite';
import { aJournalEntry } from '@registrar-kit/testing/contract';
import { sqliteStore, type SqliteStore } from './support/sqlite-store';

// Real SQLite; the test only keeps hold of what the journal opens, to take its space or its right to write away.
const pragmaCalls = jest.spyOn(Sqlite.prototype, 'pragma');
const pragma = (text: string): unknown => {
  const database = pragmaCalls.mock.contexts.at(-1) as Sqlite.Database | undefined;
  return database?.pragma(text);
};

let store: SqliteStore;
beforeEach(() => {
  pragmaCalls.mockClear();
  store = sqliteStore();
});
afterEach(() => store.destroy());

const begin = async (journal: OperationJournal, entry = aJournalEntry()): Promise<JournalEntry> => {
  expect(await journal.begin(entry)).toMatchObject({ status: 'begun' });
  return entry;
};
const done = { status: 'done', result: {} } as const;

describe('a file that can no longer be written', () => {
  it('refuses an order when the disk is full, keeps what it has, and goes on when there is space', async () => {
    const journal = await store.open();
    const recorded = await begin(journal);
    pragma('max_page_count = 1');
    const tooMuch = aJournalEntry({ key: 'k'.repeat(200_000) });
    await expect(journal.begin(tooMuch)).rejects.toMatchObject({
      name: 'JournalError',
      fault: 'full',
      message: `the journal ${store.path} cannot grow; the disk is full (SQLITE_FULL)`,
    });
    expect(await journal.find(tooMuch.scope, tooMuch.key)).toBeUndefined();
    expect(await journal.list(recorded.scope)).toHaveLength(1);
    pragma('max_page_count = 1000000');
    await begin(journal, tooMuch);
  });

  it('rejects every step that writes when the file can only be read', async () => {
    const journal = await store.open();
    const { scope, key, operation } = await begin(journal);
    pragma('query_only = ON');
    const readOnly = { name: 'JournalError', fault: 'read_only' };
    await expect(journal.begin(aJournalEntry())).rejects.toMatchObject(readOnly);
    await expect(journal.settle(scope, operation.id, done)).rejects.toMatchObject(readOnly);
    await expect(journal.extendLease(scope, operation.id)).rejects.toMatchObject(readOnly);
    await expect(journal.takeLease(scope, 'zone', 'one')).rejects.toMatchObject(readOnly);
    await expect(journal.dropLease(scope, 'zone', 'one')).rejects.toMatchObject(readOnly);
    expect((await journal.find(scope, key))?.state).toEqual({ status: 'started' });
  });

  it('waits for another writer without stopping the process, and gives up in time', async () => {
    const journal = sqliteJournal({ path: store.path, lockTimeoutMs: 150 });
    await begin(journal);
    const holder = new Sqlite(store.path);
    holder.exec('BEGIN IMMEDIATE');
    let ticks = 0;
    const timer = setInterval(() => ticks++, 10);
    await expect(journal.begin(aJournalEntry())).rejects.toMatchObject({ fault: 'locked' });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(1);
    const waiting = begin(journal);
    setTimeout(() => holder.exec('COMMIT'), 30);
    await waiting;
    holder.close();
    await journal.close();
  });
});

describe('a file that is gone', () => {
  it.each([
    ['removed', (path: string): void => rmSync(path)],
    [
      'replaced',
      (path: string): void => {
        renameSync(path, `${path}.old`);
        writeFileSync(path, '');
      },
    ],
  ])(
    'rejects every step when the file is %s, for others would not find what it records',
    async (_how, remove) => {
      const journal = await store.open();
      const { scope, key, operation } = await begin(journal);
      remove(store.path);
      const lost = {
        name: 'JournalError',
        fault: 'lost',
        message: expect.stringContaining(store.path) as unknown,
      };
      await expect(journal.begin(aJournalEntry())).rejects.toMatchObject(lost);
      await expect(journal.settle(scope, operation.id, done)).rejects.toMatchObject(lost);
      await expect(journal.find(scope, key)).rejects.toMatchObject(lost);
    },
  );

  it('rejects steps after it was closed', async () => {
    const journal = sqliteJournal({ path: store.path });
    await begin(journal);
    await journal.close();
    await expect(journal.begin(aJournalEntry())).rejects.toMatchObject({ fault: 'closed' });
    await expect(sqliteJournal({ path: store.path }).close()).resolves.toBeUndefined();
  });
});

describe('a file that cannot be opened', () => {
  const refusalOf = async (path: string): Promise<string> => {
    const journal = sqliteJournal({ path });
    const error: unknown = await journal.begin(aJournalEntry()).catch((thrown: unknown) => thrown);
    if (!isRegistrarError(error, 'CONFIGURATION_INVALID')) throw error;
    expect(error.operation).toBe('openJournal');
    expect(error.message).toContain(path);
    return error.message;
  };

  it('names a folder that does not exist, and works once it does', async () => {
    const folder = join(store.path, '..', 'later');
    const path = join(folder, 'journal.db');
    const journal = sqliteJournal({ path });
    await expect(journal.begin(aJournalEntry())).rejects.toThrow(
      /is in a folder that does not exist/,
    );
    mkdirSync(folder);
    await begin(journal);
    await journal.close();
  });

  it('names a folder in the place of a file', async () => {
    mkdirSync(store.path);
    expect(await refusalOf(store.path)).toMatch(/is a folder|cannot be opened/);
  });

  it('names a path below a file', async () => {
    writeFileSync(store.path, '');
    expect(await refusalOf(join(store.path, 'journal.db'))).toMatch(/is below a file/);
  });

  it('leaves a file alone that is no database', async () => {
    const text = 'minutes of the meeting\n'.repeat(100);
    writeFileSync(store.path, text);
    expect(await refusalOf(store.path)).toMatch(/is not a SQLite database/);
    expect(statSync(store.path).size).toBe(text.length);
  });

  it('leaves the database of another program alone', async () => {
    const path = `${store.path}.other`;
    const other = new Sqlite(path);
    other.exec('CREATE TABLE invoices (id)');
    expect(await refusalOf(path)).toMatch(/is a database of another program/);
    expect(other.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['invoices']);
    expect(other.pragma('journal_mode', { simple: true })).toBe('delete');
    other.close();
  });

  it('refuses the schema of a newer version', async () => {
    await begin(await store.open());
    pragma('user_version = 99');
    await store.close();
    expect(await refusalOf(store.path)).toMatch(
      /has schema 99, this version knows 2; update @registrar-kit\/sqlite/,
    );
  });
});

describe('a new file', () => {
  it('is readable by its owner only, and so is what SQLite puts beside it', async () => {
    await begin(await store.open());
    for (const suffix of ['', '-wal', '-shm']) {
      expect(statSync(`${store.path}${suffix}`).mode & 0o777).toBe(0o600);
    }
  });

  it('leaves the mode of a file that is there', async () => {
    writeFileSync(store.path, '');
    chmodSync(store.path, 0o660);
    await begin(await store.open());
    expect(statSync(store.path).mode & 0o777).toBe(0o660);
  });

  it('is set up once when several open it at the same moment', async () => {
    const journals = Array.from({ length: 6 }, () => sqliteJournal({ path: store.path }));
    await Promise.all(journals.map((journal) => begin(journal)));
    expect(await journals[0]?.list(aJournalEntry().scope)).toHaveLength(6);
    await Promise.all(journals.map((journal) => journal.close()));
  });

  it('is written so that a power cut loses nothing', async () => {
    await begin(await store.open());
    expect(pragma('synchronous')).toEqual([{ synchronous: 2 }]);
    expect(pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  });
});
