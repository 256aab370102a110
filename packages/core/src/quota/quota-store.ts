import type { Lane } from '../operations/call-options.js';
import type { QuotaBucket } from './quota-limits.js';

/** Names one bucket of one account. */
export interface QuotaKey {
  readonly provider: string;
  readonly host: string;
  readonly account: string;
  readonly bucket: string;
}

/** What a process asks for on behalf of all its requests that wait for one bucket. */
export interface QuotaRequest {
  /** The process; it keeps its place in the line of each lane under this name. */
  readonly member: string;
  /** How many of its requests wait, by lane. */
  readonly waiting: Readonly<Record<Lane, number>>;
  /** The store's memory as the process knows it; absent when it asks for the first time. */
  readonly memory?: string;
}

/** What the store grants, in one step. */
export interface QuotaGrant {
  /** One for each request that may start now. None when the store's memory is not the one that the process knows. */
  readonly tickets: readonly QuotaTicket[];
  /**
   * When to ask again for those that still wait, in milliseconds; absent when none do. The place in line is kept until then and
   * a moment longer.
   */
  readonly waitMs?: number;
  /** Whether that time is known, or other requests must end first and may do so earlier. */
  readonly waitsFor?: 'time' | 'release';
  /** Names what the store remembers. Another name than before: it was emptied, and has to be told with `restore`. */
  readonly memory: string;
}

/** Permission for one request of a lane. */
export interface QuotaTicket {
  readonly id: string;
  readonly lane: Lane;
}

/** A request that the store does not know of, or no longer. */
export interface PastRequest {
  readonly id: string;
  /** How long ago it counted, in milliseconds. */
  readonly ageMs: number;
}

/**
 * Counts requests for several processes and keeps them in line. Each step is atomic and uses the store's own clock. Steps
 * reject when the store cannot be reached; they must do so within a second or two, since callers wait.
 */
export interface QuotaStore {
  /** How long a ticket lives without a sign of its holder, in milliseconds; afterwards its request counts as ended. */
  readonly leaseMs: number;
  /**
   * What happens to requests while the store cannot be reached: they are refused, or this process goes on by itself with a share
   * of every limit, more than 0 and at most 1; with four processes 0.25 keeps the whole within the limits.
   */
  readonly whenUnreachable: 'refuse' | { readonly share: number };
  /**
   * Takes slots where they are free in every window; for the rest the process is put in line. Until it is stamped or ended, a
   * ticket takes a place in every window, however long that lasts.
   */
  admit(key: QuotaKey, bucket: QuotaBucket, request: QuotaRequest): Promise<QuotaGrant>;
  /**
   * Counts a request from now: it has been sent. Called for buckets that count from the start; a request that is never stamped
   * counts from its end.
   */
  stamp(key: QuotaKey, bucket: QuotaBucket, ticket: string): Promise<void>;
  /**
   * Ends a request: frees its place among the concurrent ones, and counts it from now where `countsFrom` is `completion` or it was
   * not stamped. `unused`: nothing was sent, so it does not count at all.
   */
  complete(
    key: QuotaKey,
    bucket: QuotaBucket,
    ticket: string,
    use: 'sent' | 'unused',
  ): Promise<void>;
  /** Says that the holder of a ticket is alive; called every third of `leaseMs`. */
  extend(key: QuotaKey, ticket: string): Promise<void>;
  /** Gives up a process's place in the lines. */
  leave(key: QuotaKey, member: string): Promise<void>;
  /** Lets nobody start for a while, after the vendor refused one. A longer pause that runs already stays. */
  pause(key: QuotaKey, forMs: number): Promise<void>;
  /**
   * Adds requests that the store has missed or forgotten. One that it knows is not counted twice, nor from an earlier moment than
   * it is; one whose ticket still takes its place goes on doing so.
   */
  restore(key: QuotaKey, bucket: QuotaBucket, requests: readonly PastRequest[]): Promise<void>;
  /**
   * Calls `listener` whenever the connection is lost (`false`) or there again (`true`), so that a process that asks for nothing
   * at the time can tell what it has sent. Where a store has no such method, the next step that fails or succeeds shows it.
   */
  watch?(listener: (isThere: boolean) => void): void;
}
