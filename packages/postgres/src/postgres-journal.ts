import {
  addMoney,
  compareMoney,
  JournalError,
  type BeginAgainOutcome,
  type BeginOutcome,
  type JournalEntry,
  type JournalGuarantees,
  type JournalRow,
  type OperationJournal,
  type PurchaseEntry,
  type Settlement,
} from '@registrar-kit/core';
import { lockJournal } from './journal-lock.js';
import { JournalTable } from './journal-table.js';
import { LeaseTable } from './lease-table.js';
import {
  readPostgresJournalOptions,
  type PostgresJournalConfig,
  type PostgresJournalOptions,
} from './postgres-journal-options.js';
import { createPool, type OwnPool, type PostgresPool } from './postgres-pool.js';
import { readGuarantees } from './read-guarantees.js';
import { migrate } from './schema.js';
import { inTransaction, type Transaction } from './transaction.js';
import { isConnectionLost, translatePostgresError } from './translate-postgres-error.js';

/** A journal in PostgreSQL; {@link postgresJournal} makes one. */
export interface PostgresJournal extends OperationJournal {
  /** Closes the journal's own connections; a pool that was passed in stays open. Steps after that reject. */
  close(): Promise<void>;
}

/**
 * A journal in a PostgreSQL database: all processes and machines that use the database share it. The first step connects and
 * brings the schema up to date. Leases, keys and the spend limit go by the server's clock.
 *
 * Steps reject with a {@link JournalError} when the server is out of space, can only be read, is locked or does not answer
 * within `timeoutMs`; and with a {@link ConfigurationError} when it does not let the user in, or the schema belongs to a
 * newer version of this package.
 *
 * @throws {@link ConfigurationError} for unusable settings.
 */
export function postgresJournal(options: PostgresJournalOptions): PostgresJournal {
  return new DatabaseJournal(readPostgresJournalOptions(options));
}

class DatabaseJournal implements PostgresJournal {
  readonly leaseMs: number;
  readonly #config: PostgresJournalConfig;
  #ownPool: Promise<OwnPool> | undefined;
  #migrated: Promise<void> | undefined;
  #closed = false;

  constructor(config: PostgresJournalConfig) {
    this.leaseMs = config.leaseMs;
    this.#config = config;
  }

  guarantees(): Promise<JournalGuarantees> {
    return this.#step((_table, transaction) => readGuarantees(transaction));
  }

  begin(entry: JournalEntry): Promise<BeginOutcome> {
    return this.#step(async (table, transaction): Promise<BeginOutcome> => {
      await lockJournal(transaction, this.#config.schema);
      const holder = await table.holderOf(entry.scope, entry.key);
      // Ours already: the connection broke after the row was committed and before the answer came.
      if (holder !== undefined && isSame(holder, entry)) return { status: 'begun', row: holder };
      if (holder !== undefined) return { status: 'exists', row: holder };
      const unsettled = await table.unsettledOrderFor(entry);
      if (unsettled !== undefined) return { status: 'busy', row: unsettled };
      const excess = await this.#excessOf(entry, table);
      return excess ?? { status: 'begun', row: await table.insert(entry, this.leaseMs) };
    });
  }

  beginAgain(entry: PurchaseEntry, leaseUntil: number): Promise<BeginAgainOutcome> {
    return this.#step(async (table, transaction): Promise<BeginAgainOutcome> => {
      await lockJournal(transaction, this.#config.schema);
      const found = await table.byId(entry.scope, entry.operation.id);
      // As above.
      if (found !== undefined && isSame(found, entry) && found.again?.id === entry.again?.id)
        return { status: 'begun', row: found };
      if (found?.state.status !== 'unknown' || found.leaseUntil !== leaseUntil)
        return { status: 'changed' };
      const excess = await this.#excessOf(entry, table);
      if (excess !== undefined) return excess;
      const row = await table.startAgain(entry, leaseUntil, this.leaseMs);
      return row === undefined ? { status: 'changed' } : { status: 'begun', row };
    });
  }

  discard(scope: string, operationId: string, leaseUntil: number): Promise<boolean> {
    return this.#step((table) => table.removeUnknown(scope, operationId, leaseUntil));
  }

  extendLease(scope: string, operationId: string): Promise<void> {
    return this.#step((table) => table.extendLease(scope, operationId, this.leaseMs));
  }

  settle(scope: string, operationId: string, settlement: Settlement): Promise<void> {
    return this.#step(async (table) => {
      if (settlement.status === 'refused') {
        await table.removeUnlessDone(scope, operationId);
        return;
      }
      if (await table.settle(scope, operationId, settlement)) return;
      throw new JournalError('lost', `the journal in PostgreSQL has no order ${operationId}`);
    });
  }

  takeOver(scope: string, operationId: string): Promise<boolean> {
    return this.#step((table) => table.takeOver(scope, operationId, this.leaseMs));
  }

  find(scope: string, key: string): Promise<JournalRow | undefined> {
    return this.#step((table) => table.holderOf(scope, key));
  }

  findById(scope: string, operationId: string): Promise<JournalRow | undefined> {
    return this.#step((table) => table.byId(scope, operationId));
  }

  list(scope: string, limit = 100): Promise<readonly JournalRow[]> {
    return this.#step((table) => table.newest(scope, limit));
  }

  takeLease(scope: string, name: string, holder: string): Promise<boolean> {
    return this.#leaseStep((leases) => leases.take(scope, name, holder, this.leaseMs));
  }

  dropLease(scope: string, name: string, holder: string): Promise<void> {
    return this.#leaseStep((leases) => leases.drop(scope, name, holder));
  }

  async close(): Promise<void> {
    this.#closed = true;
    const pool = await this.#ownPool?.catch(() => undefined);
    this.#ownPool = undefined;
    await pool?.end();
  }

  async #excessOf(
    entry: JournalEntry,
    table: JournalTable,
  ): Promise<Extract<BeginOutcome, { status: 'over_limit' }> | undefined> {
    const { spendLimit } = this.#config;
    const { price } = entry;
    if (price === undefined || spendLimit?.amount.currency !== price.currency) return undefined;
    const limit = spendLimit.amount;
    const spent = await table.spent(spendLimit, entry);
    return compareMoney(addMoney(spent, price), limit) > 0
      ? { status: 'over_limit', limit, spent }
      : undefined;
  }

  #leaseStep<Result>(step: (leases: LeaseTable) => Promise<Result>): Promise<Result> {
    return this.#step((_table, transaction) =>
      step(new LeaseTable(transaction, this.#config.schema)),
    );
  }

  /**
   * Runs a step in a transaction of its own. A connection that was lost is replaced once: servers close idle ones, and every
   * step can be repeated.
   */
  async #step<Result>(
    step: (table: JournalTable, transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    const { schema, timeoutMs } = this.#config;
    const attempt = async (): Promise<Result> => {
      const pool = await this.#open();
      return inTransaction(pool, timeoutMs, (transaction) =>
        step(new JournalTable(transaction, schema), transaction),
      );
    };
    try {
      return await attempt().catch((error: unknown) => {
        if (isConnectionLost(error)) return attempt();
        throw error;
      });
    } catch (error) {
      throw translatePostgresError(error, schema);
    }
  }

  /** Connects and migrates once; an attempt that fails is made again by the next step. */
  async #open(): Promise<PostgresPool> {
    const { source, schema, timeoutMs } = this.#config;
    if (this.#closed) throw new JournalError('closed', 'the journal in PostgreSQL is closed');
    const pool =
      'pool' in source
        ? source.pool
        : await (this.#ownPool ??= createPool(source.connectionString));
    const migrated = (this.#migrated ??= inTransaction(pool, timeoutMs, (transaction) =>
      migrate(transaction, schema),
    ));
    try {
      await migrated;
    } catch (error) {
      if (this.#migrated === migrated) this.#migrated = undefined;
      throw error;
    }
    return pool;
  }
}

function isSame(row: JournalRow, { operation }: JournalEntry): boolean {
  return row.operation.id === operation.id && row.state.status === 'started';
}
