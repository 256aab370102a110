import type { Clock, QuotaBucket } from '@registrar-kit/core';
import type { BucketState } from './bucket-state.js';
import { estimateWait, forgetOld, waitOf } from './rolling-windows.js';
import type { Slots } from './slots.js';
import { nextLane, takeNext } from './waiting-line.js';

/** Timers take no longer times than about 24 days; the queue is simply looked at again. */
const LONGEST_SLEEP_MS = 3_600_000;

/** Slots as this process counts them. It holds nothing itself: all copies work on the same state. */
export class LocalSlots implements Slots {
  readonly #bucket: QuotaBucket;
  readonly #state: BucketState;
  readonly #clock: Clock;
  readonly #take: () => () => void;
  readonly #heldUntil: () => number;

  /**
   * @param take - how a request that starts now is counted, where more than the counting has to be done
   * @param heldUntil - a clock reading before which nobody starts
   */
  constructor(
    bucket: QuotaBucket,
    state: BucketState,
    clock: Clock,
    { take, heldUntil }: { take?: () => () => void; heldUntil?: () => number } = {},
  ) {
    this.#bucket = bucket;
    this.#state = state;
    this.#clock = clock;
    this.#take = take ?? (() => this.take('', () => this.serve()));
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
      const leave = this.#take();
      takeNext(state, lane)?.admit({ leave }, resumed);
    }
  }

  /** Counts a request that starts now; what it answers ends it, once. */
  take(id: string, onLeave: () => void): () => void {
    const state = this.#state;
    const { countsFrom } = this.#bucket;
    const now = this.#clock.elapsed();
    forgetOld(state, this.#bucket, now);
    state.running += 1;
    if (countsFrom === 'start') state.log.push({ id, at: now });
    let left = false;
    return () => {
      if (left) return;
      left = true;
      state.running -= 1;
      if (countsFrom === 'completion') state.log.push({ id, at: this.#clock.elapsed() });
      onLeave();
    };
  }

  estimate(ahead: number): number {
    return estimateWait(this.#state, this.#bucket, this.#clock.elapsed(), ahead);
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
