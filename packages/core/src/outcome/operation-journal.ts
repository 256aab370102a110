import type { SettingName } from '../operations/paid-result.js';
import type { Transfer } from '../operations/transfers.js';
import type { CalendarDate } from '../values/calendar-date.js';
import type { DomainStatus } from '../values/domain-status.js';
import type { Environment } from '../values/environment.js';
import type { Money } from '../values/money.js';
import type { OperationHandle, PurchaseHandle, RawCallHandle } from './operation-handle.js';

/** What stood before the purchase, so that a later reading can prove that it happened. */
export interface GuardReading {
  /** For registrations and transfers: the name was free or not here, so that owning it later proves the purchase. */
  readonly ownedBefore?: boolean;
  /** For renewals, and restores where it is stated: the date that the purchase should move. */
  readonly expiresOn?: CalendarDate;
  /** For restores the state that the purchase should end, for renewals the one that it found. */
  readonly statusBefore?: DomainStatus;
  /** For transfers: the latest one before, where the provider tells of transfers. */
  readonly transferBefore?: TransferBefore;
  readonly years: number;
}

/** The latest transfer of a domain before another was ordered. */
export interface TransferBefore {
  readonly status: Transfer['status'] | 'absent';
  readonly transferId?: string;
}

interface EntryOf<Handle extends OperationHandle> {
  /** Provider, host and account; keys are unique within it. */
  readonly scope: string;
  readonly key: string;
  /** Fingerprint of the order: the same key must mean the same order. */
  readonly order: string;
  readonly operation: Handle;
  readonly kind: Handle['kind'];
  readonly environment: Environment;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Epoch milliseconds; once the order is done, the key is free again from then on. Absent: never. */
  readonly keyExpiresAt?: number;
}

/** A purchase of the contract. */
export interface PurchaseEntry extends EntryOf<PurchaseHandle> {
  readonly guard: GuardReading;
  /** The price that was read just before: what the order reserves against a spend limit. */
  readonly price: Money;
  /** Settings wished beside the purchase, by name, of which only the answer would tell whether it brought them. */
  readonly wishes?: readonly SettingName[];
  /** The latest sending of an order that was sent again; absent while it was sent once. */
  readonly again?: AnotherSending;
}

/** An order that was sent once more, after its outcome had stayed unknown. */
export interface AnotherSending {
  /** A text of its own for each sending, by which an engine recognises what it has recorded already. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly sentAt: number;
}

/** A raw call that charges. */
export interface RawCallEntry extends EntryOf<RawCallHandle> {
  readonly guard?: undefined;
  /** Not known, so nothing is reserved against a spend limit. */
  readonly price?: undefined;
  /** Never sent again. */
  readonly again?: undefined;
}

/** One paid operation. Holds no contacts, no auth codes and no secrets. */
export type JournalEntry = PurchaseEntry | RawCallEntry;

/** Where a paid operation stands. `result` is the operation's result as JSON. */
export type JournalState =
  | { readonly status: 'started' }
  /** `lostAt`: when the answer was lost, or by when its sender was dead; epoch milliseconds by the clock of whoever recorded it. */
  | { readonly status: 'unknown'; readonly because: string; readonly lostAt?: number }
  | { readonly status: 'done'; readonly result: unknown; readonly charged?: Money };

interface RowState {
  readonly state: JournalState;
  /** Epoch milliseconds by the engine's clock, until which the process that sent it is believed to be alive. */
  readonly leaseUntil: number;
}

/** A purchase as it stands in the journal. */
export interface PurchaseRow extends PurchaseEntry, RowState {}

/** A raw call as it stands in the journal. */
export interface RawCallRow extends RawCallEntry, RowState {}

/** An entry as it stands in the journal. */
export type JournalRow = PurchaseRow | RawCallRow;

/** How an operation ended: `refused` removes the row and frees the key, since nothing was bought. */
export type Settlement =
  Exclude<JournalState, { status: 'started' }> | { readonly status: 'refused' };

/** What came of `begin`. Only `begun` permits sending. */
export type BeginOutcome =
  | { readonly status: 'begun'; readonly row: JournalRow }
  /** The key is taken; `row` holds it and nothing was recorded. */
  | { readonly status: 'exists'; readonly row: JournalRow }
  /**
   * Another order of one of the {@link rivalKindsOf} this one for the same {@link subjectOf}, under another key, is not settled
   * yet; nothing was recorded.
   */
  | { readonly status: 'busy'; readonly row: JournalRow }
  /** The order would exceed the spend limit; nothing was recorded. */
  | { readonly status: 'over_limit'; readonly limit: Money; readonly spent: Money };

/** What came of `beginAgain`. Only `begun` permits sending; `changed` means that somebody has taken the order in hand meanwhile. */
export type BeginAgainOutcome =
  Extract<BeginOutcome, { status: 'begun' | 'over_limit' }> | { readonly status: 'changed' };

/** What a journal can be relied on for. */
export interface JournalGuarantees {
  /** What a row survives. */
  readonly survives: 'nothing' | 'process_exit' | 'power_loss';
  /** Whether several processes can share the journal. */
  readonly shared: boolean;
  /** Why it is weaker than the engine could be, where it is. */
  readonly note?: string;
}

/**
 * How much may be spent in any stretch of time; charges count as charged, orders under way as priced. Orders in another
 * currency are not counted.
 */
export interface SpendLimit {
  readonly amount: Money;
  readonly periodMs: number;
}

/**
 * Remembers paid operations, so that money is never spent twice, and lets those who write the same thing take turns. Every step
 * is atomic; `begin` and `settle` return only when the row is as safe as `guarantees` says, and reject when the engine cannot
 * promise it.
 */
export interface OperationJournal {
  /** How long a sender, or the holder of a lease, is believed to be alive after its last sign. @defaultValue in the engines 30,000 */
  readonly leaseMs: number;
  guarantees(): Promise<JournalGuarantees>;
  /**
   * Records an order before it is sent. Looks at the key first, then for rivals ({@link subjectOf}, {@link rivalKindsOf}), then
   * at the spend limit.
   */
  begin(entry: JournalEntry): Promise<BeginOutcome>;
  /**
   * Records that an order of unknown outcome is sent again: the row is `started` once more, holds `entry` in place of the one
   * before, and counts against the spend limit as an order that begins now at the new price. `over_limit` leaves it as it is.
   *
   * @param entry - with the id and the key of the row
   * @param leaseUntil - of the row as it was read: only while the row is `unknown` and has that one
   */
  beginAgain(entry: PurchaseEntry, leaseUntil: number): Promise<BeginAgainOutcome>;
  /**
   * Removes an order of unknown outcome, of which somebody has seen that it was not executed; as `refused` does, but only while
   * the row is `unknown` and has the lease that was read. `false` otherwise.
   */
  discard(scope: string, operationId: string, leaseUntil: number): Promise<boolean>;
  /** Says that the process which sent it is still alive; called every third of `leaseMs`. */
  extendLease(scope: string, operationId: string): Promise<void>;
  /** Records the end. A row that is done stays as it is, except that a later `done` may complete its result. */
  settle(scope: string, operationId: string, settlement: Settlement): Promise<void>;
  /** Takes over a started row whose holder is dead. `false` when it is settled, another process was faster or the holder lives. */
  takeOver(scope: string, operationId: string): Promise<boolean>;
  find(scope: string, key: string): Promise<JournalRow | undefined>;
  findById(scope: string, operationId: string): Promise<JournalRow | undefined>;
  /** Rows of a scope, newest first. @param limit - @defaultValue 100 */
  list(scope: string, limit?: number): Promise<readonly JournalRow[]>;
  /**
   * Takes a named lease, such as for the writes to one zone, for `leaseMs` by the engine's clock; taking it again as the same
   * holder extends it. `false` while another holder has it. A lease need not survive a power cut.
   *
   * @param holder - whoever takes it; a text that nobody else uses, in this process or another.
   */
  takeLease(scope: string, name: string, holder: string): Promise<boolean>;
  /** Gives a lease back; nothing happens when another holder has it by now. */
  dropLease(scope: string, name: string, holder: string): Promise<void>;
}
