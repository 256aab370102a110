import { randomUUID } from 'node:crypto';
import type { Clock } from '../config/clock.js';
import type { RegistrarRuntime } from '../config/registrar-runtime.js';
import { asRead, asWrite, type CallContext } from '../driver/call-context.js';
import { throwIfEnded } from '../driver/call-ended.js';
import type { RegistrarDriver } from '../driver/registrar-driver.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import type { RateLimitError } from '../errors/rate-limit-error.js';
import type { OperationState } from '../operations/outcome-operations.js';
import type { DryRunResult } from '../operations/paid-result.js';
import { AccountJournal } from './account-journal.js';
import type { OperationHandle } from './operation-handle.js';
import type { JournalRow } from './operation-journal.js';
import { orderKeyOf } from './order-key.js';
import { checkAgreed, checkQuoteFits, excessOf } from './price-agreement.js';
import {
  journalMissing,
  otherOrder,
  outcomeUnknown,
  overLimit,
  refusedForFrequency,
  renewedMeanwhile,
  unknownHandle,
} from './purchase-errors.js';
import { proveByReading } from './purchase-proof.js';
import { readRecordedResult, toPurchaseResult, type PurchaseResult } from './purchase-result.js';
import type { Purchase } from './purchase.js';
import { quoteOf } from './quote-of.js';
import { runFollowUps } from './run-follow-ups.js';
import { whileAlive } from './while-alive.js';

const pollMs = 250;
const aDayMs = 24 * 60 * 60 * 1000;
const senderEnded = 'the process that sent it ended before the answer came';

/**
 * Runs paid operations so that money is never spent twice: the order is in the journal before it is sent, it is sent once,
 * and a lost answer is settled by reading or said to be unknown.
 */
export class PurchaseRunner {
  readonly #driver: RegistrarDriver;
  readonly #journal: AccountJournal | undefined;
  readonly #clock: Clock;

  constructor(driver: RegistrarDriver, { journal, logger }: RegistrarRuntime, clock: Clock) {
    this.#driver = driver;
    this.#journal = journal && new AccountJournal(journal, driver.scope, logger);
    this.#clock = clock;
  }

  async run(purchase: Purchase, call: CallContext): Promise<PurchaseResult | DryRunResult> {
    const { order, options } = purchase;
    if (options?.dryRun === true) {
      const { reading } = await this.#guard(purchase, call);
      return { status: 'not_sent', quote: quoteOf(order, reading, this.#clock.now()) };
    }
    const journal = this.#requireJournal(call);
    const { fingerprint, ...key } = orderKeyOf(purchase, this.#clock.now());
    // A replay answers before any price or guard read: the price may have changed since, the purchase has not.
    const found = await journal.find(key.key, call);
    const known = await this.#settled(found, fingerprint, journal, call);
    if (known !== undefined) return known;

    const guarded = await this.#guard(purchase, call);
    const entry = {
      ...key,
      order: fingerprint,
      operation: {
        id: randomUUID(),
        provider: order.provider,
        environment: order.environment,
        kind: order.operation,
        domain: order.domain,
      },
      kind: order.operation,
      environment: order.environment,
      guard: guarded.guard,
      price: guarded.reading.price,
      startedAt: this.#clock.now(),
    };
    const outcome = await journal.begin(entry, call);
    switch (outcome.status) {
      case 'begun':
        return this.#send(purchase, guarded, outcome.row, journal, call);
      case 'over_limit':
        throw overLimit(outcome, guarded.reading.price, call);
      case 'exists': {
        const other = await this.#settled(outcome.row, fingerprint, journal, call);
        // The other call was refused, which freed the key: this order is then simply the next one.
        return other ?? this.run(purchase, call);
      }
      case 'busy':
        // Whatever became of the other order, the guards have to look again.
        await this.#settled(outcome.row, outcome.row.order, journal, call);
        return this.run(purchase, call);
    }
  }

  /** Settles an order whose answer was lost, by reading only. */
  async reconcile(handle: OperationHandle, call: CallContext): Promise<OperationState> {
    const journal = this.#requireJournal(call);
    const row = await this.#rowOf(handle, journal, call);
    if (row.state.status === 'done') return this.#recorded(row, row.state, journal, call);
    if (await this.#senderLives(row, journal, call)) return { status: 'unknown' };
    const result = await this.#prove(row, journal, call);
    return result === undefined ? { status: 'unknown' } : stateOf(result);
  }

  /** What the journal knows; the provider is asked about what is pending. */
  async state(handle: OperationHandle, call: CallContext): Promise<OperationState> {
    const journal = this.#requireJournal(call);
    const row = await this.#rowOf(handle, journal, call);
    if (row.state.status !== 'done') return { status: 'unknown' };
    return this.#recorded(row, row.state, journal, call);
  }

  async #rowOf(
    { id }: OperationHandle,
    journal: AccountJournal,
    call: CallContext,
  ): Promise<JournalRow> {
    const row = await journal.findById(id, call);
    if (row === undefined) throw unknownHandle(call);
    return row;
  }

  /** A recorded purchase; one that was pending is done once the provider shows what it should bring. */
  async #recorded(
    row: JournalRow,
    state: Extract<JournalRow['state'], { status: 'done' }>,
    journal: AccountJournal,
    call: CallContext,
  ): Promise<OperationState> {
    const recorded = readRecordedResult(state.result);
    if (recorded.status === 'done') return stateOf(recorded);
    const receipt = await proveByReading(this.#driver, row, asRead(call));
    if (receipt?.status !== 'done') return stateOf(recorded);
    const { expiresOn } = receipt;
    const result: PurchaseResult = {
      ...recorded,
      status: 'done',
      ...(expiresOn === undefined ? {} : { expiresOn }),
    };
    await journal.record(row, { ...state, result });
    return stateOf(result);
  }

  async #guard(purchase: Purchase, call: CallContext): ReturnType<Purchase['guard']> {
    checkQuoteFits(purchase.consent, purchase.order, this.#clock.now(), call.origin);
    const guarded = await purchase.guard(asRead(call));
    checkAgreed(purchase.consent, guarded.reading, call.origin);
    return guarded;
  }

  /**
   * Another call, under another key, may have renewed from the same date between our reading and our `begin`. None can from
   * now on, since this order holds the domain, so looking is enough.
   */
  async #refuseSecondRenewal(
    row: JournalRow,
    journal: AccountJournal,
    call: CallContext,
  ): Promise<void> {
    if (row.guard.expiresOn === undefined) return;
    const since = row.startedAt - aDayMs;
    const orders = await journal.since(since, call);
    const rival = orders.find(
      ({ kind, operation, guard, state, startedAt }) =>
        state.status === 'done' &&
        kind === row.kind &&
        operation.domain === row.operation.domain &&
        guard.expiresOn === row.guard.expiresOn &&
        startedAt > since,
    );
    if (rival !== undefined) throw renewedMeanwhile(rival, call);
  }

  async #send(
    purchase: Purchase,
    { reading }: Awaited<ReturnType<Purchase['guard']>>,
    row: JournalRow,
    journal: AccountJournal,
    call: CallContext,
  ): Promise<PurchaseResult> {
    let receipt: Awaited<ReturnType<Purchase['send']>>;
    let bought: PurchaseResult;
    try {
      await this.#refuseSecondRenewal(row, journal, call);
      // A driver need not have noticed while it read that the call was ended.
      throwIfEnded(call);
      receipt = await whileAlive(row, journal, this.#clock, () =>
        purchase.send(reading, asWrite(call)),
      );
      const excess = excessOf(receipt.charged, purchase.consent, reading);
      const extras = excess === undefined ? {} : { exceededConsent: excess };
      bought = toPurchaseResult(row, receipt, { recovered: false, incomplete: [], ...extras });
    } catch (error) {
      return this.#afterFailure(error, row, journal, call);
    }
    // Recorded before the wishes are carried out: the purchase must be on record even if those never return.
    const charged = receipt.charged === undefined ? {} : { charged: receipt.charged };
    await journal.record(row, { status: 'done', result: bought, ...charged });
    const incomplete = await runFollowUps(receipt.followUps ?? [], call);
    if (incomplete.length === 0) return bought;
    const result = { ...bought, incomplete };
    await journal.record(row, { status: 'done', result, ...charged });
    return result;
  }

  /** Only an explicit refusal, or a failure before the first byte left, frees the key for another try. */
  async #afterFailure(
    error: unknown,
    row: JournalRow,
    journal: AccountJournal,
    call: CallContext,
  ): Promise<PurchaseResult> {
    const known = isRegistrarError(error) ? error : undefined;
    if (known?.effect === 'none') {
      await journal.record(row, { status: 'refused' });
      throw known;
    }
    if (known?.code === 'RATE_LIMITED') return this.#afterRateLimit(known, row, journal, call);
    const because = known?.message ?? 'the adapter failed while the order was under way';
    await journal.record(row, { status: 'unknown', because });
    const recovered = await this.#proveIfPossible(row, journal, call);
    if (recovered !== undefined) return recovered;
    throw outcomeUnknown(row, because, call, known);
  }

  /**
   * A refusal for frequency whose place in the order is not documented: a reading comes first, and when it finds nothing the
   * refusal is taken at its word. When the reading fails too, the outcome stays unknown.
   */
  async #afterRateLimit(
    refusal: RateLimitError,
    row: JournalRow,
    journal: AccountJournal,
    call: CallContext,
  ): Promise<PurchaseResult> {
    let recovered: PurchaseResult | undefined;
    try {
      throwIfEnded(call);
      // Still held, so that nobody hears of an unknown outcome which the next moment is a refusal.
      recovered = await whileAlive(row, journal, this.#clock, () =>
        this.#prove(row, journal, call),
      );
    } catch {
      await journal.record(row, { status: 'unknown', because: refusal.message });
      throw outcomeUnknown(row, refusal.message, call, refusal);
    }
    if (recovered !== undefined) return recovered;
    await journal.record(row, { status: 'refused' });
    throw refusedForFrequency(refusal, call);
  }

  /** What an order under the same key came to; `undefined` when there is none or it was refused. */
  async #settled(
    found: JournalRow | undefined,
    fingerprint: string,
    journal: AccountJournal,
    call: CallContext,
  ): Promise<PurchaseResult | undefined> {
    let row = found;
    while (row !== undefined) {
      if (row.order !== fingerprint) throw otherOrder(row, call);
      if (row.state.status === 'done') return readRecordedResult(row.state.result);
      if (!(await this.#senderLives(row, journal, call))) {
        const recovered = await this.#proveIfPossible(row, journal, call);
        if (recovered !== undefined) return recovered;
        const because = row.state.status === 'unknown' ? row.state.because : senderEnded;
        throw outcomeUnknown(row, because, call);
      }
      try {
        await this.#clock.delay(pollMs, call.signal);
      } catch {
        throw outcomeUnknown(row, 'an earlier order for this domain is still under way', call);
      }
      row = await journal.find(row.key, call);
    }
    return undefined;
  }

  /** Whether some process is still sending the order; an order whose sender is dead becomes unknown. */
  async #senderLives(
    row: JournalRow,
    journal: AccountJournal,
    call: CallContext,
  ): Promise<boolean> {
    if (row.state.status !== 'started') return false;
    if (!(await journal.takeOver(row, call))) return true;
    await journal.record(row, { status: 'unknown', because: senderEnded });
    return false;
  }

  /** A failed reading proves nothing and must not hide that the outcome is unknown. */
  async #proveIfPossible(
    row: JournalRow,
    journal: AccountJournal,
    call: CallContext,
  ): Promise<PurchaseResult | undefined> {
    if (call.signal.aborted) return undefined;
    try {
      return await this.#prove(row, journal, call);
    } catch {
      return undefined;
    }
  }

  async #prove(
    row: JournalRow,
    journal: AccountJournal,
    call: CallContext,
  ): Promise<PurchaseResult | undefined> {
    const receipt = await proveByReading(this.#driver, row, asRead(call));
    if (receipt === undefined) return undefined;
    const result = toPurchaseResult(row, receipt, { recovered: true, incomplete: [] });
    await journal.record(row, { status: 'done', result });
    const { operation, requestId } = call.origin;
    const request = requestId === undefined ? {} : { requestId };
    call.emit({
      type: 'journal.recovered',
      operation,
      ...request,
      operationId: row.operation.id,
      note: 'the purchase was proved by reading',
    });
    return result;
  }

  #requireJournal(call: CallContext): AccountJournal {
    if (this.#journal !== undefined) return this.#journal;
    throw journalMissing(call);
  }
}

function stateOf(result: PurchaseResult): OperationState {
  return { status: result.status, result };
}
