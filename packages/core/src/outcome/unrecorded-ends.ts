import type { OperationHandle } from './operation-handle.js';
import type { AnotherSending, OperationJournal, Settlement } from './operation-journal.js';

/** Whatever names an order that is on record, and which of its sendings is meant. */
export interface Recorded {
  readonly operation: OperationHandle;
  readonly again?: AnotherSending | undefined;
}

interface End {
  readonly row: Recorded;
  readonly settlement: Settlement;
}

/**
 * How orders ended that the journal could not record at the time. It is told as soon as it answers again, so that a panel need not
 * be restarted; when the process ends before, the rows are still open there, and are settled by reading.
 */
export class UnrecordedEnds {
  readonly #engine: OperationJournal;
  readonly #scope: string;
  readonly #ends = new Map<string, End>();

  constructor(engine: OperationJournal, scope: string) {
    this.#engine = engine;
    this.#scope = scope;
  }

  keep(row: Recorded, settlement: Settlement): void {
    this.#ends.set(row.operation.id, { row, settlement });
  }

  forget({ operation }: Recorded): void {
    this.#ends.delete(operation.id);
  }

  /** Records what can be recorded now. Never rejects. */
  async record(): Promise<void> {
    for (const [id, end] of [...this.#ends]) {
      try {
        const row = await this.#engine.findById(this.#scope, id);
        // Somebody may have sent it again since, whose order it is then. That it was executed is true all the same.
        const isDone = end.settlement.status === 'done';
        const isOurs = row !== undefined && (isDone || row.again?.id === end.row.again?.id);
        if (isOurs) await this.#engine.settle(this.#scope, id, end.settlement);
        if (this.#ends.get(id) === end) this.#ends.delete(id);
      } catch {
        // The step that is about to be made tells why.
        return;
      }
    }
  }
}
