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
   * From when a request counts. The vendor counts its arrival, which lies in between: `completion` can never exceed the limit
   * and costs throughput as answers get slower; `start` uses all of it and can exceed it by what is under way.
   */
  readonly countsFrom: 'start' | 'completion';
}

/** The buckets of an account, by the adapter's names for them. */
export type QuotaLimits = Readonly<Record<string, QuotaBucket>>;
