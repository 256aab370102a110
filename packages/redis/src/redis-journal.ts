import {
  fromStoredRow,
  JournalError,
  journalMisconfigured,
  rivalKindsOf,
  subjectOf,
  toStoredState,
  type BeginAgainOutcome,
  type BeginOutcome,
  type JournalEntry,
  type JournalGuarantees,
  type JournalRow,
  type OperationJournal,
  type PurchaseEntry,
  type Settlement,
  type SpendLimit,
} from '@registrar-kit/core';
import { fromGroups, toUnits } from './exact-amount.js';
import { readGuarantees } from './read-guarantees.js';
import { connectRedis, type OwnConnection, type RedisConnection } from './redis-connection.js';
import {
  readRedisJournalOptions,
  type RedisJournalConfig,
  type RedisJournalOptions,
} from './redis-journal-options.js';
import {
  beginAgainScript,
  beginScript,
  discardScript,
  dropLeaseScript,
  extendLeaseScript,
  findByIdScript,
  findScript,
  listScript,
  openScript,
  settleScript,
  takeLeaseScript,
  takeOverScript,
  type Script,
} from './scripts.js';
import { StepTimedOut, translateRedisError } from './translate-redis-error.js';

/** A journal in Redis; {@link redisJournal} makes one. */
export interface RedisJournal extends OperationJournal {
  /** Closes the journal's own connection; a client that was passed in stays open. Steps after that reject. */
  close(): Promise<void>;
}

/** What is stored has this shape; the scripts and this number change together. */
const schema = 2;

/**
 * A journal in Redis: all processes and machines that use the server share it. Each step is one script, so it happens as a
 * whole or not at all. Leases, keys and the spend limit go by the server's clock.
 *
 * What it can be relied on for depends on how Redis is set up: look at `guarantees()`, which asks for `appendonly yes`,
 * `appendfsync always` and `maxmemory-policy noeviction`.
 *
 * Steps reject with a {@link JournalError} when the server is out of memory, can only be read, is busy, was emptied or does
 * not answer within `timeoutMs`; and with a {@link ConfigurationError} when it does not let the user in, or the journal
 * belongs to a newer version of this package.
 *
 * @throws {@link ConfigurationError} for unusable settings.
 */
export function redisJournal(options: RedisJournalOptions): RedisJournal {
  return new ServerJournal(readRedisJournalOptions(options));
}

class ServerJournal implements RedisJournal {
  readonly leaseMs: number;
  readonly #config: RedisJournalConfig;
  #ownConnection: Promise<OwnConnection> | undefined;
  #checked: Promise<void> | undefined;
  #closed = false;

  constructor(config: RedisJournalConfig) {
    this.leaseMs = config.leaseMs;
    this.#config = config;
  }

  guarantees(): Promise<JournalGuarantees> {
    return this.#step(readGuarantees);
  }

  async begin(entry: JournalEntry): Promise<BeginOutcome> {
    const { scope, key, kind, operation, price, keyExpiresAt } = entry;
    const limit = this.#limitFor(entry);
    const answer = (await this.#run(
      beginScript,
      nameOf(scope, operation.id),
      nameOf(scope, key),
      nameOf(scope, rivalKindsOf(kind)[0], subjectOf(operation)),
      nameOf(scope),
      JSON.stringify(entry),
      '{"status":"started"}',
      keyExpiresAt ?? '',
      this.leaseMs,
      // An order of unknown price counts in no currency.
      price?.currency ?? '',
      price === undefined ? '0' : toUnits(price),
      ...(limit === undefined ? [] : [toUnits(limit.amount), limit.periodMs]),
    )) as readonly ['begun' | 'exists' | 'busy' | 'over_limit', readonly string[]];
    const [status, details] = answer;
    return status === 'over_limit'
      ? toExcess(limit, details)
      : { status, row: toJournalRow(details) };
  }

  async beginAgain(entry: PurchaseEntry, leaseUntil: number): Promise<BeginAgainOutcome> {
    const { scope, operation, price, keyExpiresAt } = entry;
    const limit = this.#limitFor(entry);
    const answer = (await this.#run(
      beginAgainScript,
      nameOf(scope, operation.id),
      leaseUntil,
      JSON.stringify(entry),
      '{"status":"started"}',
      keyExpiresAt ?? '',
      this.leaseMs,
      price.currency,
      toUnits(price),
      ...(limit === undefined ? [] : [toUnits(limit.amount), limit.periodMs]),
    )) as readonly ['changed'] | readonly ['begun' | 'over_limit', readonly string[]];
    const [status, details] = answer;
    if (status === 'changed') return { status };
    return status === 'over_limit'
      ? toExcess(limit, details)
      : { status, row: toJournalRow(details) };
  }

  async discard(scope: string, operationId: string, leaseUntil: number): Promise<boolean> {
    return (await this.#run(discardScript, nameOf(scope, operationId), leaseUntil)) === 1;
  }

  async extendLease(scope: string, operationId: string): Promise<void> {
    await this.#run(extendLeaseScript, nameOf(scope, operationId), this.leaseMs);
  }

  async settle(scope: string, operationId: string, settlement: Settlement): Promise<void> {
    const answer = await this.#run(
      settleScript,
      nameOf(scope, operationId),
      ...settlementArguments(settlement),
    );
    if (answer === 'settled' || settlement.status === 'refused') return;
    throw new JournalError('lost', `the journal in Redis has no order ${operationId}`);
  }

  async takeOver(scope: string, operationId: string): Promise<boolean> {
    return (await this.#run(takeOverScript, nameOf(scope, operationId), this.leaseMs)) === 1;
  }

  async find(scope: string, key: string): Promise<JournalRow | undefined> {
    return toOptionalRow(await this.#run(findScript, nameOf(scope, key)));
  }

  async findById(scope: string, operationId: string): Promise<JournalRow | undefined> {
    return toOptionalRow(await this.#run(findByIdScript, nameOf(scope, operationId)));
  }

  async list(scope: string, limit = 100): Promise<readonly JournalRow[]> {
    const rows = (await this.#run(listScript, nameOf(scope), limit)) as readonly string[][];
    return rows.map(toJournalRow);
  }

  async takeLease(scope: string, name: string, holder: string): Promise<boolean> {
    const lease = nameOf(scope, name);
    return (await this.#run(takeLeaseScript, lease, nameOf(holder), this.leaseMs)) === 1;
  }

  async dropLease(scope: string, name: string, holder: string): Promise<void> {
    await this.#run(dropLeaseScript, nameOf(scope, name), nameOf(holder));
  }

  async close(): Promise<void> {
    this.#closed = true;
    const connection = await this.#ownConnection?.catch(() => undefined);
    this.#ownConnection = undefined;
    connection?.disconnect();
  }

  #limitFor({ price }: JournalEntry): SpendLimit | undefined {
    const { spendLimit } = this.#config;
    return spendLimit?.amount.currency === price?.currency ? spendLimit : undefined;
  }

  #run(script: Script, ...args: readonly (string | number)[]): Promise<unknown> {
    return this.#step((connection) => this.#evaluate(connection, script, args));
  }

  async #step<Result>(step: (connection: RedisConnection) => Promise<Result>): Promise<Result> {
    const { base, timeoutMs } = this.#config;
    const deadline = AbortSignal.timeout(timeoutMs);
    const late = new Promise<never>((_resolve, reject) => {
      deadline.addEventListener('abort', () => reject(new StepTimedOut()));
    });
    try {
      return await Promise.race([this.#open().then(step), late]);
    } catch (error) {
      throw translateRedisError(error, base);
    }
  }

  /** Connects and checks the schema once; an attempt that fails is made again by the next step. */
  async #open(): Promise<RedisConnection> {
    const { source, timeoutMs } = this.#config;
    if (this.#closed) throw new JournalError('closed', 'the journal in Redis is closed');
    const connection =
      'client' in source
        ? source.client
        : await (this.#ownConnection ??= connectRedis(source.url, timeoutMs));
    const checked = (this.#checked ??= this.#checkSchema(connection));
    try {
      await checked;
    } catch (error) {
      if (this.#checked === checked) this.#checked = undefined;
      throw error;
    }
    return connection;
  }

  async #checkSchema(connection: RedisConnection): Promise<void> {
    const version = Number(await this.#evaluate(connection, openScript, [schema]));
    if (version <= schema) return;
    throw journalMisconfigured([
      {
        path: 'prefix',
        problem: `${this.#config.base} has schema ${version}, this version knows ${schema}`,
        cure: 'update @registrar-kit/redis, or give another prefix',
      },
    ]);
  }

  async #evaluate(
    connection: RedisConnection,
    { sha, text }: Script,
    args: readonly (string | number)[],
  ): Promise<unknown> {
    const { base } = this.#config;
    try {
      return await connection.call('EVALSHA', sha, 1, base, ...args);
    } catch (error) {
      // The server forgets scripts when it starts again.
      if (!/^NOSCRIPT/.test((error as Error).message)) throw error;
      return connection.call('EVAL', text, 1, base, ...args);
    }
  }
}

function toExcess(
  limit: SpendLimit | undefined,
  groups: readonly string[],
): Extract<BeginOutcome, { status: 'over_limit' }> {
  // The scripts answer so only where they were given a limit.
  const { amount } = limit ?? { amount: { amount: '0', currency: '' } };
  return { status: 'over_limit', limit: amount, spent: fromGroups(groups, amount.currency) };
}

function settlementArguments(settlement: Settlement): readonly string[] {
  if (settlement.status === 'refused') return ['refused'];
  const { state, charged } = toStoredState(settlement);
  const charge = settlement.status === 'done' ? settlement.charged : undefined;
  const amount = charge === undefined ? [] : [charge.currency, toUnits(charge)];
  return [settlement.status, state, charged ?? '', ...amount];
}

/** One text for several, so that no two lists of texts have the same. */
function nameOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

function toJournalRow([
  entry = '',
  state = '',
  charged,
  leaseUntil,
]: readonly string[]): JournalRow {
  const charge = charged === undefined || charged === '' ? null : charged;
  return fromStoredRow({ entry, state, charged: charge, leaseUntil: Number(leaseUntil) });
}

function toOptionalRow(answer: unknown): JournalRow | undefined {
  return answer === null ? undefined : toJournalRow(answer as readonly string[]);
}
