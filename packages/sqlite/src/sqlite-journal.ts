import { setTimeout as delay } from 'node:timers/promises';
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
import { JournalTable } from './journal-table.js';
import { LeaseTable } from './lease-table.js';
import type { Database } from './load-sqlite.js';
import { identityOf, openDatabase, type FileIdentity } from './open-database.js';
import {
  readSqliteJournalOptions,
  type SqliteJournalConfig,
  type SqliteJournalOptions,
} from './sqlite-journal-options.js';
import { isLocked, translateOpenError, translateSqliteError } from './translate-sqlite-error.js';

/** A journal in a file; {@link sqliteJournal} makes one. */
export interface SqliteJournal extends OperationJournal {
  /** Closes the file. Steps after that reject. */
  close(): Promise<void>;
}

/**
 * A journal in a SQLite file: what is recorded survives a crash of the process and of the machine, and processes on the same
 * machine share it. The file is opened by the first step, not here.
 *
 * Steps reject with a {@link JournalError} when the disk is full, the file can only be read, another process locks it for
 * longer than `lockTimeoutMs`, or it was removed or replaced; and with a {@link ConfigurationError} when it cannot be opened,
 * belongs to another program or to a newer version of this package.
 *
 * @throws {@link ConfigurationError} for unusable settings.
 */
export function sqliteJournal(options: SqliteJournalOptions): SqliteJournal {
  return new FileJournal(readSqliteJournalOptions(options));
}

interface OpenJournal {
  readonly database: Database;
  readonly table: JournalTable;
  readonly leases: LeaseTable;
  readonly file: FileIdentity;
}

class FileJournal implements SqliteJournal {
  readonly leaseMs: number;
  readonly #config: SqliteJournalConfig;
  #opening: Promise<OpenJournal> | undefined;
  #closed = false;

  constructor(config: SqliteJournalConfig) {
    this.leaseMs = config.leaseMs;
    this.#config = config;
  }

  guarantees(): Promise<JournalGuarantees> {
    return this.#step(({ database }) => {
      const mode = String(database.pragma('journal_mode', { simple: true }));
      return mode === 'wal'
        ? { survives: 'power_loss', shared: true }
        : {
            survives: 'power_loss',
            shared: true,
            note: `SQLite fell back to its ${mode} journal, which is slower; is the file on a local disk?`,
          };
    });
  }

  begin(entry: JournalEntry): Promise<BeginOutcome> {
    return this.#atomicStep(({ table }): BeginOutcome => {
      const now = this.#config.now();
      const holder = table.holderOf(entry.scope, entry.key, now);
      if (holder !== undefined) return { status: 'exists', row: holder };
      const unsettled = table.unsettledOrderFor(entry);
      if (unsettled !== undefined) return { status: 'busy', row: unsettled };
      const excess = this.#excessOf(entry, table, now);
      if (excess !== undefined) return excess;
      table.releaseKey(entry.scope, entry.key);
      return { status: 'begun', row: table.insert(entry, now, now + this.leaseMs) };
    });
  }

  beginAgain(entry: PurchaseEntry, leaseUntil: number): Promise<BeginAgainOutcome> {
    return this.#atomicStep(({ table }): BeginAgainOutcome => {
      if (!isUnknown(table.byId(entry.scope, entry.operation.id), leaseUntil))
        return { status: 'changed' };
      const now = this.#config.now();
      const excess = this.#excessOf(entry, table, now);
      if (excess !== undefined) return excess;
      return { status: 'begun', row: table.startAgain(entry, now, now + this.leaseMs) };
    });
  }

  discard(scope: string, operationId: string, leaseUntil: number): Promise<boolean> {
    return this.#atomicStep(({ table }) => {
      if (!isUnknown(table.byId(scope, operationId), leaseUntil)) return false;
      table.remove(scope, operationId);
      return true;
    });
  }

  extendLease(scope: string, operationId: string): Promise<void> {
    return this.#atomicStep(({ table }) => {
      table.setLease(scope, operationId, this.#config.now() + this.leaseMs);
    });
  }

  settle(scope: string, operationId: string, settlement: Settlement): Promise<void> {
    return this.#atomicStep(({ table }) => {
      const row = table.byId(scope, operationId);
      if (row?.state.status === 'done' && settlement.status !== 'done') return;
      if (settlement.status === 'refused') {
        table.remove(scope, operationId);
        return;
      }
      if (row === undefined) {
        const { path } = this.#config;
        throw new JournalError('lost', `the journal ${path} has no order ${operationId}`);
      }
      table.settle(scope, operationId, settlement);
    });
  }

  takeOver(scope: string, operationId: string): Promise<boolean> {
    return this.#atomicStep(({ table }) => {
      const row = table.byId(scope, operationId);
      const now = this.#config.now();
      if (row?.state.status !== 'started' || row.leaseUntil > now) return false;
      table.setLease(scope, operationId, now + this.leaseMs);
      return true;
    });
  }

  find(scope: string, key: string): Promise<JournalRow | undefined> {
    return this.#step(({ table }) => table.holderOf(scope, key, this.#config.now()));
  }

  findById(scope: string, operationId: string): Promise<JournalRow | undefined> {
    return this.#step(({ table }) => table.byId(scope, operationId));
  }

  list(scope: string, limit = 100): Promise<readonly JournalRow[]> {
    return this.#step(({ table }) => table.newest(scope, limit));
  }

  takeLease(scope: string, name: string, holder: string): Promise<boolean> {
    return this.#atomicStep(({ leases }) =>
      leases.take(scope, name, holder, this.#config.now(), this.leaseMs),
    );
  }

  dropLease(scope: string, name: string, holder: string): Promise<void> {
    return this.#atomicStep(({ leases }) => leases.drop(scope, name, holder));
  }

  async close(): Promise<void> {
    this.#closed = true;
    const open = await this.#opening?.catch(() => undefined);
    open?.database.close();
  }

  #excessOf(
    entry: JournalEntry,
    table: JournalTable,
    now: number,
  ): Extract<BeginOutcome, { status: 'over_limit' }> | undefined {
    const { spendLimit } = this.#config;
    const { price } = entry;
    if (price === undefined || spendLimit?.amount.currency !== price.currency) return undefined;
    const limit = spendLimit.amount;
    const spent = table.spentSince(now - spendLimit.periodMs, spendLimit, entry);
    return compareMoney(addMoney(spent, price), limit) > 0
      ? { status: 'over_limit', limit, spent }
      : undefined;
  }

  /** One atomic step that writes; it takes the write lock at once, so that nothing changes between its reads and writes. */
  #atomicStep<Result>(step: (open: OpenJournal) => Result): Promise<Result> {
    return this.#step((open) => open.database.transaction(step).immediate(open));
  }

  /** Runs a step, again and again while another process holds the lock: SQLite's own waiting would stop this whole process. */
  async #step<Result>(step: (open: OpenJournal) => Result): Promise<Result> {
    const { path, lockTimeoutMs } = this.#config;
    const giveUpAt = performance.now() + lockTimeoutMs;
    for (;;) {
      try {
        const open = await this.#open();
        this.#requireSameFile(open.file);
        return step(open);
      } catch (error) {
        if (!isLocked(error) || performance.now() > giveUpAt)
          throw translateSqliteError(error, path);
      }
      await delay(5 + Math.random() * 20);
    }
  }

  /** Opens the file once; an attempt that fails is made again by the next step. */
  async #open(): Promise<OpenJournal> {
    if (this.#closed)
      throw new JournalError('closed', `the journal ${this.#config.path} is closed`);
    const opening = (this.#opening ??= openJournal(this.#config.path));
    try {
      return await opening;
    } catch (error) {
      if (this.#opening === opening) this.#opening = undefined;
      throw isLocked(error) ? error : translateOpenError(error, this.#config.path);
    }
  }

  /** SQLite would go on writing to a file that no longer has a name, where nobody finds it again. */
  #requireSameFile({ dev, ino }: FileIdentity): void {
    const { path } = this.#config;
    let found: FileIdentity | undefined;
    try {
      found = identityOf(path);
    } catch {
      // Not there: as bad as another file in its place.
    }
    if (found?.dev === dev && found.ino === ino) return;
    throw new JournalError(
      'lost',
      `the journal ${path} was removed or replaced while it was open; put it back and start this process again`,
    );
  }
}

/** An order under another lease is in somebody's hands. */
function isUnknown(row: JournalRow | undefined, leaseUntil: number): boolean {
  return row?.state.status === 'unknown' && row.leaseUntil === leaseUntil;
}

async function openJournal(path: string): Promise<OpenJournal> {
  const { database, file } = await openDatabase(path);
  return { database, table: new JournalTable(database), leases: new LeaseTable(database), file };
}
