import type { CallContext, Clock, Lane, QuotaBucket } from '@registrar-kit/core';
import { eventBase } from '../http/event-base.js';
import type { BucketState, Waiter } from './bucket-state.js';
import { quotaRefusal } from './quota-refusal.js';
import type { QuotaBucketState, QuotaPass } from './quota.js';
import { estimateWait, forgetOld, usedOf, waitOf } from './rolling-windows.js';

/** Of ten slots that both lanes wait for, `bulk` gets one. */
const INTERACTIVE_IN_A_ROW = 9;
/** Shorter waits are not worth an event. */
const QUIET_WAIT_MS = 50;
/** Timers take no longer times than about 24 days; the queue is simply looked at again. */
const LONGEST_SLEEP_MS = 3_600_000;

/** Lets requests of one bucket pass. It holds nothing itself: all copies work on the same state. */
export class BucketGate {
  readonly #name: string;
  readonly #bucket: QuotaBucket;
  readonly #state: BucketState;
  readonly #clock: Clock;

  constructor(name: string, bucket: QuotaBucket, state: BucketState, clock: Clock) {
    this.#name = name;
    this.#bucket = bucket;
    this.#state = state;
    this.#clock = clock;
  }

  enter(call: CallContext): Promise<QuotaPass> {
    const lane = this.#state.waiting[call.lane];
    return new Promise((resolve, reject) => {
      const leaveQueue = (): void => {
        call.signal.removeEventListener('abort', giveUp);
        stillWaiting.abort();
      };
      const waiter: Waiter = {
        admit: (resumed) => {
          leaveQueue();
          if (resumed) this.#emit(call, { type: 'quota.resumed' });
          resolve(this.#pass());
        },
      };
      const giveUp = (): void => {
        const error = this.#refusal(call, waiter);
        const position = lane.indexOf(waiter);
        if (position !== -1) lane.splice(position, 1);
        leaveQueue();
        reject(error);
        this.#pump();
      };
      const stillWaiting = new AbortController();
      if (call.signal.aborted) {
        reject(this.#refusal(call, undefined));
        return;
      }
      call.signal.addEventListener('abort', giveUp, { once: true });
      lane.push(waiter);
      this.#pump();
      if (lane.includes(waiter)) this.#tellOfWait(call, waiter, stillWaiting.signal);
    });
  }

  pause(forMs: number, call: CallContext): void {
    const until = this.#clock.elapsed() + forMs;
    if (!(forMs > 0) || until <= this.#state.pausedUntil) return;
    this.#state.pausedUntil = until;
    this.#state.pauseTold = true;
    this.#emit(call, { type: 'quota.paused', pauseMs: Math.round(forMs) });
    this.#pump();
  }

  snapshot(): QuotaBucketState {
    const now = this.#clock.elapsed();
    const { running, waiting, pausedUntil } = this.#state;
    return {
      running,
      waiting: { interactive: waiting.interactive.length, bulk: waiting.bulk.length },
      used: this.#bucket.windows.map((window) => ({
        count: usedOf(this.#state, this.#bucket, window, now),
        ...window,
      })),
      pausedForMs: Math.max(0, Math.ceil(pausedUntil - now)),
    };
  }

  /** Admits whoever may start now, and has the clock come back for the rest. */
  #pump(): void {
    const state = this.#state;
    for (;;) {
      const lane = this.#nextLane();
      if (lane === undefined) {
        this.#sleep(undefined);
        return;
      }
      const now = this.#clock.elapsed();
      const waitMs = waitOf(state, this.#bucket, now);
      if (waitMs > 0) {
        this.#sleep(waitMs);
        return;
      }
      const waiter = state.waiting[lane].shift();
      state.passedOver =
        lane === 'interactive' && state.waiting.bulk.length > 0 ? state.passedOver + 1 : 0;
      this.#take(now);
      const resumed = state.pauseTold;
      state.pauseTold = false;
      waiter?.admit(resumed);
    }
  }

  #nextLane(): Lane | undefined {
    const { interactive, bulk } = this.#state.waiting;
    if (interactive.length === 0) return bulk.length === 0 ? undefined : 'bulk';
    return bulk.length > 0 && this.#state.passedOver >= INTERACTIVE_IN_A_ROW
      ? 'bulk'
      : 'interactive';
  }

  #take(now: number): void {
    forgetOld(this.#state, this.#bucket, now);
    this.#state.running += 1;
    if (this.#bucket.countsFrom === 'start') this.#state.stamps.push(now);
  }

  #pass(): QuotaPass {
    let left = false;
    return {
      leave: () => {
        if (left) return;
        left = true;
        this.#state.running -= 1;
        if (this.#bucket.countsFrom === 'completion')
          this.#state.stamps.push(this.#clock.elapsed());
        this.#pump();
      },
    };
  }

  /** Looks at the queue again after `waitMs`. `undefined`: nobody waits; `Infinity`: the end of a request will do it. */
  #sleep(waitMs: number | undefined): void {
    const state = this.#state;
    if (waitMs === undefined || waitMs === Infinity) {
      state.wake?.cancel();
      state.wake = undefined;
      return;
    }
    const sleepMs = Math.min(Math.ceil(waitMs), LONGEST_SLEEP_MS);
    const at = this.#clock.elapsed() + sleepMs;
    if (state.wake !== undefined && state.wake.at <= at) return;
    state.wake?.cancel();
    const cancelled = new AbortController();
    const wake = { at, cancel: () => cancelled.abort() };
    state.wake = wake;
    this.#clock.delay(sleepMs, cancelled.signal).then(
      () => {
        if (state.wake === wake) state.wake = undefined;
        this.#pump();
      },
      () => undefined,
    );
  }

  #tellOfWait(call: CallContext, waiter: Waiter, waitEnds: AbortSignal): void {
    const expected = this.#estimate(waiter, call.lane);
    const tell = (waitMs: number): void =>
      this.#emit(call, { type: 'quota.waiting', lane: call.lane, waitMs: Math.ceil(waitMs) });
    if (expected > QUIET_WAIT_MS) {
      tell(expected);
      return;
    }
    // How long others keep their places is not known; told once it has become long.
    this.#clock.delay(QUIET_WAIT_MS, waitEnds).then(
      () => {
        if (!waitEnds.aborted) tell(Math.max(QUIET_WAIT_MS, this.#estimate(waiter, call.lane)));
      },
      () => undefined,
    );
  }

  #estimate(waiter: Waiter | undefined, lane: Lane): number {
    const { interactive, bulk } = this.#state.waiting;
    const queue = lane === 'interactive' ? interactive : [...interactive, ...bulk];
    const position = waiter === undefined ? -1 : queue.indexOf(waiter);
    const ahead = position === -1 ? queue.length : position;
    return estimateWait(this.#state, this.#bucket, this.#clock.elapsed(), ahead);
  }

  #refusal(call: CallContext, waiter: Waiter | undefined): Error {
    return quotaRefusal(call, {
      bucketName: this.#name,
      bucket: this.#bucket,
      state: this.#state,
      now: this.#clock.elapsed(),
      waited: waiter !== undefined,
      estimateMs: this.#estimate(waiter, call.lane),
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
