import { randomUUID } from 'node:crypto';
import type {
  Lane,
  PastRequest,
  QuotaBucket,
  QuotaGrant,
  QuotaKey,
  QuotaRequest,
  QuotaStore,
  QuotaTicket,
} from '@registrar-kit/core';
import {
  admitScript,
  completeScript,
  extendScript,
  leaveScript,
  pauseScript,
  restoreScript,
  stampScript,
} from './quota-scripts.js';
import { connectRedis, type OwnConnection, type RedisConnection } from './redis-connection.js';
import {
  readRedisQuotaOptions,
  type RedisQuotaConfig,
  type RedisQuotaOptions,
} from './redis-quota-options.js';
import type { Script } from './scripts.js';
import { StepTimedOut } from './translate-redis-error.js';

/** So that those who remember tell a server that is back before it gives slots again. */
const LONGEST_PAUSE_MS = 200;

/** A quota store in Redis; {@link redisQuotaStore} makes one. */
export interface RedisQuotaStore extends QuotaStore {
  /** Closes the store's own connection; a client that was passed in stays open. Steps after that reject. */
  close(): Promise<void>;
}

/**
 * Shares the quota of every account between all processes and machines that use the same Redis or Valkey server, as
 * `quotaStore` of a registrar's runtime. Each step is one script and goes by the server's clock; windows of hours and days
 * outlive the processes, and the server too where it writes to disk. A server that was emptied is told again what the living
 * processes have sent.
 *
 * @throws {@link ConfigurationError} for unusable settings.
 */
export function redisQuotaStore(options: RedisQuotaOptions): RedisQuotaStore {
  return new ServerQuota(readRedisQuotaOptions(options));
}

class ServerQuota implements RedisQuotaStore {
  readonly leaseMs: number;
  readonly whenUnreachable: QuotaStore['whenUnreachable'];
  readonly #config: RedisQuotaConfig;
  readonly #listeners: ((isThere: boolean) => void)[] = [];
  #ownConnection: Promise<OwnConnection> | undefined;
  #run: Promise<string> | undefined;
  #closed = false;

  constructor(config: RedisQuotaConfig) {
    this.leaseMs = config.leaseMs;
    this.whenUnreachable = config.whenUnreachable;
    this.#config = config;
    if ('client' in config.source) this.#listenTo(config.source.client);
  }

  watch(listener: (isThere: boolean) => void): void {
    this.#listeners.push(listener);
  }

  async admit(key: QuotaKey, bucket: QuotaBucket, request: QuotaRequest): Promise<QuotaGrant> {
    const { member, waiting, memory: known = '' } = request;
    const { interactive, bulk } = waiting;
    const answer = (await this.#inTime(async () => {
      const run = await this.#serverRun();
      return this.#evaluate(admitScript, key, [
        ...this.#bucketArguments(bucket),
        ...[member, interactive, bulk, known, randomUUID(), run],
      ]);
    })) as readonly string[];
    const [memory = '', wait = '', waitsFor, ...tickets] = answer;
    return {
      memory,
      tickets: toTickets(tickets),
      ...(wait === ''
        ? {}
        : {
            waitMs: Number(wait) / 1000,
            waitsFor: waitsFor === 'release' ? 'release' : 'time',
          }),
    };
  }

  async stamp(key: QuotaKey, bucket: QuotaBucket, ticket: string): Promise<void> {
    await this.#step(stampScript, key, [...this.#bucketArguments(bucket), ticket]);
  }

  async complete(
    key: QuotaKey,
    bucket: QuotaBucket,
    ticket: string,
    use: 'sent' | 'unused',
  ): Promise<void> {
    await this.#step(completeScript, key, [...this.#bucketArguments(bucket), ticket, use]);
  }

  async extend(key: QuotaKey, ticket: string): Promise<void> {
    await this.#step(extendScript, key, [ticket, toMicroseconds(this.leaseMs)]);
  }

  async leave(key: QuotaKey, member: string): Promise<void> {
    await this.#step(leaveScript, key, [member]);
  }

  async pause(key: QuotaKey, forMs: number): Promise<void> {
    await this.#step(pauseScript, key, [toMicroseconds(forMs)]);
  }

  async restore(
    key: QuotaKey,
    bucket: QuotaBucket,
    requests: readonly PastRequest[],
  ): Promise<void> {
    await this.#step(restoreScript, key, [
      ...this.#bucketArguments(bucket),
      ...requests.flatMap(({ id, ageMs }) => [id, toMicroseconds(ageMs)]),
    ]);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const connection = await this.#ownConnection?.catch(() => undefined);
    this.#ownConnection = undefined;
    connection?.disconnect();
  }

  #bucketArguments({ windows, maxConcurrent = 0, countsFrom }: QuotaBucket): (string | number)[] {
    return [
      countsFrom,
      maxConcurrent,
      toMicroseconds(this.leaseMs),
      windows.length,
      ...windows.flatMap(({ limit, windowMs }) => [limit, toMicroseconds(windowMs)]),
    ];
  }

  #step(script: Script, key: QuotaKey, args: readonly (string | number)[]): Promise<unknown> {
    return this.#inTime(() => this.#evaluate(script, key, args));
  }

  async #evaluate(
    script: Script,
    key: QuotaKey,
    args: readonly (string | number)[],
  ): Promise<unknown> {
    if (this.#closed) throw new Error('the quota store in Redis is closed');
    const { provider, host, account, bucket } = key;
    const name = JSON.stringify([provider, host, account, bucket]).replace(/[{}]/g, '_');
    const base = `{${this.#config.prefix}:${name}}`;
    return evaluate(await this.#connection(), script, base, args);
  }

  async #inTime<Result>(step: () => Promise<Result>): Promise<Result> {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), this.#config.timeoutMs);
    const late = new Promise<never>((_resolve, reject) => {
      deadline.signal.addEventListener('abort', () => reject(new StepTimedOut()));
    });
    try {
      return await Promise.race([step(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #connection(): Promise<RedisConnection> {
    const { source, timeoutMs } = this.#config;
    if ('client' in source) return Promise.resolve(source.client);
    return (this.#ownConnection ??= this.#connect(source.url, timeoutMs));
  }

  async #connect(url: string, timeoutMs: number): Promise<OwnConnection> {
    const connection = await connectRedis(url, timeoutMs, { longestPauseMs: LONGEST_PAUSE_MS });
    this.#listenTo(connection);
    return connection;
  }

  /** Whenever the connection comes back, it may be another run of the server, or another server. */
  #listenTo(connection: RedisConnection): void {
    let wasThere = false;
    const tell = (isThere: boolean): void => {
      if (this.#closed || isThere === wasThere) return;
      wasThere = isThere;
      this.#run = undefined;
      for (const listener of this.#listeners) listener(isThere);
    };
    connection.on?.('ready', () => tell(true));
    connection.on?.('close', () => tell(false));
  }

  /** The server's name for its run, asked for once per connection; '' where it cannot be known when that changes. */
  async #serverRun(): Promise<string> {
    const connection = await this.#connection();
    if (connection.on === undefined || connection.isCluster === true) return '';
    this.#run ??= connection.call('INFO', 'server').then(
      (info) => /^run_id:(\w+)/m.exec(String(info))?.[1] ?? '',
      (error: unknown) => {
        // A user of the server may not be permitted to ask; whoever cannot be reached is asked again.
        if (/^NOPERM/.test((error as Error).message)) return '';
        this.#run = undefined;
        throw error;
      },
    );
    return this.#run;
  }
}

async function evaluate(
  connection: RedisConnection,
  { sha, text }: Script,
  base: string,
  args: readonly (string | number)[],
): Promise<unknown> {
  try {
    return await connection.call('EVALSHA', sha, 1, base, ...args);
  } catch (error) {
    // The server forgets scripts when it starts again.
    if (!/^NOSCRIPT/.test((error as Error).message)) throw error;
    return connection.call('EVAL', text, 1, base, ...args);
  }
}

function toTickets(fields: readonly string[]): QuotaTicket[] {
  const tickets: QuotaTicket[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2)
    tickets.push({ lane: fields[index] as Lane, id: fields[index + 1] ?? '' });
  return tickets;
}

function toMicroseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1000);
}
