import { randomUUID } from 'node:crypto';
import type {
  Clock,
  Lane,
  PastRequest,
  QuotaBucket,
  QuotaGrant,
  QuotaKey,
  QuotaStore,
} from '@registrar-kit/core';
import { eventBase } from '../http/event-base.js';
import type { BucketState } from './bucket-state.js';
import { LocalSlots } from './local-slots.js';
import { storeUnreachable } from './quota-refusal.js';
import type { QuotaPass } from './quota.js';
import { holdAfterLossMs, shareOf } from './share-of.js';
import type { Slots } from './slots.js';
import { firstWaiter, nextLane, takeNext } from './waiting-line.js';

/** While the store cannot be reached, it is tried this often. */
const RETRY_MS = 500;
/** So many requests are told at once to a store that has forgotten them. */
const TOLD_AT_ONCE = 500;
const otherLane: Readonly<Record<Lane, Lane>> = { interactive: 'bulk', bulk: 'interactive' };

/** What a bucket is shared by. */
export interface SharedBucket {
  readonly store: QuotaStore;
  readonly key: QuotaKey;
  readonly bucket: QuotaBucket;
}

/**
 * Slots that several processes share. One conversation with the store serves the whole line of this process, so that a slot
 * goes to whoever comes first when it is granted. While the store cannot be reached, requests are refused or go on with a
 * share of every limit, as the store says; what it missed it is told afterwards.
 */
export class StoredSlots implements Slots {
  readonly #shared: SharedBucket;
  readonly #state: BucketState;
  readonly #clock: Clock;
  /** Counts what this process sends, whoever granted it. */
  readonly #own: LocalSlots;
  readonly #alone: LocalSlots | undefined;

  constructor(shared: SharedBucket, state: BucketState, clock: Clock) {
    const { store, bucket } = shared;
    this.#shared = shared;
    this.#state = state;
    this.#clock = clock;
    this.#own = new LocalSlots(bucket, state, clock);
    this.#alone =
      store.whenUnreachable === 'refuse'
        ? undefined
        : new LocalSlots(shareOf(bucket, store.whenUnreachable.share), state, clock, {
            take: () => this.#takeUntold(),
            heldUntil: () => this.#aloneSince() + holdAfterLossMs(bucket),
          });
    this.#watch();
  }

  serve(): void {
    const { shared } = this.#state;
    const { lostAt } = shared;
    this.#tellNotice();
    if (lostAt !== undefined) {
      if (this.#clock.elapsed() - lostAt < RETRY_MS || shared.asking) {
        this.#goOnAlone();
        return;
      }
    }
    if (!shared.asking) {
      if (nextLane(this.#state) !== undefined) void this.#converse();
    } else if (this.#hasNews()) shared.hurry?.();
    if (lostAt !== undefined) this.#alone?.serve();
  }

  estimate(ahead: number): number {
    const { shared } = this.#state;
    const now = this.#clock.elapsed();
    if (shared.lostAt === undefined) return Math.max(shared.dueAt - now, this.#own.estimate(ahead));
    if (this.#alone === undefined) return RETRY_MS;
    const heldMs = this.#aloneSince() + holdAfterLossMs(this.#shared.bucket) - now;
    return Math.max(heldMs, this.#alone.estimate(ahead));
  }

  /** Hears of the store's connection once for all copies, also while this process asks for nothing. */
  #watch(): void {
    const { shared } = this.#state;
    const { store } = this.#shared;
    if (shared.watched || store.watch === undefined) return;
    shared.watched = true;
    store.watch((isThere) => {
      if (!isThere) shared.aloneSince = this.#aloneSince();
      else if (shared.asking) shared.hurry?.();
      else void this.#converse('to tell');
    });
  }

  #aloneSince(): number {
    return this.#state.shared.aloneSince ?? this.#clock.elapsed();
  }

  /** Asks for slots until nobody waits any more; at least once where there is something to tell. */
  async #converse(purpose: 'to ask' | 'to tell' = 'to ask'): Promise<void> {
    const { store, key, bucket } = this.#shared;
    const { shared } = this.#state;
    shared.asking = true;
    let inLine = false;
    let hasToTell = purpose === 'to tell';
    try {
      while (hasToTell || nextLane(this.#state) !== undefined) {
        const { member, memory } = shared;
        const waiting = this.#waiting();
        shared.asked = waiting;
        await this.#tellUntold();
        const grant = await store.admit(key, bucket, {
          member,
          waiting,
          ...(memory === undefined ? {} : { memory }),
        });
        inLine = grant.waitMs !== undefined;
        this.#found();
        if (await this.#isNewMemory(grant)) continue;
        hasToTell = false;
        this.#handOut(grant);
        await this.#waitAsTold(grant);
      }
      if (inLine) await store.leave(key, shared.member);
    } catch {
      this.#lost();
    } finally {
      shared.asking = false;
    }
    if (nextLane(this.#state) !== undefined) this.serve();
  }

  #handOut({ tickets }: QuotaGrant): void {
    const { store, key, bucket } = this.#shared;
    for (const { id, lane } of tickets) {
      const waiter = takeNext(this.#state, lane) ?? takeNext(this.#state, otherLane[lane]);
      if (waiter === undefined) {
        // Whoever waited has gone. Where it cannot be given back, its lease ends.
        store.complete(key, bucket, id, 'unused').catch(() => undefined);
        continue;
      }
      const resumed = this.#state.pauseTold;
      this.#state.pauseTold = false;
      waiter.admit(this.#take(id), resumed);
    }
  }

  /** Counts a request, and tells the store that it lives, when it has left where that counts, and when it has ended. */
  #take(id: string): QuotaPass {
    const { store, key, bucket } = this.#shared;
    const { shared } = this.#state;
    const ended = new AbortController();
    this.#keepAlive(id, ended.signal);
    return this.#own.take(id, {
      sent: () => void this.#tell(id, 'sent', () => store.stamp(key, bucket, id)),
      left: (use) => {
        ended.abort('ended');
        void this.#tell(id, use, async () => {
          await store.complete(key, bucket, id, use);
          // A place that was given back may be taken at once, whatever the store said before.
          if (use === 'unused' || shared.waitsFor === 'release') shared.hurry?.();
        });
      },
    });
  }

  /** Has the store hear of a request now or, where it counts and the store misses it, later. */
  async #tell(id: string, use: 'sent' | 'unused', step: () => Promise<void>): Promise<void> {
    const { shared } = this.#state;
    if (shared.lostAt !== undefined) {
      if (use === 'sent') shared.untold.add(id);
      else shared.untold.delete(id);
      this.serve();
      return;
    }
    try {
      await step();
    } catch {
      if (use === 'sent') shared.untold.add(id);
      this.#lost();
    }
  }

  /** Counts a request that the store knows nothing of. */
  #takeUntold(): QuotaPass {
    const id = randomUUID();
    this.#state.shared.untold.add(id);
    return this.#take(id);
  }

  #keepAlive(id: string, ended: AbortSignal): void {
    const { store, key } = this.#shared;
    this.#clock.delay(store.leaseMs / 3, ended).then(
      () => {
        // Where it fails the next sign is in time, or the lease ends and the request counts from then.
        store.extend(key, id).catch(() => undefined);
        this.#keepAlive(id, ended);
      },
      () => undefined,
    );
  }

  async #waitAsTold({ waitMs, waitsFor }: QuotaGrant): Promise<void> {
    const { shared } = this.#state;
    if (waitMs === undefined || nextLane(this.#state) === undefined) return;
    const hurried = new AbortController();
    shared.hurry = () => hurried.abort('hurried');
    shared.waitsFor = waitsFor;
    shared.dueAt = this.#clock.elapsed() + waitMs;
    await this.#clock.delay(Math.ceil(waitMs), hurried.signal).catch(() => undefined);
    shared.hurry = undefined;
    shared.waitsFor = undefined;
  }

  /** Whether the line is now such that the store has to hear of it before it wants to be asked. */
  #hasNews(): boolean {
    const { interactive, bulk } = this.#waiting();
    const { asked } = this.#state.shared;
    if (interactive + bulk === 0) return true;
    return (interactive > 0 && asked.interactive === 0) || (bulk > 0 && asked.bulk === 0);
  }

  #waiting(): Readonly<Record<Lane, number>> {
    const { interactive, bulk } = this.#state.waiting;
    return { interactive: interactive.size, bulk: bulk.size };
  }

  /** Tells a store that was emptied what this process has sent. */
  async #isNewMemory({ memory }: QuotaGrant): Promise<boolean> {
    const { shared } = this.#state;
    const isOther = shared.memory !== undefined && shared.memory !== memory;
    if (isOther) await this.#restore();
    shared.memory = memory;
    return isOther;
  }

  async #tellUntold(): Promise<void> {
    const { untold } = this.#state.shared;
    if (untold.size > 0) await this.#restore(new Set(untold));
  }

  /** Tells the store of all requests that take a place in a window, or of some of them. */
  async #restore(ids?: ReadonlySet<string>): Promise<void> {
    const { store, key, bucket } = this.#shared;
    const { log, uncounted, shared } = this.#state;
    const now = this.#clock.elapsed();
    // What has not begun to count does so now at the earliest, and is told again then.
    const known = [...log, ...Array.from(uncounted, ({ id }) => ({ id, at: now }))];
    const missed = known
      .filter(({ id }) => ids?.has(id) ?? true)
      .map(({ id, at }): PastRequest => ({ id, ageMs: Math.max(0, now - at) }));
    // Before they are told: meanwhile there may be more to tell of the same ones.
    shared.untold.clear();
    try {
      for (let start = 0; start < missed.length; start += TOLD_AT_ONCE)
        await store.restore(key, bucket, missed.slice(start, start + TOLD_AT_ONCE));
    } catch (error) {
      for (const { id } of missed) shared.untold.add(id);
      throw error;
    }
  }

  #lost(): void {
    const { shared } = this.#state;
    shared.notice = shared.lostAt === undefined ? 'lost' : shared.notice;
    shared.aloneSince = this.#aloneSince();
    shared.lostAt = this.#clock.elapsed();
    // A conversation that waits as the store told it has nothing to wait for any more.
    shared.hurry?.();
  }

  #found(): void {
    const { shared } = this.#state;
    shared.aloneSince = undefined;
    if (shared.lostAt === undefined) return;
    shared.lostAt = undefined;
    // The share ends with the loss.
    this.#state.wake?.cancel();
    this.#state.wake = undefined;
    // Who has not heard of the loss need not hear of its end.
    shared.notice = shared.notice === 'lost' ? undefined : 'found';
    this.#tellNotice();
  }

  #tellNotice(): void {
    const { shared } = this.#state;
    const listener = firstWaiter(this.#state);
    if (shared.notice === undefined || listener === undefined) return;
    const { key, store } = this.#shared;
    const { whenUnreachable } = store;
    const { call } = listener;
    const base = { ...eventBase(call), bucket: key.bucket };
    const consequence =
      whenUnreachable === 'refuse'
        ? 'requests are refused until it answers'
        : `this process goes on with ${String(whenUnreachable.share)} of every limit`;
    if (shared.notice === 'found') call.emit({ ...base, type: 'quota.resumed' });
    else
      call.emit({
        ...base,
        type: 'quota.degraded',
        note: `the quota store cannot be reached; ${consequence}`,
      });
    shared.notice = undefined;
  }

  #goOnAlone(): void {
    if (this.#alone !== undefined) {
      this.#alone.serve();
      this.#retryLater();
      return;
    }
    for (let lane = nextLane(this.#state); lane !== undefined; lane = nextLane(this.#state)) {
      const waiter = takeNext(this.#state, lane);
      waiter?.refuse(storeUnreachable(waiter.call, this.#shared.key.bucket, RETRY_MS));
    }
  }

  /** While somebody waits, the store is tried again even if nothing else happens. */
  #retryLater(): void {
    const { shared } = this.#state;
    if (shared.retries || nextLane(this.#state) === undefined) return;
    shared.retries = true;
    void this.#clock.delay(RETRY_MS).then(() => {
      shared.retries = false;
      if (shared.lostAt !== undefined && nextLane(this.#state) !== undefined) this.serve();
    });
  }
}
