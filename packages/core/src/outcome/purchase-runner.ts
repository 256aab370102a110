import { randomUUID } from 'node:crypto';
import { asRead, asWrite, type CallContext } from '../driver/call-context.js';
import type { FollowUp, RegistrarDriver } from '../driver/registrar-driver.js';
import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.js';
import type { DryRunResult, IncompleteSetting } from '../operations/paid-result.js';
import type { OperationState } from '../operations/outcome-operations.js';
import type { Clock } from '../config/clock.js';
import { derivedKeyLifeMs, fingerprintOf } from './order-key.js';
import type { OperationHandle } from './operation-handle.js';
import type {
  BeginOutcome,
  JournalEntry,
  JournalRow,
  OperationJournal,
} from './operation-journal.js';
import { formatMoney, type Money } from '../values/money.js';
import { InsufficientFundsError } from '../errors/insufficient-funds-error.js';
import { checkAgreed, checkQuoteFits, excessOf } from './price-agreement.js';
import { proveByReading } from './purchase-proof.js';
import type { Purchase } from './purchase.js';
import { quoteOf } from './quote-of.js';
import { readRecordedResult, toPurchaseResult, type PurchaseResult } from './purchase-result.js';

const pollMs = 250;
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
    const { key, keyExpiresAt, fingerprint } = this.#keyOf(purchase, call);
    // A replay answers before any price or guard read: the price may have changed since, the purchase has not.
    const known = await this.#settled(
      await journal.find(this.#scope, key),
      fingerprint,
      journal,
      call,
    );
    if (known !== undefined) return known;

    const guarded = await this.#guard(purchase, call);
    const entry: JournalEntry = {
      scope: this.#scope,
      key,
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
      ...(keyExpiresAt === undefined ? {} : { keyExpiresAt }),
    };
    const outcome = await journal.begin(entry);
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
      receipt = await this.#whileAlive(row, journal, () => purchase.send(reading, asWrite(call)));
    } catch (error) {
      return this.#afterFailure(error, row, journal, call);
    }
    const excess = excessOf(receipt.charged, purchase.consent, reading);
    const extras = excess === undefined ? {} : { exceededConsent: excess };
    const bought = toPurchaseResult(row, receipt, { recovered: false, incomplete: [], ...extras });
    // Recorded before the wishes are carried out: the purchase must be on record even if those never return.
    const charged = receipt.charged === undefined ? {} : { charged: receipt.charged };
    await journal.settle(this.#scope, id, { status: 'done', result: bought, ...charged });
    const incomplete = await this.#followUp(receipt.followUps ?? [], call);
    if (incomplete.length === 0) return bought;
    const result = { ...bought, incomplete };
    await journal.settle(this.#scope, id, { status: 'done', result, ...charged });
    return result;
  }

  /** Keeps the lease while the order is under way, so that nobody takes a slow registrar for a dead process. */
  async #whileAlive<Result>(
    row: JournalRow,
    journal: OperationJournal,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const finished = new AbortController();
    const beat = async (): Promise<void> => {
      for (;;) {
        await this.#clock.delay(journal.leaseMs / 3, finished.signal);
        await journal.extendLease(this.#scope, row.operation.id);
      }
    };
    // It ends when the work does; a journal that cannot extend shows when the outcome is to be recorded.
    beat().catch(() => undefined);
    try {
      return await work();
    } finally {
      finished.abort();
    }
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

  /** Wishes beside the purchase; none of them can turn it into a failure. */
  async #followUp(
    followUps: readonly FollowUp[],
    call: CallContext,
  ): Promise<readonly IncompleteSetting[]> {
    const incomplete: IncompleteSetting[] = [];
    for (const { setting, run } of followUps) {
      try {
        await run(asWrite(call));
      } catch (error) {
        const { code, message, retryable } = isRegistrarError(error)
          ? error
          : {
              code: 'PROVIDER_ERROR' as const,
              message: 'the adapter failed with an internal error',
              retryable: false,
            };
        incomplete.push({ setting, error: { code, message, retryable } });
      }
    }
    return incomplete;
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

  #keyOf(
    { order, expectedExpiresOn, options }: Purchase,
    call: CallContext,
  ): { key: string; keyExpiresAt?: number; fingerprint: string } {
    const fingerprint = fingerprintOf(order, expectedExpiresOn);
    const given: unknown = options?.idempotencyKey;
    if (given === undefined)
      return {
        key: `order ${fingerprint}`,
        keyExpiresAt: this.#clock.now() + derivedKeyLifeMs,
        fingerprint,
      };
    if (typeof given === 'string' && given.trim() !== '' && given.length <= 255)
      return { key: `caller ${given}`, fingerprint };
    throw new InvalidInputError({
      ...call.origin,
      issues: [
        {
          path: 'options.idempotencyKey',
          problem: 'is not a usable key',
          cure: 'give text of 1 to 255 characters that names this order',
        },
      ],
    });
  }

  #requireJournal(call: CallContext): OperationJournal {
    if (this.#journal !== undefined) return this.#journal;
    throw new ConfigurationError({
      ...call.origin,
      issues: [
        {
          path: 'runtime.journal',
          problem: 'is missing; without it a lost answer could be paid twice',
          cure: 'pass a durable journal engine, or volatileJournal() for tests and trials (it forgets on exit)',
          cause: 'journal_missing',
        },
      ],
    });
  }
}

function stateOf(result: PurchaseResult): OperationState {
  return { status: result.status, result };
}

function unknownHandle(call: CallContext): InvalidInputError {
  const cure = 'use the journal that recorded it, and the same provider and account';
  return new InvalidInputError({
    ...call.origin,
    issues: [{ path: 'operation.id', problem: 'is not in this journal', cure }],
  });
}

function overLimit(
  { limit, spent }: Extract<BeginOutcome, { status: 'over_limit' }>,
  price: Money,
  call: CallContext,
): InsufficientFundsError {
  return new InsufficientFundsError({
    ...call.origin,
    detail:
      `the order of ${formatMoney(price)} would exceed the spend limit of ${formatMoney(limit)}, of which ` +
      `${formatMoney(spent)} is used; wait for the period to pass or raise the limit`,
    causes: ['spend_limit_reached'],
  });
}

function otherOrder(row: JournalRow, call: CallContext): InvalidInputError {
  const cure = 'use one key for one order';
  const problem = `was used for another order (${row.kind} ${row.operation.domain}, ${String(row.guard.years)} years)`;
  return new InvalidInputError({
    ...call.origin,
    issues: [{ path: 'options.idempotencyKey', problem, cure }],
  });
}

function outcomeUnknown(
  row: JournalRow,
  because: string,
  call: CallContext,
  cause?: AnyRegistrarError,
): OutcomeUnknownError {
  return new OutcomeUnknownError({
    ...call.origin,
    detail: `the order may have been executed and charged; do not order again, reconcile it (${because})`,
    handle: row.operation,
    lostBecause: because,
    ...(cause?.vendor === undefined ? {} : { vendor: cause.vendor }),
  });
}
