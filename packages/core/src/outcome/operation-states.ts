import type { Clock } from '../config/clock.js';
import { abortReasonOf, type CallContext } from '../driver/call-context.js';
import type { RegistrarDriver } from '../driver/registrar-driver.js';
import { CancelledError } from '../errors/cancelled-error.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import { TimeoutError } from '../errors/timeout-error.js';
import type { OperationState, Testimony } from '../operations/outcome-operations.js';
import type { AccountJournal } from './account-journal.js';
import type { OperationHandle } from './operation-handle.js';
import type { JournalRow } from './operation-journal.js';
import { requireJournal, unknownHandle } from './purchase-errors.js';
import { recordedState, stateOf } from './recorded-state.js';
import { RecordedOrders } from './recorded-orders.js';
import { settleByTestimony } from './testimony.js';

/** How somebody waits for an order. */
export interface Waiting {
  readonly maxPauseMs: number;
  readonly onProgress: ((state: OperationState) => void) | undefined;
}

const firstPauseMs = 5000;
const growth = 1.5;
// The longest that a timer can be set to; with a longer one it would fire at once, again and again.
const longestMs = 2_147_483_647;

/** Tells how orders on record stand. */
export class OperationStates {
  readonly #driver: RegistrarDriver;
  readonly #journal: AccountJournal | undefined;
  readonly #clock: Clock;

  constructor(driver: RegistrarDriver, journal: AccountJournal | undefined, clock: Clock) {
    this.#driver = driver;
    this.#journal = journal;
    this.#clock = clock;
  }

  /** What the journal knows; the provider is asked about what is pending or has failed. */
  async get(handle: OperationHandle, call: CallContext): Promise<OperationState> {
    const orders = this.#orders(call);
    const row = await rowOf(handle, orders, call);
    return row.state.status === 'done'
      ? recordedState(row, row.state.result, orders, call)
      : { status: 'unknown' };
  }

  /** Settles an order whose answer was lost: by reading, and where that does not, by what somebody saw. */
  async reconcile(
    handle: OperationHandle,
    witnessed: Testimony | undefined,
    call: CallContext,
  ): Promise<OperationState> {
    const orders = this.#orders(call);
    const row = await rowOf(handle, orders, call);
    return witnessed === undefined
      ? this.#reconcile(row, orders, call)
      : settleByTestimony(row, witnessed, orders, this.#clock.now(), call);
  }

  /** Looks again and again until the order is settled, or the call is ended. */
  async wait(
    handle: OperationHandle,
    { maxPauseMs, onProgress }: Waiting,
    call: CallContext,
  ): Promise<OperationState> {
    const orders = this.#orders(call);
    let pauseMs = Math.min(firstPauseMs, maxPauseMs);
    let seen = false;
    let failures = 0;
    try {
      for (;;) {
        let restMs = pauseMs;
        try {
          const row = await orders.journal.findById(handle.id, call);
          if (row === undefined && !seen) throw unknownHandle(call);
          seen = true;
          const state: OperationState =
            row === undefined ? { status: 'refused' } : await this.#reconcile(row, orders, call);
          report(state, onProgress);
          if (isFinal(state, row)) return state;
          failures = 0;
        } catch (error) {
          // What passes by itself does not end a wait of days.
          if (call.signal.aborted || !isRegistrarError(error) || !error.retryable) throw error;
          const asked = error.code === 'RATE_LIMITED' ? (error.retryAfterMs ?? 0) : 0;
          restMs = Math.min(Math.max(pauseMs, asked), longestMs);
          failures += 1;
          announce(error.message, failures, restMs, call);
        }
        await this.#clock.delay(restMs, call.signal);
        pauseMs = Math.min(pauseMs * growth, maxPauseMs);
      }
    } catch (error) {
      throw call.signal.aborted ? waitEnded(call) : error;
    }
  }

  #orders(call: CallContext): RecordedOrders {
    return new RecordedOrders(this.#driver, requireJournal(this.#journal, call), this.#clock);
  }

  async #reconcile(
    row: JournalRow,
    orders: RecordedOrders,
    call: CallContext,
  ): Promise<OperationState> {
    if (row.state.status === 'done') return recordedState(row, row.state.result, orders, call);
    const atRest = await orders.atRest(row, call);
    if (atRest === undefined || row.kind === 'raw') return { status: 'unknown' };
    const result = await orders.prove(row, call);
    return result === undefined ? { status: 'unknown' } : stateOf(result);
  }
}

async function rowOf(
  { id }: OperationHandle,
  { journal }: RecordedOrders,
  call: CallContext,
): Promise<JournalRow> {
  const row = await journal.findById(id, call);
  if (row === undefined) throw unknownHandle(call);
  return row;
}

/** Nothing can be read about a raw call, so waiting would not change what is not known of it. */
function isFinal({ status }: OperationState, row: JournalRow | undefined): boolean {
  if (status === 'unknown') return row?.kind === 'raw' && row.state.status === 'unknown';
  return status !== 'pending';
}

function report(state: OperationState, onProgress: Waiting['onProgress']): void {
  // What a listener throws is its own matter, at once or later.
  try {
    const heard: unknown = onProgress?.(state);
    if (heard !== undefined) Promise.resolve(heard).catch(() => undefined);
  } catch {
    // As above.
  }
}

function announce(because: string, attempt: number, delayMs: number, call: CallContext): void {
  const { operation, requestId } = call.origin;
  call.emit({
    type: 'retry.scheduled',
    operation,
    ...(requestId === undefined ? {} : { requestId }),
    target: 'waitForOperation',
    attempt,
    delayMs,
    because,
  });
}

function waitEnded(call: CallContext): TimeoutError | CancelledError {
  const detail = (who: string): string =>
    `${who} while the order was still not settled; it goes on by itself and can be waited for again`;
  return abortReasonOf(call.signal) === 'deadline'
    ? new TimeoutError({ ...call.origin, detail: detail('the deadline of the call came') })
    : new CancelledError({ ...call.origin, detail: detail('the caller stopped waiting') });
}
