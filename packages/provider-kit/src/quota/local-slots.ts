import type { Clock, QuotaBucket } from '@registrar-kit/core';
import type { BucketState } from './bucket-state.js';
import type { QuotaPass } from './quota.js';
import { estimateWait, forgetOld, waitOf } from './rolling-windows.js';
import type { Slots } from './slots.js';
import { nextLane, takeNext } from './waiting-line.js';

/** Timers take no longer times than about 24 days; the queue is simply looked at again. */
const LONGEST_SLEEP_MS = 3_600_000;

/** What has to be done, beyond the counting, about one request. */
export interface PassListener {
  /** It counts from now, because it has left. Not called where a bucket counts from the completion. */
  sent(): void;
  /** It is over, and counts or not. */
  left(use: 'sent' | 'unused'): void;
}

/** Slots as this process counts them. It holds nothing itself: all copies work on the same state. */
export class LocalSlots implements Slots {
  readonly #bucket: QuotaBucket;
  readonly #state: BucketState;
  readonly #clock: Clock;
  readonly #take: () => QuotaPass;
  readonly #heldUntil: () => number;

  /**
   * @param take - how a request that is admitted now is counted, where more than the counting has to be done
   * @param heldUntil - a clock reading before which nobody starts
   */
  constructor(
    bucket: QuotaBucket,
    state: BucketState,
    clock: Clock,
    { take, heldUntil }: { take?: () => QuotaPass; heldUntil?: () => number } = {},
  ) {
    this.#bucket = bucket;
    this.#state = state;
    this.#clock = clock;
    const serve = (): void => this.serve();
    const listener = { sent: serve, left: serve };
    this.#take = take ?? (() => this.take('', listener));
    this.#heldUntil = heldUntil ?? (() => -Infinity);
  }

  /** Admits whoever may start now, and has the clock come back for the rest. */
  serve(): void {
    const state = this.#state;
    for (;;) {
      const lane = nextLane(state);
      if (lane === undefined) {
        this.#sleep(undefined);
        return;
      }
      const now = this.#clock.elapsed();
      const waitMs = Math.max(waitOf(state, this.#bucket, now), this.#heldUntil() - now);
      if (waitMs > 0) {
        this.#sleep(waitMs);
        return;
      }
      const resumed = state.pauseTold;
      state.pauseTold = false;
      const pass = this.#take();
      takeNext(state, lane)?.admit(pass, resumed);
    }
  }

  /** Admits a request; from when it counts, its pass will tell. */
  take(id: string, listener: PassListener): QuotaPass {
    const state = this.#state;
    const clock = this.#clock;
    const countsFromStart = this.#bucket.countsFrom === 'start';
    forgetOld(state, this.#bucket, clock.elapsed());
    const request = { id };
    state.running += 1;
    state.uncounted.add(request);
    const count = (): void => {
      if (state.uncounted.delete(request)) state.log.push({ id, at: clock.elapsed() });
    };
    let sent = false;
    let left = false;
    return {
      sent: () => {
        if (sent || left) return;
        sent = true;
        if (!countsFromStart) return;
        count();
        listener.sent();
      },
      leave: (use = 'sent') => {
        if (left) return;
        left = true;
        state.running -= 1;
        const isUnused = use === 'unused' && !sent;
        if (isUnused) state.uncounted.delete(request);
        else count();
        listener.left(isUnused ? 'unused' : 'sent');
      },
    };
  }

  estimate(ahead: number): number {
    return estimateWait(this.#state, this.#bucket, this.#clock.elapsed(), ahead);
  }

  /** Looks at the queue again after `waitMs`. `undefined`: nobody waits; `Infinity`: another request will do it. */
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
    const wake = { at, cancel: () => cancelled.abort('cancelled') };
    state.wake = wake;
    this.#clock.delay(sleepMs, cancelled.signal).then(
      () => {
        if (state.wake === wake) state.wake = undefined;
        this.serve();
      },
      () => undefined,
    );
  }
}
