import { randomUUID } from 'node:crypto';
import type { Clock } from '../config/clock.js';
import { asRead, asWrite, type CallContext } from '../driver/call-context.js';
import type { RegistrarDriver } from '../driver/registrar-driver.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import type { OperationState } from '../operations/outcome-operations.js';
import type { DryRunResult } from '../operations/paid-result.js';
import type { OperationHandle } from './operation-handle.js';
import type { JournalEntry, JournalRow, OperationJournal } from './operation-journal.js';
import { orderKeyOf } from './order-key.js';
import { checkAgreed, checkQuoteFits, excessOf } from './price-agreement.js';
import {
  journalMissing,
  otherOrder,
  outcomeUnknown,
  overLimit,
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
  readonly #journal: OperationJournal | undefined;
  readonly #clock: Clock;
  readonly #scope: string;

  constructor(driver: RegistrarDriver, journal: OperationJournal | undefined, clock: Clock) {
    this.#driver = driver;
    this.#journal = journal;
    this.#clock = clock;
    const { provider, host, account } = driver.scope;
    this.#scope = `${provider} ${host} ${account}`;
  }

  async run(purchase: Purchase, call: CallContext): Promise<PurchaseResult | DryRunResult> {
    const { order, options } = purchase;
    if (options?.dryRun === true) {
      const { reading } = await this.#guard(purchase, call);
      return { status: 'not_sent', quote: quoteOf(order, reading, this.#clock.now()) };
    }
    const journal = this.#requireJournal(call);
    const { fingerprint, ...key } = orderKeyOf(purchase, this.#clock.now(), call.origin);
    // A replay answers before any price or guard read: the price may have changed since, the purchase has not.
    const known = await this.#settled(
      await journal.find(this.#scope, key.key),
      fingerprint,
      journal,
      call,
    );
    if (known !== undefined) return known;

    const guarded = await this.#guard(purchase, call);
    const entry: JournalEntry = {
      scope: this.#scope,
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
    const outcome = await journal.begin(entry);
    switch (outcome.status) {
      case 'begun':
        await this.#refuseSecondRenewal(outcome.row, journal, call);
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
    const row = await journal.findById(this.#scope, handle.id);
    if (row === undefined) throw unknownHandle(call);
    if (row.state.status === 'done') return stateOf(readRecordedResult(row.state.result));
    if (await this.#senderLives(row, journal)) return { status: 'unknown' };
    const result = await this.#prove(row, journal, call);
    return result === undefined ? { status: 'unknown' } : stateOf(result);
  }

  /** What the journal knows. */
  async state(handle: OperationHandle, call: CallContext): Promise<OperationState> {
    const row = await this.#requireJournal(call).findById(this.#scope, handle.id);
    if (row === undefined) throw unknownHandle(call);
    return row.state.status === 'done'
      ? stateOf(readRecordedResult(row.state.result))
      : { status: 'unknown' };
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
    journal: OperationJournal,
    call: CallContext,
  ): Promise<void> {
    if (row.guard.expiresOn === undefined) return;
    const recent = await journal.list(this.#scope, 100);
    const rival = recent.find(
      ({ kind, operation, guard, state, startedAt }) =>
        state.status === 'done' &&
        kind === row.kind &&
        operation.domain === row.operation.domain &&
        guard.expiresOn === row.guard.expiresOn &&
        startedAt > row.startedAt - aDayMs,
    );
    if (rival === undefined) return;
    await journal.settle(this.#scope, row.operation.id, { status: 'refused' });
    throw renewedMeanwhile(rival, call);
  }

  async #send(
    purchase: Purchase,
    { reading }: Awaited<ReturnType<Purchase['guard']>>,
    row: JournalRow,
    journal: OperationJournal,
    call: CallContext,
  ): Promise<PurchaseResult> {
    const id = row.operation.id;
    let receipt: Awaited<ReturnType<Purchase['send']>>;
    try {
      receipt = await whileAlive(row, journal, this.#clock, () =>
        purchase.send(reading, asWrite(call)),
      );
    } catch (error) {
      return this.#afterFailure(error, row, journal, call);
    }
    const excess = excessOf(receipt.charged, purchase.consent, reading);
    const extras = excess === undefined ? {} : { exceededConsent: excess };
    const bought = toPurchaseResult(row, receipt, { recovered: false, incomplete: [], ...extras });
    // Recorded before the wishes are carried out: the purchase must be on record even if those never return.
    const charged = receipt.charged === undefined ? {} : { charged: receipt.charged };
    await journal.settle(this.#scope, id, { status: 'done', result: bought, ...charged });
    const incomplete = await runFollowUps(receipt.followUps ?? [], call);
    if (incomplete.length === 0) return bought;
    const result = { ...bought, incomplete };
    await journal.settle(this.#scope, id, { status: 'done', result, ...charged });
    return result;
  }

  /** Only an explicit refusal, or a failure before the first byte left, frees the key for another try. */
  async #afterFailure(
    error: unknown,
    row: JournalRow,
    journal: OperationJournal,
    call: CallContext,
  ): Promise<PurchaseResult> {
    const id = row.operation.id;
    const known = isRegistrarError(error) ? error : undefined;
    if (known?.effect === 'none') {
      await journal.settle(this.#scope, id, { status: 'refused' });
      throw known;
    }
    const because = known?.message ?? 'the adapter failed while the order was under way';
    await journal.settle(this.#scope, id, { status: 'unknown', because });
    const recovered = call.signal.aborted ? undefined : await this.#prove(row, journal, call);
    if (recovered !== undefined) return recovered;
    throw outcomeUnknown(row, because, call, known);
  }

  /** What an order under the same key came to; `undefined` when there is none or it was refused. */
  async #settled(
    found: JournalRow | undefined,
    fingerprint: string,
    journal: OperationJournal,
    call: CallContext,
  ): Promise<PurchaseResult | undefined> {
    for (let row = found; row !== undefined; row = await journal.find(this.#scope, row.key)) {
      if (row.order !== fingerprint) throw otherOrder(row, call);
      if (row.state.status === 'done') return readRecordedResult(row.state.result);
      if (!(await this.#senderLives(row, journal))) {
        const recovered = await this.#prove(row, journal, call);
        if (recovered !== undefined) return recovered;
        const because = row.state.status === 'unknown' ? row.state.because : senderEnded;
        throw outcomeUnknown(row, because, call);
      }
      try {
        await this.#clock.delay(pollMs, call.signal);
      } catch {
        throw outcomeUnknown(row, 'another call with the same key is still under way', call);
      }
    }
    return undefined;
  }

  /** Whether some process is still sending the order; an order whose sender is dead becomes unknown. */
  async #senderLives(row: JournalRow, journal: OperationJournal): Promise<boolean> {
    if (row.state.status !== 'started') return false;
    const id = row.operation.id;
    if (!(await journal.takeOver(this.#scope, id))) return true;
    await journal.settle(this.#scope, id, { status: 'unknown', because: senderEnded });
    return false;
  }

  async #prove(
    row: JournalRow,
    journal: OperationJournal,
    call: CallContext,
  ): Promise<PurchaseResult | undefined> {
    const receipt = await proveByReading(this.#driver, row, asRead(call));
    if (receipt === undefined) return undefined;
    const result = toPurchaseResult(row, receipt, { recovered: true, incomplete: [] });
    await journal.settle(this.#scope, row.operation.id, { status: 'done', result });
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

  #requireJournal(call: CallContext): OperationJournal {
    if (this.#journal !== undefined) return this.#journal;
    throw journalMissing(call);
  }
}

function stateOf(result: PurchaseResult): OperationState {
  return { status: result.status, result };
}
