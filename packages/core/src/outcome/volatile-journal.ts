import type {
  JournalEntry,
  JournalRow,
  OperationJournal,
  Settlement,
} from './operation-journal.js';

/**
 * A journal in memory: for tests and trials. It forgets everything when the process ends, so an order whose answer was lost
 * can then no longer be recognised; use a durable engine where money is real.
 */
export function volatileJournal(options: { readonly now?: () => number } = {}): OperationJournal {
  return new VolatileJournal(options.now ?? Date.now);
}

class VolatileJournal implements OperationJournal {
  readonly guarantees = {
    survives: 'nothing',
    shared: false,
    note: 'kept in memory; forgotten when the process ends',
  } as const;
  readonly #rows = new Map<string, JournalRow>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  begin(entry: JournalEntry, leaseMs: number): Promise<{ begun: boolean; row: JournalRow }> {
    const existing = this.#byKey(entry.scope, entry.key);
    if (existing !== undefined) return Promise.resolve({ begun: false, row: existing });
    const row: JournalRow = {
      ...entry,
      state: { status: 'started' },
      leaseUntil: this.#now() + leaseMs,
    };
    this.#rows.set(idOf(entry.scope, entry.operation.id), row);
    return Promise.resolve({ begun: true, row });
  }

  settle(scope: string, operationId: string, settlement: Settlement): Promise<void> {
    const id = idOf(scope, operationId);
    const row = this.#rows.get(id);
    if (row === undefined) return Promise.resolve();
    if (settlement.status === 'refused') this.#rows.delete(id);
    // A copy through JSON, as an engine on disk would give it back.
    else
      this.#rows.set(id, {
        ...row,
        state: JSON.parse(JSON.stringify(settlement)) as Exclude<Settlement, { status: 'refused' }>,
      });
    return Promise.resolve();
  }

  takeOver(scope: string, operationId: string, leaseMs: number): Promise<boolean> {
    const id = idOf(scope, operationId);
    const row = this.#rows.get(id);
    if (row === undefined || row.leaseUntil > this.#now()) return Promise.resolve(false);
    this.#rows.set(id, { ...row, leaseUntil: this.#now() + leaseMs });
    return Promise.resolve(true);
  }

  find(scope: string, key: string): Promise<JournalRow | undefined> {
    return Promise.resolve(this.#byKey(scope, key));
  }

  findById(scope: string, operationId: string): Promise<JournalRow | undefined> {
    return Promise.resolve(this.#rows.get(idOf(scope, operationId)));
  }

  list(scope: string): Promise<readonly JournalRow[]> {
    return Promise.resolve([...this.#rows.values()].filter((row) => row.scope === scope).reverse());
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
}

function idOf(scope: string, operationId: string): string {
  return `${scope}\n${operationId}`;
}
