import path from 'node:path';
import {
  journalMisconfigured,
  journalSettingIssues,
  type JournalSettings,
  type SpendLimit,
} from '@registrar-kit/core';

/** Settings of {@link sqliteJournal}. */
export interface SqliteJournalOptions extends JournalSettings {
  /**
   * The file that holds the journal, on a local disk: SQLite's locks do not work over network file systems. It is created
   * where it is missing, readable by its owner only; its folder has to exist.
   */
  readonly path: string;
  /** How long a step waits while other processes write. @defaultValue 5,000 */
  readonly lockTimeoutMs?: number;
  /** The clock of leases, keys and the spend limit, in epoch milliseconds. @defaultValue Date.now */
  readonly now?: () => number;
}

/** The settings with their defaults. */
export interface SqliteJournalConfig {
  readonly path: string;
  readonly leaseMs: number;
  readonly lockTimeoutMs: number;
  readonly spendLimit: SpendLimit | undefined;
  readonly now: () => number;
}

/** @throws ConfigurationError that names every fault at once. */
export function readSqliteJournalOptions(options: SqliteJournalOptions): SqliteJournalConfig {
  const issues = journalSettingIssues(options);
  const given: unknown = options.path;
  if (typeof given !== 'string' || given.trim() === '' || given.includes('\0')) {
    const cure = 'give the file that is to hold the journal';
    issues.push({ path: 'path', problem: 'is not a file name', cure });
  } else if (given === ':memory:') {
    const problem = 'is a database in memory, which forgets on exit';
    issues.push({ path: 'path', problem, cure: 'give a file, or use volatileJournal()' });
  }
  const { leaseMs = 30_000, lockTimeoutMs = 5000, spendLimit, now = Date.now } = options;
  if (!Number.isSafeInteger(lockTimeoutMs) || lockTimeoutMs < 0) {
    const cure = 'give whole milliseconds';
    issues.push({ path: 'lockTimeoutMs', problem: 'is not a duration', cure });
  }
  if (issues.length > 0) throw journalMisconfigured(issues);
  // Made absolute here: the process may change its folder before the file is first opened.
  return { path: path.resolve(options.path), leaseMs, lockTimeoutMs, spendLimit, now };
}
