import type { Lane } from '@registrar-kit/core';

/**
 * One bucket as plain data: an ESM and a CJS copy of this package work on the same object, so only data and the waiters' own
 * closures stand in it. A change of its meaning needs a new registry symbol.
 */
export interface BucketState {
  /** Clock readings at which counted requests began or ended, oldest first. */
  readonly stamps: number[];
  readonly waiting: { readonly [InLane in Lane]: Waiter[] };
  running: number;
  /** Slots that went to `interactive` since `bulk` began to wait or last got one. */
  passedOver: number;
  /** Clock reading; in the past when nothing is paused. */
  pausedUntil: number;
  /** A pause was told to listeners and its end was not yet. */
  pauseTold: boolean;
  /** The next look at the queue, when the clock must bring it. */
  wake: { readonly at: number; readonly cancel: () => void } | undefined;
}

/** A request that waits. */
export interface Waiter {
  /** Gives it the slot. `resumed`: it is the first one after a pause. */
  readonly admit: (resumed: boolean) => void;
}

export function emptyBucket(): BucketState {
  return {
    stamps: [],
    waiting: { interactive: [], bulk: [] },
    running: 0,
    passedOver: 0,
    pausedUntil: -Infinity,
    pauseTold: false,
    wake: undefined,
  };
}
