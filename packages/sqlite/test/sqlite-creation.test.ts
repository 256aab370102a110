import { afterEach, beforeEach, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { migrate, readVersion } from '../src/schema.js';
import { sqliteStore, type SqliteStore } from './support/sqlite-store';

let store: SqliteStore;
beforeEach(() => {
  store = sqliteStore();
});
afterEach(() => store.destroy());

it.each(['user_version', 'application_id'])(
  'takes no file for that of another program because another process creates it after %s was read',
  (pragma) => {
    const slow = new Sqlite(store.path, { timeout: 0 });
    const fast = new Sqlite(store.path, { timeout: 0 });
    fast.pragma('journal_mode = WAL');
    const read = slow.pragma.bind(slow);
    let created = false;
    slow.pragma = (text, options) => {
      const value = read(text, options);
      if (text === pragma && !created) {
        created = true;
        migrate(fast, store.path);
      }
      return value;
    };
    expect(readVersion(slow, store.path)).toBe(0);
    expect(created).toBe(true);
    expect(readVersion(slow, store.path)).toBeGreaterThan(0);
    slow.close();
    fast.close();
  },
);
