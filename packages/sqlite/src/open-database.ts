import { closeSync, fsyncSync, openSync, statSync, type BigIntStats } from 'node:fs';
import path from 'node:path';
import { loadSqlite, type Database } from './load-sqlite.js';
import { migrate, readVersion } from './schema.js';

/** An open journal file, and which file it was. */
export interface OpenDatabase {
  readonly database: Database;
  readonly file: FileIdentity;
}

export type FileIdentity = Pick<BigIntStats, 'dev' | 'ino'>;

/** Opens the file, creating it where it is missing, so that what is committed survives a power cut. */
export async function openDatabase(file: string): Promise<OpenDatabase> {
  const Sqlite = await loadSqlite();
  createPrivately(file);
  // Waits for other processes here block this one; the journal itself waits without blocking.
  const database = new Sqlite(file, { fileMustExist: true, timeout: 20 });
  try {
    // Before anything is changed: the file may be another program's.
    readVersion(database, file);
    const mode = database.pragma('journal_mode = WAL', { simple: true });
    // Where there is no WAL, FULL would not cover the removal of the rollback journal.
    database.pragma(`synchronous = ${mode === 'wal' ? 'FULL' : 'EXTRA'}`);
    // Where the system has a stronger flush (macOS), it is the one meant.
    database.pragma('fullfsync = ON');
    database.pragma('checkpoint_fullfsync = ON');
    migrate(database, file);
    return { database, file: identityOf(file) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Which file a name leads to now. */
export function identityOf(file: string): FileIdentity {
  const { dev, ino } = statSync(file, { bigint: true });
  return { dev, ino };
}

/** SQLite would create it readable for everybody; its helper files take the mode of this one. */
function createPrivately(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw error;
  }
  if (process.platform === 'win32') return;
  // A power cut must not take the name of the new file.
  const folder = openSync(path.dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
