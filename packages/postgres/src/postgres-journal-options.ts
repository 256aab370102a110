import {
  journalMisconfigured,
  journalSettingIssues,
  type JournalSettings,
  type SpendLimit,
} from '@registrar-kit/core';
import type { PostgresPool } from './postgres-pool.js';

/** Settings of {@link postgresJournal}; either `pool` or `connectionString` is needed. */
export interface PostgresJournalOptions extends JournalSettings {
  /** A pool of your own, which stays yours to close. */
  readonly pool?: PostgresPool;
  /** `postgres://user:password@host:port/database`, for a pool of the journal's own. */
  readonly connectionString?: string;
  /** The schema that holds the journal's tables; it is created where it is missing. @defaultValue 'registrar_kit' */
  readonly schema?: string;
  /** How long a step may take, waiting for a connection and for other processes included. @defaultValue 10,000 */
  readonly timeoutMs?: number;
}

/** The settings with their defaults. */
export interface PostgresJournalConfig {
  readonly source: { readonly pool: PostgresPool } | { readonly connectionString: string };
  readonly schema: string;
  readonly leaseMs: number;
  readonly timeoutMs: number;
  readonly spendLimit: SpendLimit | undefined;
}

/** @throws ConfigurationError that names every fault at once. */
export function readPostgresJournalOptions(options: PostgresJournalOptions): PostgresJournalConfig {
  const { pool, connectionString, schema = 'registrar_kit', timeoutMs = 10_000 } = options;
  const issues = journalSettingIssues(options);
  if ((pool === undefined) === (connectionString === undefined)) {
    const problem = `is ${pool === undefined ? 'missing' : 'given beside connectionString'}`;
    issues.push({ path: 'pool', problem, cure: 'give either pool or connectionString' });
  }
  // Longer names are cut short by PostgreSQL, and two of them could then be one.
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(schema)) {
    const cure = 'give up to 63 letters, digits and _';
    issues.push({ path: 'schema', problem: 'is not a usable name', cure });
  }
  if (!Number.isSafeInteger(timeoutMs) || timeoutMs <= 0) {
    const cure = 'give whole milliseconds, more than 0';
    issues.push({ path: 'timeoutMs', problem: 'is not a duration', cure });
  }
  if (issues.length > 0) throw journalMisconfigured(issues);
  return {
    source: pool === undefined ? { connectionString: connectionString ?? '' } : { pool },
    schema,
    leaseMs: options.leaseMs ?? 30_000,
    timeoutMs,
    spendLimit: options.spendLimit,
  };
}
