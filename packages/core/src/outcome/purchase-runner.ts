import { randomUUID } from 'node:crypto';
import type { Clock } from '../config/clock.js';
import { asRead, asWrite, type CallContext } from '../driver/call-context.js';
import { throwIfEnded } from '../driver/call-ended.js';
import type { Receipt, RegistrarDriver } from '../driver/registrar-driver.js';
import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import type { RateLimitError } from '../errors/rate-limit-error.js';
import { TimeoutError } from '../errors/timeout-error.js';
import type { DryRunResult } from '../operations/paid-result.js';
import { isMoney } from '../values/money.js';
import type { AccountJournal, Doubt, PurchaseRecord } from './account-journal.js';
import { fingerprintOf, keyAfter, orderKeyOf, type OrderKey } from './order-key.js';
import { checkAgreed, checkQuoteFits, excessOf } from './price-agreement.js';
import {
  orderedMeanwhile,
  otherOrder,
  outcomeUnknown,
  overLimit,
  refusedForFrequency,
  requireJournal,
  stillUnknown,
  transferEnded,
} from './purchase-errors.js';
import type { PurchaseRow } from './operation-journal.js';
import {
  readRecordedResult,
  toPurchaseResult,
  type PurchaseResult,
  type RecordedResult,
} from './purchase-result.js';
import type { Guarded, Purchase } from './purchase.js';
import { quoteOf } from './quote-of.js';
import { RecordedOrders } from './recorded-orders.js';
import { refuseRival } from './refuse-rival.js';
import {
  assertNotHere,
  isRepeatable,
  refuseLateRegistration,
  type UnknownRow,
} from './repeated-registration.js';
import { whileAlive } from './while-alive.js';
import { afterTransfer, carryOut, openWishes, type Wishes } from './wishes.js';

/** An order that is on record and about to be sent. */
interface Begun extends Guarded {
  readonly record: PurchaseRecord;
  /** When the guards began to read, in epoch milliseconds. */
  readonly lookedAt: number;
  /** Of an order that is sent again: how it stood, which a refusal of this sending does not change. */
  readonly doubt?: Doubt;
}

/**
 * Runs paid operations so that money is never spent twice: the order is in the journal before it is sent, it is sent once,
 * and a lost answer is settled by reading or said to be unknown.
 */
export class PurchaseRunner {
  readonly #driver: RegistrarDriver;
  readonly #journal: AccountJournal | undefined;
  readonly #clock: Clock;

  constructor(driver: RegistrarDriver, journal: AccountJournal | undefined, clock: Clock) {
    this.#driver = driver;
    this.#journal = journal;
    this.#clock = clock;
  }

  async run(purchase: Purchase, call: CallContext): Promise<PurchaseResult | DryRunResult> {
    const { order, options } = purchase;
    if (options?.dryRun === true) {
      const { reading } = await this.#guard(purchase, call);
      return { status: 'not_sent', quote: quoteOf(order, reading, this.#clock.now()) };
    }
    const journal = requireJournal(this.#journal, call);
    return this.#order(purchase, new RecordedOrders(this.#driver, journal, this.#clock), call);
  }

  async #order(
    purchase: Purchase,
    orders: RecordedOrders,
    call: CallContext,
  ): Promise<PurchaseResult> {
    const fingerprint = fingerprintOf(purchase);
    let key = orderKeyOf(purchase.options?.idempotencyKey, fingerprint, this.#clock.now());
    // A replay answers before any price or guard read: the price may have changed since, the purchase has not.
    for (;;) {
      const found = await orders.journal.find(key.key, call);
      const row = await orders.settled(found, fingerprint, call);
      if (row === undefined) break;
      if (row.kind === 'raw') throw otherOrder(row, call);
      if (isRepeatable(row, this.#clock.now()))
        return this.#again(purchase, key, row, orders, call);
      const known = await orders.outcomeOf(row, call);
      if (known.status !== 'failed') return fulfil(known, row, purchase.wishes, orders, call);
      // Whoever only now can hear that it was charged hears it before anything is ordered again.
      if (!known.replayed) throw transferEnded(known, 'read', call);
      // Nor does whoever last heard that it is pending pay again without having heard of its end.
      if (!isKnownAsFailed(row)) throw transferEnded(known, 'recorded', call);
      const next = keyAfter(key, row.operation.id);
      if (next === undefined) throw transferEnded(known, 'recorded', call);
      key = next;
    }
    const lookedAt = this.#clock.now();
    let guarded: Guarded;
    try {
      guarded = await this.#guard(purchase, call);
    } catch (error) {
      // What stands in the way may be this very order, which somebody has placed under the same key since we looked.
      if (!(await isOnRecord(key.key, orders, call))) throw error;
      return this.#order(purchase, orders, call);
    }
    const record = this.#recordOf(purchase, key, guarded);
    const outcome = await orders.journal.begin(record, call);
    switch (outcome.status) {
      case 'begun':
        return this.#send(purchase, { ...guarded, record, lookedAt }, orders, call);
      case 'over_limit':
        throw overLimit(outcome, guarded.reading.price, call);
      case 'exists':
        // Begun since we looked.
        return this.#order(purchase, orders, call);
      case 'busy': {
        const rival = await orders.settled(outcome.row, outcome.row.order, call);
        if (rival !== undefined && rival.kind !== 'raw') {
          const { status } = await orders.outcomeOf(rival, call);
          if (status !== 'failed' && addsTo(rival, record)) throw orderedMeanwhile(rival, call);
        }
        // Whatever became of the other order, the guards have to look again.
        return this.#order(purchase, orders, call);
      }
    }
  }

  /**
   * A registration of unknown outcome that is old enough to be sent again: it is looked for, and when nothing shows it, checked and
   * priced like a new one. Whoever is the first to take it in hand sends it; all others find that it has changed.
   */
  async #again(
    purchase: Purchase,
    key: OrderKey,
    row: UnknownRow,
    orders: RecordedOrders,
    call: CallContext,
  ): Promise<PurchaseResult> {
    const { wishes } = purchase;
    const proved = await orders.purchaseProvedBy(row, call);
    if (proved !== undefined) return fulfil(proved, row, wishes, orders, call);
    const lookedAt = this.#clock.now();
    let guarded: Guarded;
    try {
      await refuseLateRegistration(this.#driver, row, asRead(call));
      guarded = await this.#guard(purchase, call);
    } catch (error) {
      const known = isRegistrarError(error) ? error : undefined;
      if (known?.code === 'PRICE_CHANGED' || known?.code === 'INVALID_INPUT')
        throw stillUnknown(known, row, call);
      if (known?.code === 'OUTCOME_UNKNOWN') throw known;
      // A name that is taken now may be so by this very order.
      const late = await orders.purchaseProvedBy(row, call);
      if (late !== undefined) return fulfil(late, row, wishes, orders, call);
      throw orders.unknown(row, call, known);
    }
    const record: PurchaseRecord = {
      ...this.#recordOf(purchase, key, guarded),
      operation: row.operation,
      startedAt: row.startedAt,
      again: { id: randomUUID(), sentAt: this.#clock.now() },
    };
    const outcome = await orders.journal
      .beginAgain(record, row, row.state, call)
      .catch((error: unknown) => {
        throw orders.unknown(row, call, isRegistrarError(error) ? error : undefined);
      });
    switch (outcome.status) {
      case 'changed':
        return this.#order(purchase, orders, call);
      case 'over_limit':
        throw orders.unknown(row, call, overLimit(outcome, guarded.reading.price, call));
      case 'begun':
        return this.#send(
          purchase,
          { ...guarded, record, lookedAt, doubt: row.state },
          orders,
          call,
        );
    }
  }

  async #guard(purchase: Purchase, call: CallContext): Promise<Guarded> {
    checkQuoteFits(purchase.consent, purchase.order, this.#clock.now(), call.origin);
    const guarded = await purchase.guard(asRead(call));
    checkAgreed(purchase.consent, guarded.reading, call.origin);
    return guarded;
  }

  #recordOf(
    { order, doubtfulWishes }: Purchase,
    { fingerprint, ...key }: OrderKey,
    { guard, reading }: Guarded,
  ): PurchaseRecord {
    const { provider, environment, operation: kind, domain } = order;
    return {
      ...key,
      order: fingerprint,
      operation: { id: randomUUID(), provider, environment, kind, domain },
      kind,
      environment,
      guard,
      price: reading.price,
      startedAt: this.#clock.now(),
      ...(doubtfulWishes.length === 0 ? {} : { wishes: doubtfulWishes }),
    };
  }

  async #send(
    purchase: Purchase,
    begun: Begun,
    orders: RecordedOrders,
    call: CallContext,
  ): Promise<PurchaseResult> {
    const { record, reading, guard, lookedAt, doubt } = begun;
    const { journal } = orders;
    let bought: PurchaseResult;
    let charged: Receipt['charged'];
    const { wishes } = purchase;
    try {
      if (doubt !== undefined)
        await whileAlive(record, journal, this.#clock, () =>
          assertNotHere(this.#driver, record, asRead(call)),
        );
      await refuseRival(record, lookedAt, journal, call);
      await assertHeld(record, journal, this.#clock, call);
      // A driver need not have noticed while it read that the call was ended.
      throwIfEnded(call);
      const receipt = await whileAlive(record, journal, this.#clock, () =>
        purchase.send({ reading, guard }, asWrite(call)),
      );
      ({ charged } = receipt);
      const unset = receipt.unset ?? [];
      const excess = excessOf(charged, purchase.consent, reading);
      bought = toPurchaseResult(record, receipt, {
        recovered: false,
        incomplete: openWishes(
          unset.filter((setting) => wishes[setting] !== undefined),
          call,
        ),
        ...(excess === undefined ? {} : { exceededConsent: excess }),
      });
    } catch (error) {
      return this.#afterFailure(error, purchase, begun, orders, call);
    }
    // Recorded before the wishes are carried out: the purchase must be on record even if those never return.
    await journal.record(record, {
      status: 'done',
      result: bought,
      // What is no amount would spoil the sums of the spend limit for good; then the price stands for it.
      ...(isMoney(charged) ? { charged } : {}),
    });
    return fulfil(bought, record, wishes, orders, call);
  }

  /** Only an explicit refusal, or a failure before the first byte left, frees the key for another try. */
  async #afterFailure(
    error: unknown,
    purchase: Purchase,
    { record, doubt }: Begun,
    orders: RecordedOrders,
    call: CallContext,
  ): Promise<PurchaseResult> {
    const known = isRegistrarError(error) ? error : undefined;
    if (
      known?.effect === 'none' &&
      doubt === undefined &&
      (await orders.journal.record(record, { status: 'refused' }))
    )
      throw known;
    const recovered =
      doubt !== undefined && known?.effect === 'none'
        ? await this.#afterRefusedRepeat(known, record, doubt, orders, call)
        : doubt === undefined && known?.code === 'RATE_LIMITED'
          ? await this.#afterRateLimit(known, record, orders, call)
          : await this.#afterLoss(known, record, orders, call);
    if (recovered.status === 'failed') throw transferEnded(recovered, 'read', call);
    return fulfil(recovered, record, purchase.wishes, orders, call);
  }

  /** @throws OutcomeUnknownError without proof. */
  async #afterLoss(
    error: AnyRegistrarError | undefined,
    record: PurchaseRecord,
    orders: RecordedOrders,
    call: CallContext,
  ): Promise<RecordedResult> {
    const because = error?.message ?? 'the adapter failed while the order was under way';
    const lostAt = this.#clock.now();
    await orders.journal.record(record, { status: 'unknown', because, lostAt });
    const recovered = await orders.proveIfPossible(record, call);
    if (recovered !== undefined) return recovered;
    throw outcomeUnknown(record, { because, lostAt, cause: error }, call);
  }

  /**
   * That the second sending was refused says nothing of the first one: a name that is taken may be ours by it. So the order is as
   * unknown as before, unless a reading finds it; and it can be sent again at once when the cause is mended.
   *
   * @throws OutcomeUnknownError without proof.
   */
  async #afterRefusedRepeat(
    refusal: AnyRegistrarError,
    record: PurchaseRecord,
    doubt: Doubt,
    orders: RecordedOrders,
    call: CallContext,
  ): Promise<RecordedResult> {
    await orders.journal.record(record, doubt);
    const recovered = await orders.proveIfPossible(record, call);
    if (recovered !== undefined) return recovered;
    const because = `${doubt.because}; to send it again failed: ${refusal.message}`;
    const lostAt = doubt.lostAt ?? record.startedAt;
    throw outcomeUnknown(record, { because, lostAt, cause: refusal }, call);
  }

  /**
   * A refusal for frequency whose place in the order is not documented: a reading comes first, and when it finds nothing the
   * refusal is taken at its word. When the reading fails too, the outcome stays unknown.
   */
  async #afterRateLimit(
    refusal: RateLimitError,
    record: PurchaseRecord,
    orders: RecordedOrders,
    call: CallContext,
  ): Promise<RecordedResult> {
    const { journal } = orders;
    let recovered: RecordedResult | undefined;
    try {
      throwIfEnded(call);
      // Still held, so that nobody hears of an unknown outcome which the next moment is a refusal.
      recovered = await whileAlive(record, journal, this.#clock, () => orders.prove(record, call));
    } catch {
      const because = refusal.message;
      const lostAt = this.#clock.now();
      await journal.record(record, { status: 'unknown', because, lostAt });
      throw outcomeUnknown(record, { because, lostAt, cause: refusal }, call);
    }
    if (recovered !== undefined) return recovered;
    await journal.record(record, { status: 'refused' });
    throw refusedForFrequency(refusal, call);
  }
}

/**
 * A process that stood still, with its machine for instance, can have been taken for dead since its order was recorded, and the order
 * been forgotten by testimony or sent by somebody else.
 */
async function assertHeld(
  { operation, again, startedAt }: PurchaseRecord,
  journal: AccountJournal,
  clock: Clock,
  call: CallContext,
): Promise<void> {
  const heldMs = clock.now() - (again?.sentAt ?? startedAt);
  // A clock that was set back tells nothing.
  if (heldMs >= 0 && heldMs < journal.leaseMs) return;
  const row = await journal.findById(operation.id, call);
  if (row?.state.status === 'started' && row.again?.id === again?.id) return;
  const detail =
    'this process stood still for so long that it was taken for dead, and sent nothing since; order again with the same key';
  throw new TimeoutError({ ...call.origin, detail });
}

/**
 * Whether a renewal counts on from the date that another one has brought. Nobody could be told yet that this one was executed, so
 * whoever reads the date anew and orders again may mean the same year.
 */
function addsTo(rival: PurchaseRow, { kind, guard }: PurchaseRecord): boolean {
  return kind === 'renewDomain' && rival.kind === kind && rival.guard.expiresOn !== guard.expiresOn;
}

async function isOnRecord(key: string, { journal }: RecordedOrders, call: CallContext) {
  // A journal that fails now must not hide why the order was refused.
  const row = await journal.find(key, call).catch(() => undefined);
  return row !== undefined;
}

function isKnownAsFailed({ state }: PurchaseRow): boolean {
  return state.status === 'done' && readRecordedResult(state.result).status === 'failed';
}

/** Carries out the wishes that a purchase has left open. It is on record already, and nothing of it is paid again. */
async function fulfil(
  bought: PurchaseResult,
  record: PurchaseRecord,
  wishes: Wishes,
  orders: RecordedOrders,
  call: CallContext,
): Promise<PurchaseResult> {
  if (bought.incomplete.length === 0) return bought;
  const awaited = record.kind === 'transferDomain' && bought.status === 'pending';
  const incomplete = awaited
    ? afterTransfer(bought.incomplete, call)
    : await carryOut(bought.incomplete, wishes, call);
  const result = { ...bought, incomplete };
  await orders.journal.record(record, { status: 'done', result });
  return result;
}
