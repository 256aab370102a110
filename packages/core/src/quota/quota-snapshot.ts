import type { Registrar } from '../registrar.js';

/** Where one bucket stands, as far as this process knows: with a store, others may have used more of it. */
export interface QuotaBucketState {
  /** Requests under way. */
  readonly running: number;
  /** Requests that wait, by lane. */
  readonly waiting: { readonly interactive: number; readonly bulk: number };
  /** Requests that count against each window at this moment, in the order of the limits. */
  readonly used: readonly {
    readonly count: number;
    readonly free: number;
    readonly limit: number;
    readonly windowMs: number;
  }[];
  /** How long a request that came now would wait, in milliseconds, by lane; longer where answers take long. */
  readonly nextSlotMs: { readonly interactive: number; readonly bulk: number };
  /** Milliseconds until a pause ends; 0 when there is none. */
  readonly pausedForMs: number;
}

/** The buckets of an account, by their names in the configuration, such as `api`. */
export type QuotaSnapshot = Readonly<Record<string, QuotaBucketState>>;

/**
 * How much of its account's quota a registrar has used at this moment, for a status page or before a large job. Sends nothing.
 *
 * @returns no bucket for a registrar that has no quota: a double, or one that routes to several accounts
 */
export function quotaSnapshotOf(registrar: Registrar): QuotaSnapshot {
  return isMetered(registrar) ? registrar.quotaSnapshot() : {};
}

/** A registrar over a driver; asked for the method, since it may be of another copy of this package. */
function isMetered(
  registrar: Registrar,
): registrar is Registrar & { quotaSnapshot(): QuotaSnapshot } {
  return 'quotaSnapshot' in registrar && typeof registrar.quotaSnapshot === 'function';
}
