/** At most `limit` requests in any stretch of `windowMs`. */
export interface QuotaWindow {
  readonly limit: number;
  readonly windowMs: number;
}

/** One counted resource of an account: its windows and how many requests may be under way at once. */
export interface QuotaBucket {
  readonly windows: readonly QuotaWindow[];
  /** @defaultValue unlimited */
  readonly maxConcurrent?: number;
  /**
   * From when a request counts; until then it takes a place in every window. The vendor counts its arrival, which lies in between:
   * `completion` can never exceed the limit and costs throughput as answers get slower, W / (W + L) of the limit for a window W
   * and answers that take L. `start` is the moment at which the request leaves this machine, over a connection that stands: it
   * uses all of the limit, and exceeds it when one request takes longer to arrive from there than a later one by more than
   * `guardMs`. What the vendor cannot notice, because its name was not found, a proxy opened no tunnel or the call ended before, does
   * not count in either case; a connection that it refuses does.
   */
  readonly countsFrom: 'start' | 'completion';
  /**
   * How much longer than stated each window is taken to be, in milliseconds, for requests that do not all take the same time from
   * here to the vendor. The opening of connections is no part of that.
   * @defaultValue 10 where `countsFrom` is `start`; 0 for `completion`, which needs none
   */
  readonly guardMs?: number;
  /** How many requests may wait in each lane; the next one is refused at once. @defaultValue 20,000 */
  readonly maxWaiting?: number;
}

/** The buckets of an account, by the adapter's names for them. */
export type QuotaLimits = Readonly<Record<string, QuotaBucket>>;
