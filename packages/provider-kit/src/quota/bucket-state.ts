import { randomUUID } from 'node:crypto';
import type { CallContext, Lane, QuotaGrant } from '@registrar-kit/core';
import type { QuotaPass } from './quota.js';

/**
 * One bucket as plain data: an ESM and a CJS copy of this package work on the same object, so only data and the waiters' own
 * closures stand in it. A change of its meaning needs a new registry symbol.
 */
export interface BucketState {
  /** Requests of this process that count, oldest first; clock readings. */
  readonly log: CountedRequest[];
  /** Requests that were admitted and will count from a moment that has not come: each takes a place in every window. */
  readonly uncounted: Set<AdmittedRequest>;
  readonly waiting: Readonly<Record<Lane, WaitingLane>>;
  running: number;
  /** Slots that went to `interactive` since `bulk` began to wait or last got one. */
  passedOver: number;
  /** Clock reading; in the past when nothing is paused. */
  pausedUntil: number;
  /** Refusals in a row, each soon after the pause that the one before had caused. */
  refusals: number;
  /** A pause was told to listeners and its end was not yet. */
  pauseTold: boolean;
  /** Those who wait and for whom no event has told so, in the order in which they came. */
  readonly quiet: Set<Waiter>;
  /** The next look at them, which the clock will bring. */
  quietWatch: { readonly cancel: () => void } | undefined;
  /** The next look at the queue, when the clock must bring it. */
  wake: { readonly at: number; readonly cancel: () => void } | undefined;
  readonly shared: SharedState;
}

interface AdmittedRequest {
  readonly id: string;
}

/** A request that counts against the windows. */
interface CountedRequest extends AdmittedRequest {
  readonly at: number;
}

/** The requests that wait in one lane, by who called, so that callers take turns. */
interface WaitingLane {
  readonly callers: Map<unknown, Waiter[]>;
  size: number;
}

/** How this process stands with the store that it shares a bucket with, where there is one. */
interface SharedState {
  /** Its name in the store's lines. */
  readonly member: string;
  /** What the store remembers, by its own name for it. */
  memory: string | undefined;
  /** Requests that the store has not heard of. */
  readonly untold: Set<string>;
  /** A conversation with the store is under way, by some copy of this package. */
  asking: boolean;
  /** For how many, by lane, the store was last asked. */
  asked: Readonly<Record<Lane, number>>;
  /** When the store wants to be asked again, as a clock reading, and what it waits for. */
  dueAt: number;
  waitsFor: QuotaGrant['waitsFor'];
  /** Ends the wait for that moment. */
  hurry: (() => void) | undefined;
  /** Clock reading of the last attempt that failed; `undefined` while the store answers. */
  lostAt: number | undefined;
  /** Clock reading since when nothing is known of other processes; `undefined` while the store answers. */
  aloneSince: number | undefined;
  /** Some copy of this package listens to the store's connection. */
  watched: boolean;
  /** The clock will bring the next attempt. */
  retries: boolean;
  /** What listeners have not heard yet. */
  notice: 'lost' | 'found' | undefined;
}

/** A request that waits. */
export interface Waiter {
  readonly call: CallContext;
  /** Clock reading. */
  readonly since: number;
  /** Gives it the slot. `resumed`: it is the first one after a pause. */
  readonly admit: (pass: QuotaPass, resumed: boolean) => void;
  /** Ends its wait without a slot. */
  readonly refuse: (error: Error) => void;
}

export function emptyBucket(): BucketState {
  return {
    log: [],
    uncounted: new Set(),
    waiting: { interactive: emptyLane(), bulk: emptyLane() },
    running: 0,
    passedOver: 0,
    pausedUntil: -Infinity,
    refusals: 0,
    pauseTold: false,
    quiet: new Set(),
    quietWatch: undefined,
    wake: undefined,
    shared: {
      member: randomUUID(),
      memory: undefined,
      untold: new Set(),
      asking: false,
      asked: { interactive: 0, bulk: 0 },
      dueAt: -Infinity,
      waitsFor: undefined,
      hurry: undefined,
      lostAt: undefined,
      aloneSince: undefined,
      watched: false,
      retries: false,
      notice: undefined,
    },
  };
}

function emptyLane(): WaitingLane {
  return { callers: new Map(), size: 0 };
}
