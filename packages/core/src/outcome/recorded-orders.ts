import type { Clock } from '../config/clock.js';
import { asRead, type CallContext } from '../driver/call-context.js';
import type { RegistrarDriver } from '../driver/registrar-driver.js';
import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import type { OutcomeUnknownError } from '../errors/outcome-unknown-error.js';
import type { PricedOperation } from '../operations/get-prices.js';
import type { AccountJournal, PurchaseRecord } from './account-journal.js';
import type { JournalRow, PurchaseRow } from './operation-journal.js';
import { otherOrder, outcomeUnknown } from './purchase-errors.js';
import { proveByReading, type Proof } from './purchase-proof.js';
import {
  readRecordedResult,
  toFailedTransfer,
  toPurchaseResult,
  type FailedTransfer,
  type PurchaseResult,
  type RecordedResult,
} from './purchase-result.js';
import { lostAtOf } from './repeat-rule.js';
import { readOrderedTransfer } from './transfer-proof.js';
import { openWishes } from './wishes.js';

const pollMs = 250;
const senderEnded = 'the process that sent it ended before the answer came';

/** Finds out what became of orders that are on record, by waiting for those who send them and by reading. Never sends. */
export class RecordedOrders {
  readonly journal: AccountJournal;
  readonly #driver: RegistrarDriver;
  readonly #clock: Clock;

  constructor(driver: RegistrarDriver, journal: AccountJournal, clock: Clock) {
    this.journal = journal;
    this.#driver = driver;
    this.#clock = clock;
  }

  /** An order, as it stands once nobody is sending it any more; `undefined` when it was refused, which frees its key. */
  async settled(
    found: JournalRow | undefined,
    fingerprint: string,
    call: CallContext,
  ): Promise<JournalRow | undefined> {
    let row = found;
    while (row !== undefined) {
      if (row.order !== fingerprint) throw otherOrder(row, call);
      const atRest = await this.atRest(row, call);
      if (atRest !== undefined) return atRest;
      try {
        await this.#clock.delay(pollMs, call.signal);
      } catch {
        const what = row.kind === 'raw' ? 'the same call' : 'an earlier order for this domain';
        throw outcomeUnknown(row, { because: `${what} is still under way` }, call);
      }
      row = await this.journal.find(row.key, call);
    }
    return undefined;
  }

  /** An order that nobody is sending, which is unknown when its sender is dead; `undefined` while some process sends it. */
  async atRest(row: JournalRow, call: CallContext): Promise<JournalRow | undefined> {
    if (row.state.status !== 'started') return row;
    const lostAt = lostAtOf(row, this.#clock.now());
    if (!(await this.journal.takeOver(row, call))) return undefined;
    const state = { status: 'unknown', because: senderEnded, lostAt } as const;
    await this.journal.record(row, state);
    return { ...row, state };
  }

  /**
   * What a settled purchase came to: as recorded, or proved by reading.
   *
   * @throws OutcomeUnknownError when it is neither on record nor to be proved.
   */
  async outcomeOf(row: PurchaseRow, call: CallContext): Promise<RecordedResult> {
    if (row.state.status === 'done') {
      const recorded = readRecordedResult(row.state.result);
      // It may have been started again meanwhile.
      if (recorded.status === 'failed') return this.follow(row, recorded, call);
      // Wishes may have waited for its end. What cannot be read must not hide a purchase.
      const waits = recorded.status === 'pending' && recorded.incomplete.length > 0;
      return waits ? this.follow(row, recorded, call).catch(() => recorded) : recorded;
    }
    const proved = await this.proveIfPossible(row, call);
    if (proved !== undefined) return proved;
    throw this.unknown(row, call);
  }

  /** The outcome of an order at rest is not known. */
  unknown(row: JournalRow, call: CallContext, cause?: AnyRegistrarError): OutcomeUnknownError {
    const lostAt = lostAtOf(row, this.#clock.now());
    const loss = lossOf(row);
    const because =
      cause === undefined ? loss : `${loss}; it cannot be sent again: ${cause.message}`;
    return outcomeUnknown(row, { because, lostAt, cause }, call);
  }

  /** A failed reading proves nothing and must not hide that the outcome is unknown. */
  async proveIfPossible(
    record: PurchaseRecord,
    call: CallContext,
  ): Promise<RecordedResult | undefined> {
    if (call.signal.aborted) return undefined;
    try {
      return await this.prove(record, call);
    } catch {
      return undefined;
    }
  }

  /** The same for an order that cannot have failed after it was accepted, as only transfers do. */
  async purchaseProvedBy(
    record: PurchaseRecord,
    call: CallContext,
  ): Promise<PurchaseResult | undefined> {
    const proved = await this.proveIfPossible(record, call);
    return proved?.status === 'failed' ? undefined : proved;
  }

  /** Proves a purchase by reading and records it; `undefined` without proof. */
  async prove(record: PurchaseRecord, call: CallContext): Promise<RecordedResult | undefined> {
    const proof = await proveByReading(this.#driver, record, asRead(call));
    if (proof === undefined || (await this.#cameOtherwise(record, proof, call))) return undefined;
    const result =
      proof.status === 'failed'
        ? toFailedTransfer(record, proof)
        : toPurchaseResult(record, proof, {
            recovered: true,
            incomplete: openWishes(record.wishes ?? [], call),
          });
    await this.journal.record(record, { status: 'done', result });
    const { operation, requestId } = call.origin;
    call.emit({
      type: 'journal.recovered',
      operation,
      ...(requestId === undefined ? {} : { requestId }),
      operationId: record.operation.id,
      note: 'the purchase was proved by reading',
    });
    return result;
  }

  /** How a recorded purchase stands now: one that was pending or had failed is asked for, and what is new is recorded. */
  async follow(
    row: PurchaseRow,
    recorded: RecordedResult,
    call: CallContext,
  ): Promise<RecordedResult> {
    if (recorded.status === 'done') return recorded;
    const now = await this.#read(row, recorded, asRead(call));
    if (now === undefined || (now.status === recorded.status && now.status === 'pending'))
      return recorded;
    const result = toFollowed(recorded, now);
    await this.journal.record(row, { status: 'done', result });
    return result;
  }

  /** Whether the domain is here by another order on record, so that its being here proves nothing of this one. */
  async #cameOtherwise(record: PurchaseRecord, proof: Proof, call: CallContext): Promise<boolean> {
    const other = otherWayHere[record.kind];
    // A number is that of a transfer.
    if (other === undefined || proof.vendorRef !== undefined) return false;
    const { domain } = record.operation;
    const rows = await this.journal.since(record.startedAt, call);
    return rows.some(
      ({ kind, operation, startedAt, state }) =>
        kind === other &&
        operation.domain === domain &&
        startedAt >= record.startedAt &&
        state.status === 'done' &&
        readRecordedResult(state.result).status !== 'failed',
    );
  }

  async #read(
    row: PurchaseRow,
    recorded: RecordedResult,
    call: CallContext,
  ): Promise<Proof | undefined> {
    if (row.kind !== 'transferDomain') return proveByReading(this.#driver, row, call);
    const { vendorRef } = recorded.operation;
    const now = await readOrderedTransfer(this.#driver, row, vendorRef, this.#clock.now(), call);
    return typeof now === 'string' ? { status: now } : now;
  }
}

const otherWayHere: Partial<Record<PricedOperation, PricedOperation>> = {
  registerDomain: 'transferDomain',
  transferDomain: 'registerDomain',
};

/** Why the outcome of an order that is not done is not known. */
export function lossOf({ state }: JournalRow): string {
  return state.status === 'unknown' ? state.because : senderEnded;
}

function toFollowed(recorded: RecordedResult, now: Proof): RecordedResult {
  const known = recorded.status === 'failed' ? withoutEnd(recorded) : recorded;
  if (now.status === 'failed') {
    const { cause, reason } = now;
    return {
      ...known,
      status: 'failed',
      ...(cause === undefined ? {} : { cause }),
      ...(reason === undefined ? {} : { reason }),
    };
  }
  const { status, expiresOn } = now;
  // A transfer has no date of its own.
  const dated = recorded.operation.kind !== 'transferDomain' && expiresOn !== undefined;
  return { ...known, status, ...(dated ? { expiresOn } : {}) };
}

function withoutEnd(failed: FailedTransfer): Omit<FailedTransfer, 'cause' | 'reason'> {
  const kept = { ...failed };
  delete kept.cause;
  delete kept.reason;
  return kept;
}
