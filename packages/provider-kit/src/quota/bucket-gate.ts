import type { CallContext, Clock, Lane, QuotaBucket, QuotaBucketState } from '@registrar-kit/core';
import { eventBase } from '../http/event-base.js';
import type { BucketState, Waiter } from './bucket-state.js';
import { queueFull, quotaRefusal } from './quota-refusal.js';
import type { QuotaPass } from './quota.js';
import { usedOf } from './rolling-windows.js';
import type { Slots } from './slots.js';
import { aheadOf, join, quit } from './waiting-line.js';

/** Shorter waits are not worth an event. */
const QUIET_WAIT_MS = 50;
const MOST_WAITING = 20_000;
/** So that processes which were refused together do not come back together. */
const JITTER = 0.25;
/** Unless the vendor or the first pause asks for more. */
const LONGEST_PAUSE_MS = 300_000;

/** Lets requests of one bucket pass. It holds nothing itself: all copies work on the same state. */
export class BucketGate {
  readonly #name: string;
  readonly #bucket: QuotaBucket;
  readonly #state: BucketState;
  readonly #clock: Clock;
  readonly #slots: Slots;

  constructor(name: string, bucket: QuotaBucket, state: BucketState, clock: Clock, slots: Slots) {
    this.#name = name;
    this.#bucket = bucket;
    this.#state = state;
    this.#clock = clock;
    this.#slots = slots;
  }

  enter(call: CallContext): Promise<QuotaPass> {
    const state = this.#state;
    const lane = state.waiting[call.lane];
    const { maxWaiting = MOST_WAITING } = this.#bucket;
    if (call.signal.aborted) return Promise.reject(this.#refusal(call, undefined));
    if (lane.size >= maxWaiting) {
      const waitMs = this.#slots.estimate(lane.size);
      return Promise.reject(queueFull(call, this.#name, maxWaiting, waitMs));
    }
    // One call of a caller can have many requests; they stand in the line as one.
    const caller = call.origin.requestId ?? call.signal;
    return new Promise((resolve, reject) => {
      const leaveQueue = (): void => {
        call.signal.removeEventListener('abort', giveUp);
        this.#endQuiet(waiter);
      };
      const waiter: Waiter = {
        call,
        since: this.#clock.elapsed(),
        admit: (pass, resumed) => {
          leaveQueue();
          if (resumed) this.#emit(call, { type: 'quota.resumed' });
          resolve(pass);
        },
        refuse: (error) => {
          leaveQueue();
          reject(error);
        },
      };
      const giveUp = (): void => {
        const error = this.#refusal(call, waiter);
        quit(state, caller, waiter);
        waiter.refuse(error);
        this.#slots.serve();
      };
      call.signal.addEventListener('abort', giveUp, { once: true });
      join(state, caller, waiter);
      state.quiet.add(waiter);
      this.#slots.serve();
      // Most requests have passed by now.
      if (state.quiet.has(waiter)) this.#tellOfWait(waiter);
    });
  }

  /** How long to hold still after a refusal for which the vendor names no time; 0 while a pause runs already. */
  backOffMs(firstMs: number, random: () => number): number {
    const state = this.#state;
    const sinceMs = this.#clock.elapsed() - state.pausedUntil;
    if (sinceMs < 0) return 0;
    const lastMs = pauseAfter(firstMs, state.refusals - 1);
    state.refusals = state.refusals > 0 && sinceMs <= lastMs ? state.refusals + 1 : 1;
    return pauseAfter(firstMs, state.refusals - 1) * (1 + random() * JITTER);
  }

  pause(forMs: number, call: CallContext): void {
    const until = this.#clock.elapsed() + forMs;
    if (!(forMs > 0) || until <= this.#state.pausedUntil) return;
    this.#state.pausedUntil = until;
    this.#state.pauseTold = true;
    this.#emit(call, { type: 'quota.paused', pauseMs: Math.round(forMs) });
    this.#slots.serve();
  }

  snapshot(): QuotaBucketState {
    const now = this.#clock.elapsed();
    const { running, waiting, pausedUntil } = this.#state;
    const { interactive, bulk } = waiting;
    return {
      running,
      waiting: { interactive: interactive.size, bulk: bulk.size },
      used: this.#bucket.windows.map((window) => {
        const count = usedOf(this.#state, window, now);
        return { count, free: Math.max(0, window.limit - count), ...window };
      }),
      nextSlotMs: {
        interactive: Math.ceil(this.#slots.estimate(interactive.size)),
        bulk: Math.ceil(this.#slots.estimate(interactive.size + bulk.size)),
      },
      pausedForMs: Math.max(0, Math.ceil(pausedUntil - now)),
    };
  }

  #tellOfWait(waiter: Waiter): void {
    const expected = this.#estimate(waiter.call, waiter);
    // How long others keep their places is not known; a wait is told once it has become long.
    if (expected > QUIET_WAIT_MS) this.#tell(waiter, expected);
    else this.#watchQuiet();
  }

  #tell(waiter: Waiter, waitMs: number): void {
    const { call } = waiter;
    this.#endQuiet(waiter);
    this.#emit(call, { type: 'quota.waiting', lane: call.lane, waitMs: Math.ceil(waitMs) });
  }

  #endQuiet(waiter: Waiter): void {
    const state = this.#state;
    state.quiet.delete(waiter);
    if (state.quiet.size > 0) return;
    state.quietWatch?.cancel();
    state.quietWatch = undefined;
  }

  /** One timer for all who wait, since they are many and few of them wait for long: it is for the one who came first. */
  #watchQuiet(): void {
    const state = this.#state;
    const [first] = state.quiet;
    if (state.quietWatch !== undefined || first === undefined) return;
    const cancelled = new AbortController();
    // With a reason of its own: the usual one is an exception, which costs more than all the rest here.
    const watch = { cancel: () => cancelled.abort('cancelled') };
    state.quietWatch = watch;
    const waitMs = Math.max(1, Math.ceil(first.since + QUIET_WAIT_MS - this.#clock.elapsed()));
    this.#clock.delay(waitMs, cancelled.signal).then(
      () => {
        if (state.quietWatch !== watch) return;
        state.quietWatch = undefined;
        const now = this.#clock.elapsed();
        // Whoever hears of it may end the wait of others, who are not in the set any more then.
        for (const waiter of state.quiet) {
          // Timers fire a fraction of a millisecond early.
          if (waiter.since + QUIET_WAIT_MS - now >= 1) break;
          this.#tell(waiter, Math.max(QUIET_WAIT_MS, this.#estimate(waiter.call, waiter)));
        }
        this.#watchQuiet();
      },
      () => undefined,
    );
  }

  #estimate(call: CallContext, waiter: Waiter): number {
    const caller = call.origin.requestId ?? call.signal;
    return this.#slots.estimate(aheadOf(this.#state, caller, waiter));
  }

  #refusal(call: CallContext, waiter: Waiter | undefined): Error {
    const { interactive, bulk } = this.#state.waiting;
    const waiting = call.lane === 'interactive' ? interactive.size : interactive.size + bulk.size;
    return quotaRefusal(call, {
      bucketName: this.#name,
      bucket: this.#bucket,
      state: this.#state,
      now: this.#clock.elapsed(),
      waited: waiter !== undefined,
      estimateMs:
        waiter === undefined ? this.#slots.estimate(waiting) : this.#estimate(call, waiter),
    });
  }

  #emit(
    call: CallContext,
    event:
      | { readonly type: 'quota.waiting'; readonly lane: Lane; readonly waitMs: number }
      | { readonly type: 'quota.paused'; readonly pauseMs: number }
      | { readonly type: 'quota.resumed' },
  ): void {
    call.emit({ ...eventBase(call), bucket: this.#name, ...event });
  }
}

/** Twice as long after each refusal that follows at once. */
function pauseAfter(firstMs: number, refusalsBefore: number): number {
  return Math.max(firstMs, Math.min(firstMs * 2 ** refusalsBefore, LONGEST_PAUSE_MS));
}
