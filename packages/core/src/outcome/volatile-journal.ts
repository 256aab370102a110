import { addMoney, compareMoney, type Money } from '../values/money.js';
import { JournalError } from './journal-error.js';
import { rivalKindsOf, subjectOf } from './operation-handle.js';
import type {
  BeginAgainOutcome,
  BeginOutcome,
  JournalEntry,
  JournalGuarantees,
  JournalRow,
  OperationJournal,
  PurchaseEntry,
  Settlement,
  SpendLimit,
} from './operation-journal.js';

/** Settings of {@link volatileJournal}. */
export interface VolatileJournalOptions {
  /** Epoch milliseconds; give it the runtime's clock where that is not the machine's. @defaultValue Date.now */
  readonly now?: () => number;
  readonly spendLimit?: SpendLimit;
}

/**
 * A journal in memory: for tests and trials. It forgets everything when the process ends, so an order whose answer was lost
 * can then no longer be recognised; use a durable engine where money is real.
 */
export function volatileJournal(options: VolatileJournalOptions = {}): OperationJournal {
  return new VolatileJournal(options.now ?? Date.now, options.spendLimit);
}

class VolatileJournal implements OperationJournal {
  readonly leaseMs = 30_000;
  readonly #rows = new Map<string, JournalRow>();
  readonly #leases = new Map<string, { readonly holder: string; readonly until: number }>();
  readonly #now: () => number;
  readonly #spendLimit: SpendLimit | undefined;

  constructor(now: () => number, spendLimit: SpendLimit | undefined) {
    this.#now = now;
    this.#spendLimit = spendLimit;
  }

  guarantees(): Promise<JournalGuarantees> {
    return Promise.resolve({
      survives: 'nothing',
      shared: false,
      note: 'kept in memory; forgotten when the process ends',
    });
  }

  begin(entry: JournalEntry): Promise<BeginOutcome> {
    const existing = this.#byKey(entry.scope, entry.key);
    if (existing !== undefined) return Promise.resolve({ status: 'exists', row: existing });
    const rivals = rivalKindsOf(entry.kind);
    const open = [...this.#rows.values()].find(
      ({ scope, kind, operation, state }) =>
        scope === entry.scope &&
        rivals.includes(kind) &&
        subjectOf(operation) === subjectOf(entry.operation) &&
        state.status !== 'done',
    );
    if (open !== undefined) return Promise.resolve({ status: 'busy', row: open });
    return Promise.resolve(this.#excessOf(entry) ?? this.#start(entry));
  }

  beginAgain(entry: PurchaseEntry, leaseUntil: number): Promise<BeginAgainOutcome> {
    return Promise.resolve(
      this.#isUnknown(entry.scope, entry.operation.id, leaseUntil)
        ? (this.#excessOf(entry) ?? this.#start(entry))
        : { status: 'changed' },
    );
  }

  discard(scope: string, operationId: string, leaseUntil: number): Promise<boolean> {
    return Promise.resolve(
      this.#isUnknown(scope, operationId, leaseUntil) &&
        this.#rows.delete(idOf(scope, operationId)),
    );
  }

  extendLease(scope: string, operationId: string): Promise<void> {
    this.#change(scope, operationId, (row) => ({ ...row, leaseUntil: this.#now() + this.leaseMs }));
    return Promise.resolve();
  }

  settle(scope: string, operationId: string, settlement: Settlement): Promise<void> {
    if (settlement.status !== 'refused' && !this.#rows.has(idOf(scope, operationId))) {
      return Promise.reject(new JournalError('lost', `the journal has no order ${operationId}`));
    }
    this.#change(scope, operationId, (row) => {
      if (row.state.status === 'done' && settlement.status !== 'done') return row;
      if (settlement.status === 'refused') return undefined;
      // A later settlement that leaves the charge out does not take it back.
      const settled =
        settlement.status === 'done' ? { ...chargeOf(row), ...settlement } : settlement;
      // A copy through JSON, as an engine on disk would give it back.
      return { ...row, state: JSON.parse(JSON.stringify(settled)) as typeof settlement };
    });
    return Promise.resolve();
  }

  takeOver(scope: string, operationId: string): Promise<boolean> {
    const row = this.#rows.get(idOf(scope, operationId));
    if (row?.state.status !== 'started' || row.leaseUntil > this.#now())
      return Promise.resolve(false);
    this.#rows.set(idOf(scope, operationId), { ...row, leaseUntil: this.#now() + this.leaseMs });
    return Promise.resolve(true);
  }

  find(scope: string, key: string): Promise<JournalRow | undefined> {
    return Promise.resolve(this.#byKey(scope, key));
  }

  findById(scope: string, operationId: string): Promise<JournalRow | undefined> {
    return Promise.resolve(this.#rows.get(idOf(scope, operationId)));
  }

  list(scope: string, limit = 100): Promise<readonly JournalRow[]> {
    return Promise.resolve(
      [...this.#rows.values()]
        .filter((row) => row.scope === scope)
        .reverse()
        .slice(0, limit),
    );
  }

  takeLease(scope: string, name: string, holder: string): Promise<boolean> {
    const now = this.#now();
    // Nobody else would ever remove the lease of a holder that gave none back.
    for (const [id, { until }] of this.#leases) if (until <= now) this.#leases.delete(id);
    const id = idOf(scope, name);
    const taken = this.#leases.get(id);
    if (taken !== undefined && taken.holder !== holder) return Promise.resolve(false);
    this.#leases.set(id, { holder, until: now + this.leaseMs });
    return Promise.resolve(true);
  }

  dropLease(scope: string, name: string, holder: string): Promise<void> {
    const id = idOf(scope, name);
    if (this.#leases.get(id)?.holder === holder) this.#leases.delete(id);
    return Promise.resolve();
  }

  #start(entry: JournalEntry): Extract<BeginOutcome, { status: 'begun' }> {
    const row: JournalRow = {
      ...entry,
      state: { status: 'started' },
      leaseUntil: this.#now() + this.leaseMs,
    };
    this.#rows.set(idOf(entry.scope, entry.operation.id), row);
    return { status: 'begun', row };
  }

  /** An order under another lease is in somebody's hands. */
  #isUnknown(scope: string, operationId: string, leaseUntil: number): boolean {
    const row = this.#rows.get(idOf(scope, operationId));
    return row?.state.status === 'unknown' && row.leaseUntil === leaseUntil;
  }

  #excessOf(entry: JournalEntry): Extract<BeginOutcome, { status: 'over_limit' }> | undefined {
    const limit = this.#spendLimit;
    const { price } = entry;
    if (limit === undefined || limit.amount.currency !== price?.currency) return undefined;
    const spent = this.#spent(limit, idOf(entry.scope, entry.operation.id));
    if (compareMoney(addMoney(spent, price), limit.amount) <= 0) return undefined;
    return { status: 'over_limit', limit: limit.amount, spent };
  }

  #change(
    scope: string,
    operationId: string,
    change: (row: JournalRow) => JournalRow | undefined,
  ): void {
    const id = idOf(scope, operationId);
    const row = this.#rows.get(id);
    if (row === undefined) return;
    const changed = change(row);
    if (changed === undefined) this.#rows.delete(id);
    else this.#rows.set(id, changed);
  }

  #byKey(scope: string, key: string): JournalRow | undefined {
    const now = this.#now();
    return [...this.#rows.values()].find(
      (row) =>
        row.scope === scope &&
        row.key === key &&
        // An unsettled order is never forgotten, however old its key.
        (row.state.status !== 'done' || row.keyExpiresAt === undefined || row.keyExpiresAt > now),
    );
  }

  /** All orders of the journal count, whatever their account: the limit guards the purse. */
  #spent(limit: SpendLimit, exceptId: string): Money {
    const since = this.#now() - limit.periodMs;
    const { currency } = limit.amount;
    return [...this.#rows]
      .filter(([id, row]) => id !== exceptId && (row.again?.sentAt ?? row.startedAt) > since)
      .map(([, row]) =>
        row.state.status === 'done' ? (row.state.charged ?? row.price) : row.price,
      )
      .filter((amount): amount is Money => amount?.currency === currency)
      .reduce(addMoney, { amount: '0', currency });
  }
}

/** One text for two, so that no two pairs have the same. */
function idOf(scope: string, name: string): string {
  return JSON.stringify([scope, name]);
}

function chargeOf({ state }: JournalRow): { readonly charged?: Money } {
  return state.status === 'done' && state.charged !== undefined ? { charged: state.charged } : {};
}
