import type BetterSqlite3 from 'better-sqlite3';
import { journalMisconfigured } from '@registrar-kit/core';

export type Database = BetterSqlite3.Database;
export type Statement = BetterSqlite3.Statement;

/** Loads the native library when it is first needed, so that importing this package costs and compiles nothing. */
export async function loadSqlite(): Promise<typeof BetterSqlite3> {
  try {
    return (await import('./better-sqlite3.js')).Sqlite;
  } catch {
    throw sqliteNotUsable();
  }
}

/** The library is there but its compiled part is not, or is for another Node: package managers may skip install scripts. */
export function sqliteNotUsable(): Error {
  return journalMisconfigured([
    {
      path: 'engine',
      problem: `better-sqlite3 has no compiled part for Node ${process.versions.node}`,
      cure: 'allow its install script and run "npm rebuild better-sqlite3"',
    },
  ]);
}
