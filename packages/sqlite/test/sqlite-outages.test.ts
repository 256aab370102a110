import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { describeOutages, type OutageStore } from '@registrar-kit/dev/test-servers';
import { sqliteJournal, type SqliteJournal } from '@registrar-kit/sqlite';
import { aJournalEntry } from '@registrar-kit/testing/contract';
import { smallFileSystem } from './support/small-file-system';
import { sqliteStore, type SqliteStore } from './support/sqlite-store';

interface FileStore extends OutageStore {
  readonly path: string;
}

const leaseMs = 400;
const lockTimeoutMs = 150;
const journals: SqliteJournal[] = [];

function open(file: string): SqliteJournal {
  const journal = sqliteJournal({ path: file, leaseMs, lockTimeoutMs });
  journals.push(journal);
  return journal;
}

function storeIn(file: string): FileStore {
  return {
    path: file,
    journal: open(file),
    another: () => open(file),
    raw: () =>
      ['', '-wal']
        .map((suffix) => `${file}${suffix}`)
        .filter((name) => existsSync(name))
        .map((name) => readFileSync(name, 'latin1'))
        .join(''),
  };
}

async function closeAll(): Promise<void> {
  await Promise.all(journals.splice(0).map((journal) => journal.close()));
}

// Real SQLite; the test only keeps hold of what the panel's journal opens, to take its right to write away.
const pragmas = jest.spyOn(Sqlite.prototype, 'pragma');
const pragma = (text: string): void => {
  const database = pragmas.mock.contexts[0] as Sqlite.Database;
  if (database.open) database.pragma(text);
};

describe('sqliteJournal under a paid call', () => {
  let folder: SqliteStore;

  describeOutages(
    async () => {
      folder = sqliteStore();
      pragmas.mockClear();
      const store = storeIn(folder.path);
      await store.journal.guarantees();
      return store;
    },
    async () => {
      await closeAll();
      await folder.destroy();
    },
    {
      'a file that can only be read': () => ({
        strike: () => pragma('query_only = ON'),
        mend: () => pragma('query_only = OFF'),
        told: /can only be read/,
      }),
      'a lock that another program keeps': ({ path: file }) => {
        let holder: Sqlite.Database | undefined;
        return {
          strike: () => {
            holder = new Sqlite(file);
            holder.exec('BEGIN IMMEDIATE');
          },
          mend: () => {
            holder?.close();
            holder = undefined;
          },
          told: /is locked by another process/,
        };
      },
      'a file that is moved away': ({ path: file }) => ({
        strike: () => renameSync(file, `${file}.away`),
        mend: () => {
          if (existsSync(`${file}.away`)) renameSync(`${file}.away`, file);
        },
        told: /was removed or replaced while it was open; put it back/,
      }),
    },
  );
});

const small = smallFileSystem();

if (!small.usable)
  process.stderr.write(
    '\n*** LEFT OUT: sqliteJournal on a full disk: mount is not permitted here\n\n',
  );

(small.usable ? describe : describe.skip)('sqliteJournal on a file system', () => {
  beforeEach(() => small.mount());
  afterEach(async () => {
    await closeAll();
    small.unmount();
  });

  describeOutages(
    async () => {
      pragmas.mockClear();
      const store = storeIn(path.join(small.folder, 'journal.db'));
      await store.journal.guarantees();
      return store;
    },
    closeAll,
    {
      'that is full to the last byte': () => {
        const filler = path.join(small.folder, 'filler');
        return {
          strike: () => small.fill(filler),
          mend: () => rmSync(filler, { force: true }),
          told: /disk is full/,
        };
      },
    },
  );

  it('that can only be read: says so, and works once it can be written', async () => {
    small.remount('ro');
    const journal = open(path.join(small.folder, 'journal.db'));
    await expect(journal.begin(aJournalEntry())).rejects.toThrow(
      /on a file system that can only be read; give a path that can be written/,
    );
    small.remount('rw');
    expect(await journal.begin(aJournalEntry())).toMatchObject({ status: 'begun' });
  });

  it('that can only be read, where the journal is already: says so, and works once it can be written', async () => {
    const file = path.join(small.folder, 'journal.db');
    await open(file).begin(aJournalEntry());
    await closeAll();
    small.remount('ro');
    const journal = open(file);
    await expect(journal.begin(aJournalEntry())).rejects.toThrow(
      /cannot be opened for writing; give this user the right to write|can only be read/,
    );
    small.remount('rw');
    expect(await journal.begin(aJournalEntry())).toMatchObject({ status: 'begun' });
  });
});

describe('a user without the right to write', () => {
  /** The administrator may write everywhere, so that this takes another user where it is one. */
  const withoutRights = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      return await work();
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  };
  let store: SqliteStore;
  let folder: string;
  let file: string;
  beforeEach(() => {
    store = sqliteStore();
    chmodSync(path.dirname(store.path), 0o755);
    folder = path.join(path.dirname(store.path), 'orders');
    mkdirSync(folder);
    file = path.join(folder, 'journal.db');
  });
  afterEach(async () => {
    chmodSync(folder, 0o755);
    await closeAll();
    await store.destroy();
  });

  it.each([
    ['to the folder', () => chmodSync(folder, 0o555)],
    [
      'to the file',
      () => {
        writeFileSync(file, '');
        chmodSync(file, 0o444);
        chmodSync(folder, 0o777);
      },
    ],
  ])('%s is told so, and needs no new start once there is one', async (_what, forbid) => {
    forbid();
    const journal = open(file);
    await expect(withoutRights(() => journal.begin(aJournalEntry()))).rejects.toThrow(
      /cannot be opened for writing; give this user the right to write the file and its folder|can only be read/,
    );
    chmodSync(folder, 0o777);
    if (existsSync(file)) chmodSync(file, 0o666);
    expect(await withoutRights(() => journal.begin(aJournalEntry()))).toMatchObject({
      status: 'begun',
    });
  });
});

describe('a file that was damaged', () => {
  it.each([
    ['at its beginning', 0, /is not a SQLite database|is damaged; restore it from a copy/],
    ['within', 4096, /is damaged; restore it from a copy/],
  ])('%s begins nothing, and works once it is restored', async (_where, at, told) => {
    const store = sqliteStore();
    const copy = `${store.path}.copy`;
    const first = await store.open();
    const orders = Array.from({ length: 20 }, () => aJournalEntry({ key: `k${Math.random()}` }));
    for (const order of orders) await first.begin(order);
    await store.close();
    copyFileSync(store.path, copy);
    const bytes = readFileSync(store.path);
    bytes.fill(0x58, at, bytes.length);
    writeFileSync(store.path, bytes);
    const journal = open(store.path);
    const [order = aJournalEntry()] = orders;
    await expect(journal.begin(aJournalEntry())).rejects.toThrow(told);
    await expect(journal.find(order.scope, order.key)).rejects.toThrow(told);
    await journal.close();
    copyFileSync(copy, store.path);
    const restored = open(store.path);
    expect(await restored.begin(order)).toMatchObject({ status: 'exists' });
    await closeAll();
    await store.destroy();
  });
});
