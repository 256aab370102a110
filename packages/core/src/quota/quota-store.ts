import type { QuotaBucket } from './quota-limits.js';

/** Names one bucket of one account. */
export interface QuotaKey {
  readonly provider: string;
  readonly host: string;
  readonly account: string;
  readonly bucket: string;
}

/** Permission for one request, or how long to wait before asking again. */
export type QuotaAdmission =
  | { readonly admitted: true; readonly ticket: string }
  | { readonly admitted: false; readonly waitMs: number };

/** Counts requests for several processes. Each step is atomic and uses the store's own clock. */
export interface QuotaStore {
  /** Takes a slot where one is free in every window. */
  admit(key: QuotaKey, bucket: QuotaBucket): Promise<QuotaAdmission>;
  /** Ends a request: frees its place among the concurrent ones and stamps it where `countsFrom` is `completion`. */
  complete(key: QuotaKey, ticket: string): Promise<void>;
  /** Lets nobody start for a while, after the vendor refused one. */
  pause(key: QuotaKey, forMs: number): Promise<void>;
}
