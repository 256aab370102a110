import type { CallContext, QuotaSnapshot } from '@registrar-kit/core';

/** A place in the quota. Leave it when the answer is in or lost, whatever came of it. */
export interface QuotaPass {
  /**
   * The request has left this machine: from now on it counts, where the bucket counts from the start. Until then it takes a place
   * in every window, however long that lasts. Said later than it happens the limit still holds; doing it twice is harmless.
   */
  sent(): void;
  /**
   * The request is over; without `sent` it counts from now. Doing it twice is harmless.
   *
   * @param use - `unused`: the vendor cannot have noticed it, so it does not count at all, unless `sent` has said otherwise.
   * @defaultValue `sent`
   */
  leave(use?: 'sent' | 'unused'): void;
}

/** Keeps the requests of one account within the vendor's limits. Get it from `quotaFor`. */
export interface Quota {
  /**
   * Waits for a free slot and takes it. Inside a lane the calls take turns, so that one with many requests does not hold up the
   * others; `interactive` goes before `bulk`, which still gets every tenth slot.
   *
   * @throws CancelledError when the caller ends the call while it waits; RateLimitError with source `quota` when its deadline
   * comes first or too many wait already; ConfigurationError for a bucket that the limits do not name
   */
  enter(bucket: string, call: CallContext): Promise<QuotaPass>;
  /** Lets nobody start for a while, because the vendor refused a request. A longer pause that runs already stays. */
  pause(bucket: string, forMs: number, call: CallContext): void;
  /**
   * The same where the vendor names no time: `firstMs` and up to a quarter more, twice as long each time that the next refusal
   * follows at once, up to five minutes. Refusals of requests that were under way together count as one.
   */
  backOff(bucket: string, firstMs: number, call: CallContext): void;
  snapshot(): QuotaSnapshot;
}
