import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteJournal, type SqliteJournal } from '@registrar-kit/sqlite';
import type { JournalStore } from '@registrar-kit/testing/contract';

export interface SqliteStore extends JournalStore {
  readonly path: string;
}

/** A journal file in a folder of its own, with a clock that is set by hand. */
export function sqliteStore(): SqliteStore {
  const folder = mkdtempSync(join(tmpdir(), 'registrar-kit-sqlite-'));
  const path = join(folder, 'journal.db');
  const journals: SqliteJournal[] = [];
  let now = Date.now();
  const close = async (): Promise<void> => {
    await Promise.all(journals.splice(0).map((journal) => journal.close()));
  };
  return {
    path,
    open: (opening = {}) => {
      const journal = sqliteJournal({ path, now: () => now, ...opening });
      journals.push(journal);
      return journal;
    },
    close,
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
      return Promise.resolve();
    },
    destroy: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
