import type { PricedOperation } from '../operations/get-prices.js';
import type { CalendarDate } from '../values/calendar-date.js';
import type { Environment } from '../values/environment.js';
import type { OperationHandle } from './operation-handle.js';

/** What stood before the purchase, so that a later reading can prove that it happened. */
export interface GuardReading {
  /** For registrations: the name was free, so that owning it later proves the purchase. */
  readonly ownedBefore?: boolean;
  /** For renewals: the date that the purchase should move. */
  readonly expiresOn?: CalendarDate;
  readonly years: number;
}

/** One paid operation. Holds no contacts, no auth codes and no secrets. */
export interface JournalEntry {
  /** Provider, host and account; keys are unique within it. */
  readonly scope: string;
  readonly key: string;
  /** Fingerprint of the order: the same key must mean the same order. */
  readonly order: string;
  readonly operation: OperationHandle;
  readonly kind: PricedOperation;
  readonly environment: Environment;
  readonly guard: GuardReading;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Epoch milliseconds; the key is forgotten later. Absent: kept for good. */
  readonly keyExpiresAt?: number;
}

/** Where a paid operation stands. `result` is the operation's result as JSON. */
export type JournalState =
  | { readonly status: 'started' }
  | { readonly status: 'unknown'; readonly because: string }
  | { readonly status: 'done'; readonly result: unknown };

/** An entry as it stands in the journal. */
export interface JournalRow extends JournalEntry {
  readonly state: JournalState;
  /** Epoch milliseconds until which the process that sent it is believed to be alive. */
  readonly leaseUntil: number;
}

/** How an operation ended: `refused` releases the key, since nothing was bought. */
export type Settlement =
  Exclude<JournalState, { status: 'started' }> | { readonly status: 'refused' };

/**
 * Remembers paid operations, so that money is never spent twice. Every step is atomic; `begin` and `settle` return only when
 * the row is as safe as `guarantees` says.
 */
export interface OperationJournal {
  readonly guarantees: {
    /** What a row survives. */
    readonly survives: 'nothing' | 'process_exit' | 'power_loss';
    /** Whether several processes can share the journal. */
    readonly shared: boolean;
    readonly note?: string;
  };
  /** Records an order before it is sent; when the key is taken, answers the row that holds it and records nothing. */
  begin(
    entry: JournalEntry,
    leaseMs: number,
  ): Promise<{ readonly begun: boolean; readonly row: JournalRow }>;
  settle(scope: string, operationId: string, settlement: Settlement): Promise<void>;
  /** Takes over a row whose holder is dead. `false` when another process was faster or the holder lives. */
  takeOver(scope: string, operationId: string, leaseMs: number): Promise<boolean>;
  find(scope: string, key: string): Promise<JournalRow | undefined>;
  findById(scope: string, operationId: string): Promise<JournalRow | undefined>;
  /** Rows of a scope, newest first. */
  list(scope: string): Promise<readonly JournalRow[]>;
}
