import { journalMisconfigured } from '@registrar-kit/core';
import type { Database } from './load-sqlite.js';

/** Marks the file as ours ("RKJ1"), so that no other program's database is taken for a journal. */
const applicationId = 0x524b4a31;

/** One step per schema version; `user_version` counts those that were taken. Only ever add to the end. */
const migrations: readonly string[] = [
  `CREATE TABLE operations (
    sequence       INTEGER PRIMARY KEY AUTOINCREMENT,
    scope          TEXT NOT NULL,
    operation_id   TEXT NOT NULL,
    order_key      TEXT NOT NULL,
    kind           TEXT NOT NULL,
    domain         TEXT NOT NULL,
    status         TEXT NOT NULL CHECK (status IN ('started', 'unknown', 'done')),
    begun_at       INTEGER NOT NULL,
    lease_until    INTEGER NOT NULL,
    -- NULL: the key never expires. A row that no longer holds its key is history.
    key_expires_at INTEGER,
    key_held       INTEGER NOT NULL DEFAULT 1,
    -- What counts against a spend limit: the price, then the charge.
    amount         TEXT NOT NULL,
    currency       TEXT NOT NULL,
    -- JSON
    entry          TEXT NOT NULL,
    state          TEXT NOT NULL,
    charged        TEXT
  ) STRICT;
  CREATE UNIQUE INDEX operations_id ON operations (scope, operation_id);
  CREATE UNIQUE INDEX operations_key ON operations (scope, order_key) WHERE key_held = 1;
  CREATE UNIQUE INDEX operations_open ON operations (scope, kind, domain) WHERE status <> 'done';
  CREATE INDEX operations_spent ON operations (currency, begun_at);
  CREATE INDEX operations_listed ON operations (scope, sequence);`,
  `CREATE TABLE leases (
    scope       TEXT NOT NULL,
    name        TEXT NOT NULL,
    holder      TEXT NOT NULL,
    lease_until INTEGER NOT NULL,
    PRIMARY KEY (scope, name)
  ) STRICT;
  CREATE INDEX leases_until ON leases (lease_until);`,
];

/** Brings the file to the newest schema; several processes may try at once. */
export function migrate(database: Database, path: string): void {
  if (readVersion(database, path) === migrations.length) return;
  database
    .transaction(() => {
      // Read again under the lock: another process may have been faster.
      const version = readVersion(database, path);
      for (const migration of migrations.slice(version)) database.exec(migration);
      database.pragma(`application_id = ${applicationId}`);
      database.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
}

/**
 * The schema version of a journal file, 0 for an empty one.
 *
 * @throws ConfigurationError for a file of another program or of a newer version of this one.
 */
export function readVersion(database: Database, path: string): number {
  // At one moment: another process that creates the schema in between would seem to be another program.
  const { version, owner, isEmpty } = database
    .transaction(() => ({
      version: Number(database.pragma('user_version', { simple: true })),
      owner: Number(database.pragma('application_id', { simple: true })),
      isEmpty: database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined,
    }))
    .deferred();
  if (owner !== applicationId && !(isEmpty && owner === 0 && version === 0)) {
    throw journalMisconfigured([
      {
        path: 'path',
        problem: `${path} is a database of another program`,
        cure: 'give a file of its own to the journal',
      },
    ]);
  }
  if (version > migrations.length) {
    throw journalMisconfigured([
      {
        path: 'path',
        problem: `${path} has schema ${version}, this version knows ${migrations.length}`,
        cure: 'update @registrar-kit/sqlite, or restore the file from before the update',
      },
    ]);
  }
  return version;
}
