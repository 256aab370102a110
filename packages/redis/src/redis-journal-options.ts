import {
  journalMisconfigured,
  journalSettingIssues,
  type JournalSettings,
  type SpendLimit,
} from '@registrar-kit/core';
import type { RedisConnection } from './redis-connection.js';

/** Settings of {@link redisJournal}; either `client` or `url` is needed. */
export interface RedisJournalOptions extends JournalSettings {
  /** A client of your own, which stays yours to close. */
  readonly client?: RedisConnection;
  /** `redis://user:password@host:port/database`, or `rediss://…` for TLS. */
  readonly url?: string;
  /** What the names of all keys begin with; one journal for each. @defaultValue 'registrar-kit:journal' */
  readonly prefix?: string;
  /** How long a step may take. @defaultValue 10,000 */
  readonly timeoutMs?: number;
}

/** The settings with their defaults. */
export interface RedisJournalConfig {
  readonly source: { readonly client: RedisConnection } | { readonly url: string };
  /** Between braces, so that a cluster keeps all keys of a journal in one place, where a script can reach them. */
  readonly base: string;
  readonly leaseMs: number;
  readonly timeoutMs: number;
  readonly spendLimit: SpendLimit | undefined;
}

/** @throws ConfigurationError that names every fault at once. */
export function readRedisJournalOptions(options: RedisJournalOptions): RedisJournalConfig {
  const { client, url, prefix = 'registrar-kit:journal', timeoutMs = 10_000 } = options;
  const issues = journalSettingIssues(options);
  if ((client === undefined) === (url === undefined)) {
    const problem = `is ${client === undefined ? 'missing' : 'given beside url'}`;
    issues.push({ path: 'client', problem, cure: 'give either client or url' });
  }
  // ioredis takes other text for the name of a local socket.
  if (url !== undefined && !/^rediss?:\/\/./.test(url)) {
    const cure = 'give redis://user:password@host:port/database';
    issues.push({ path: 'url', problem: 'is not the address of a Redis server', cure });
  }
  if (!/^[^{}]+$/.test(prefix)) {
    const cure = 'give some text without braces';
    issues.push({ path: 'prefix', problem: 'is not usable', cure });
  }
  if (!Number.isSafeInteger(timeoutMs) || timeoutMs <= 0) {
    const cure = 'give whole milliseconds, more than 0';
    issues.push({ path: 'timeoutMs', problem: 'is not a duration', cure });
  }
  if (issues.length > 0) throw journalMisconfigured(issues);
  return {
    source: client === undefined ? { url: url ?? '' } : { client },
    base: `{${prefix}}`,
    leaseMs: options.leaseMs ?? 30_000,
    timeoutMs,
    spendLimit: options.spendLimit,
  };
}
