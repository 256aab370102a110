import type { RegistrarLogger } from '../config/registrar-runtime.js';
import type { CallContext } from '../driver/call-context.js';
import type { AccountScope } from '../driver/registrar-driver.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import { journalScopeOf } from './journal-scope.js';
import type {
  BeginAgainOutcome,
  BeginOutcome,
  JournalRow,
  JournalState,
  OperationJournal,
  PurchaseEntry,
  PurchaseRow,
  RawCallEntry,
  Settlement,
} from './operation-journal.js';
import { journalFailed, reasonOf } from './purchase-errors.js';
import { UnrecordedEnds, type Recorded } from './unrecorded-ends.js';

/** A purchase as it is recorded; its account is known to the journal by itself. */
export type PurchaseRecord = Omit<PurchaseEntry, 'scope'>;

/** A raw call as it is recorded. */
export type RawCallRecord = Omit<RawCallEntry, 'scope'>;

/** The state of an order of unknown outcome. */
export type Doubt = Extract<JournalState, { status: 'unknown' }>;

/**
 * The journal as one account uses it. Before an order is sent the engine must answer, since without its record nothing may be
 * sent; afterwards what came of the order counts more than its record.
 */
export class AccountJournal {
  readonly leaseMs: number;
  readonly #engine: OperationJournal;
  readonly #scope: string;
  readonly #logger: RegistrarLogger | undefined;
  readonly #unrecorded: UnrecordedEnds;

  constructor(
    engine: OperationJournal,
    account: AccountScope,
    logger: RegistrarLogger | undefined,
  ) {
    this.leaseMs = engine.leaseMs;
    this.#engine = engine;
    this.#scope = journalScopeOf(account);
    this.#logger = logger;
    this.#unrecorded = new UnrecordedEnds(engine, this.#scope);
  }

  find(key: string, call: CallContext): Promise<JournalRow | undefined> {
    return this.#answerOf(() => this.#engine.find(this.#scope, key), call);
  }

  findById(operationId: string, call: CallContext): Promise<JournalRow | undefined> {
    return this.#answerOf(() => this.#engine.findById(this.#scope, operationId), call);
  }

  /** All orders since an instant, and maybe some before it; newest first. */
  async since(instant: number, call: CallContext): Promise<readonly JournalRow[]> {
    for (let limit = 100; ; limit *= 4) {
      const rows = await this.#answerOf(() => this.#engine.list(this.#scope, limit), call);
      const oldest = rows.at(-1);
      if (oldest === undefined || rows.length < limit || oldest.startedAt < instant) return rows;
    }
  }

  async begin(entry: PurchaseRecord | RawCallRecord, call: CallContext): Promise<BeginOutcome> {
    try {
      return await this.#answerOf(() => this.#engine.begin({ ...entry, scope: this.#scope }), call);
    } catch (error) {
      // The engine may have written the row without being able to say so. Nothing will be sent, so the row must not stay.
      this.#unrecorded.keep(entry, { status: 'refused' });
      await this.#unrecorded.record();
      throw error;
    }
  }

  /** Begins an order of unknown outcome once more; see {@link OperationJournal.beginAgain}. */
  async beginAgain(
    entry: PurchaseRecord,
    { leaseUntil }: PurchaseRow,
    doubt: Doubt,
    call: CallContext,
  ): Promise<BeginAgainOutcome> {
    const whole = { ...entry, scope: this.#scope };
    try {
      return await this.#answerOf(() => this.#engine.beginAgain(whole, leaseUntil), call);
    } catch (error) {
      // As above; the order is as unknown as it was.
      this.#unrecorded.keep(entry, doubt);
      await this.#unrecorded.record();
      throw error;
    }
  }

  /** Removes an order that was seen not to be executed; `false` when somebody has taken it in hand since. */
  discard({ operation, leaseUntil }: JournalRow, call: CallContext): Promise<boolean> {
    return this.#answerOf(() => this.#engine.discard(this.#scope, operation.id, leaseUntil), call);
  }

  /** Records how an order ended, where that is all that is to be done; a failure of the engine is the caller's to know. */
  settle({ operation }: Recorded, settlement: Settlement, call: CallContext): Promise<void> {
    return this.#answerOf(() => this.#engine.settle(this.#scope, operation.id, settlement), call);
  }

  takeOver({ operation }: Recorded, call: CallContext): Promise<boolean> {
    return this.#answerOf(() => this.#engine.takeOver(this.#scope, operation.id), call);
  }

  async extendLease({ operation }: Recorded): Promise<void> {
    await this.#engine.extendLease(this.#scope, operation.id);
  }

  /**
   * Records how an order ended. An engine that fails is reported to the log, and told once it answers again; should this process end
   * before, the row, still open, is settled by reading.
   *
   * @returns `false` when somebody else has sent the order again since: how it stands is then theirs to record, unless it is done
   */
  async record(row: Recorded, settlement: Settlement): Promise<boolean> {
    const { operation } = row;
    try {
      if (settlement.status !== 'done' && (await this.#isSentAgain(row))) {
        this.#unrecorded.forget(row);
        return false;
      }
      await this.#engine.settle(this.#scope, operation.id, settlement);
      this.#unrecorded.forget(row);
    } catch (error) {
      this.#unrecorded.keep(row, settlement);
      const because = reasonOf(error);
      this.#warn('the journal could not record how a purchase ended', {
        ...operation,
        outcome: settlement.status,
        ...(because === undefined ? {} : { because }),
      });
    }
    return true;
  }

  /**
   * Takes or extends a lease of this account; see {@link OperationJournal.takeLease}. After a failure the lease is left to run
   * out: it may be one that its holder, still at work, wanted to extend.
   */
  takeLease(name: string, holder: string, call: CallContext): Promise<boolean> {
    return this.#answerOf(() => this.#engine.takeLease(this.#scope, name, holder), call);
  }

  /** Gives a lease back. Where the engine fails, the lease runs out by itself, and what was done under it still counts. */
  async dropLease(name: string, holder: string): Promise<void> {
    try {
      await this.#engine.dropLease(this.#scope, name, holder);
    } catch (error) {
      const because = reasonOf(error);
      this.#warn('the journal could not give a lease back; it runs out by itself', {
        lease: name,
        leaseMs: this.leaseMs,
        ...(because === undefined ? {} : { because }),
      });
    }
  }

  /** A logger that fails must not turn a purchase into a failure, nor an async one end the process. */
  #warn(message: string, details: Record<string, unknown>): void {
    try {
      const logged: unknown = this.#logger?.warn(message, details);
      if (logged !== undefined) Promise.resolve(logged).catch(() => undefined);
    } catch {
      // Its own matter.
    }
  }

  async #isSentAgain({ operation, again }: Recorded): Promise<boolean> {
    const row = await this.#engine.findById(this.#scope, operation.id);
    return row !== undefined && row.again?.id !== again?.id;
  }

  async #answerOf<Answer>(ask: () => Promise<Answer>, call: CallContext): Promise<Answer> {
    await this.#unrecorded.record();
    try {
      return await ask();
    } catch (error) {
      throw isRegistrarError(error) ? error : journalFailed(error, call);
    }
  }
}
