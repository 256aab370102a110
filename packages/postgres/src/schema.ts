import { journalMisconfigured } from '@registrar-kit/core';
import { lockJournal } from './journal-lock.js';
import type { Transaction } from './transaction.js';

/** One step per schema version. Only ever add to the end. */
const migrations: readonly ((schema: string) => string)[] = [
  (schema) => `CREATE TABLE ${schema}.operations (
    sequence       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- For people; text is as JSON writes it, without the quotes.
    scope          text NOT NULL,
    operation_id   text NOT NULL,
    order_key      text NOT NULL,
    kind           text NOT NULL,
    domain         text NOT NULL,
    status         text NOT NULL CHECK (status IN ('started', 'unknown', 'done')),
    -- What is looked up; hashed, since an index takes no long text.
    scope_hash     text NOT NULL,
    id_hash        text NOT NULL UNIQUE,
    -- NULL once the key has expired.
    key_hash       text UNIQUE,
    -- NULL once the order is done.
    open_hash      text UNIQUE,
    -- Epoch milliseconds by this server's clock.
    begun_at       bigint NOT NULL,
    lease_until    bigint NOT NULL,
    key_expires_at bigint,
    -- What counts against a spend limit: the price, then the charge.
    amount         numeric NOT NULL,
    currency       text NOT NULL,
    -- JSON, which jsonb would not keep unchanged.
    entry          text NOT NULL,
    state          text NOT NULL,
    charged        text
  );
  CREATE INDEX operations_listed ON ${schema}.operations (scope_hash, sequence);
  CREATE INDEX operations_spent ON ${schema}.operations (currency, begun_at);`,
  (schema) => `CREATE TABLE ${schema}.leases (
    -- What is looked up; hashed, since an index takes no long text.
    name_hash      text PRIMARY KEY,
    -- For people; text is as JSON writes it, without the quotes.
    scope          text NOT NULL,
    name           text NOT NULL,
    holder         text NOT NULL,
    -- Epoch milliseconds by this server's clock.
    lease_until    bigint NOT NULL
  );
  CREATE INDEX leases_until ON ${schema}.leases (lease_until);`,
];

/**
 * Brings the schema to the newest version; several processes may try at once.
 *
 * @throws ConfigurationError for the schema of a newer version of this package.
 */
export async function migrate(transaction: Transaction, schema: string): Promise<void> {
  await lockJournal(transaction, schema);
  const version = await readVersion(transaction, schema);
  if (version > migrations.length) {
    throw journalMisconfigured([
      {
        path: 'schema',
        problem: `${schema} has version ${version}, this package knows ${migrations.length}`,
        cure: 'update @registrar-kit/postgres, or give another schema',
      },
    ]);
  }
  for (const migration of migrations.slice(version))
    await transaction.rows(migration(quoted(schema)));
  if (version === migrations.length) return;
  await transaction.rows(`UPDATE ${quoted(schema)}.journal_version SET version = $1`, [
    migrations.length,
  ]);
}

async function readVersion({ rows }: Transaction, schema: string): Promise<number> {
  const table = `${quoted(schema)}.journal_version`;
  const [found] = await rows<{ schema: boolean; version: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1) AS schema,
            to_regclass($2) IS NOT NULL AS version`,
    [schema, table],
  );
  // Asked for first: to create even what is there needs a right that an administrator may have kept back.
  if (found?.schema !== true) await rows(`CREATE SCHEMA ${quoted(schema)}`);
  if (found?.version !== true) {
    await rows(`CREATE TABLE ${table} (version integer NOT NULL)`);
    await rows(`INSERT INTO ${table} VALUES (0)`);
  }
  const [row] = await rows<{ version: number }>(`SELECT version FROM ${table}`);
  return row?.version ?? 0;
}

export function quoted(schema: string): string {
  return `"${schema}"`;
}
