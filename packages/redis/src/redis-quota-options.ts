import { ConfigurationError, type InputIssue, type QuotaStore } from '@registrar-kit/core';
import type { RedisConnection } from './redis-connection.js';

/** Settings of {@link redisQuotaStore}; either `client` or `url` is needed. */
export interface RedisQuotaOptions {
  /** A client of your own, which stays yours to close. */
  readonly client?: RedisConnection;
  /** `redis://user:password@host:port/database`, or `rediss://…` for TLS. */
  readonly url?: string;
  /**
   * What becomes of requests while the server cannot be reached: `refuse` sends none, which a busy vendor forgives; a share, such as
   * `{ share: 0.25 }` with four processes, lets each go on with that part of every limit.
   */
  readonly whenUnreachable: QuotaStore['whenUnreachable'];
  /** What the names of all keys begin with. @defaultValue 'registrar-kit:quota' */
  readonly prefix?: string;
  /** How long the slot of a process that died stays taken, in milliseconds, 1,000 at least. @defaultValue 15,000 */
  readonly leaseMs?: number;
  /** How long a step may take; calls wait for it. @defaultValue 1,000 */
  readonly timeoutMs?: number;
}

/** The settings with their defaults. */
export interface RedisQuotaConfig {
  readonly source: { readonly client: RedisConnection } | { readonly url: string };
  readonly prefix: string;
  readonly whenUnreachable: QuotaStore['whenUnreachable'];
  readonly leaseMs: number;
  readonly timeoutMs: number;
}

/** @throws ConfigurationError that names every fault at once. */
export function readRedisQuotaOptions(options: RedisQuotaOptions): RedisQuotaConfig {
  const { client, url, whenUnreachable, prefix = 'registrar-kit:quota' } = options;
  const { leaseMs = 15_000, timeoutMs = 1000 } = options;
  const issues: InputIssue[] = [];
  const add = (path: string, problem: string, cure: string): void => {
    issues.push({ path: `quotaStore.${path}`, problem, cure });
  };
  if ((client === undefined) === (url === undefined)) {
    const problem = `is ${client === undefined ? 'missing' : 'given beside url'}`;
    add('client', problem, 'give either client or url');
  }
  // ioredis takes other text for the name of a local socket.
  if (url !== undefined && !/^rediss?:\/\/./.test(url))
    add('url', 'is not the address of a Redis server', 'give redis://user:password@host:port/0');
  if (!isUsable(whenUnreachable))
    add('whenUnreachable', 'is not decided', "give 'refuse', or { share } from above 0 up to 1");
  if (!/^[^{}]+$/.test(prefix)) add('prefix', 'is not usable', 'give some text without braces');
  if (!Number.isSafeInteger(leaseMs) || leaseMs < 1000)
    add('leaseMs', 'is not a usable duration', 'give whole milliseconds, 1,000 at least');
  if (!Number.isSafeInteger(timeoutMs) || timeoutMs <= 0)
    add('timeoutMs', 'is not a duration', 'give whole milliseconds, more than 0');
  if (issues.length > 0)
    throw new ConfigurationError({
      provider: 'registrar-kit',
      operation: 'openQuotaStore',
      issues,
    });
  const source = client === undefined ? { url: url ?? '' } : { client };
  return { source, prefix, whenUnreachable, leaseMs, timeoutMs };
}

function isUsable(value: QuotaStore['whenUnreachable'] | undefined): boolean {
  if (value === 'refuse') return true;
  if (typeof value !== 'object') return false;
  return typeof value.share === 'number' && value.share > 0 && value.share <= 1;
}
