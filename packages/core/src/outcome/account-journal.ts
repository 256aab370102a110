import type { RegistrarLogger } from '../config/registrar-runtime.js';
import type { CallContext } from '../driver/call-context.js';
import type { AccountScope } from '../driver/registrar-driver.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import type {
  BeginOutcome,
  JournalEntry,
  JournalRow,
  OperationJournal,
  Settlement,
} from './operation-journal.js';
import { journalFailed, reasonOf } from './purchase-errors.js';

/**
 * The journal as one account uses it. Before an order is sent the engine must answer, since without its record nothing may be
 * sent; afterwards what came of the order counts more than its record.
 */
export class AccountJournal {
  readonly leaseMs: number;
  readonly #engine: OperationJournal;
  readonly #scope: string;
  readonly #logger: RegistrarLogger | undefined;

  constructor(
    engine: OperationJournal,
    { provider, host, account }: AccountScope,
    logger: RegistrarLogger | undefined,
  ) {
    this.leaseMs = engine.leaseMs;
    this.#engine = engine;
    this.#scope = `${provider} ${host} ${account}`;
    this.#logger = logger;
  }

  find(key: string, call: CallContext): Promise<JournalRow | undefined> {
    return answerOf(() => this.#engine.find(this.#scope, key), call);
  }

  findById(operationId: string, call: CallContext): Promise<JournalRow | undefined> {
    return answerOf(() => this.#engine.findById(this.#scope, operationId), call);
  }

  recent(call: CallContext): Promise<readonly JournalRow[]> {
    return answerOf(() => this.#engine.list(this.#scope, 100), call);
  }

  begin(entry: Omit<JournalEntry, 'scope'>, call: CallContext): Promise<BeginOutcome> {
    return answerOf(() => this.#engine.begin({ ...entry, scope: this.#scope }), call);
  }

  takeOver({ operation }: JournalRow, call: CallContext): Promise<boolean> {
    return answerOf(() => this.#engine.takeOver(this.#scope, operation.id), call);
  }

  extendLease({ operation }: JournalRow): Promise<void> {
    return this.#engine.extendLease(this.#scope, operation.id);
  }

  /** Records how an order ended. An engine that fails is reported to the log; the row, still open, is settled by reading later. */
  async record({ operation }: JournalRow, settlement: Settlement): Promise<void> {
    try {
      await this.#engine.settle(this.#scope, operation.id, settlement);
    } catch (error) {
      const because = reasonOf(error);
      this.#logger?.warn('the journal could not record how a purchase ended', {
        ...operation,
        outcome: settlement.status,
        ...(because === undefined ? {} : { because }),
      });
    }
  }
}

async function answerOf<Answer>(ask: () => Promise<Answer>, call: CallContext): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw isRegistrarError(error) ? error : journalFailed(error, call);
  }
}
