import type { JournalSettings, OperationJournal } from '@registrar-kit/core';

/** How a scenario wants the journal opened. An engine without a setting for the lease may keep its own. */
export type JournalOpening = Pick<JournalSettings, 'leaseMs' | 'spendLimit'>;

/** One store, empty at first; every scenario gets one of its own. */
export interface JournalStore {
  /**
   * Opens the store. Opened again while open: one more connection to the same store where the engine is shared.
   */
  open(opening?: JournalOpening): OperationJournal | Promise<OperationJournal>;
  /** Closes every open journal, as the end of the process would. What was recorded must be there when it is opened again. */
  close(): Promise<void>;
  /** What the engine's clock says, in epoch milliseconds. */
  now(): number;
  /** Moves the engine's clock, by waiting where it cannot be set. */
  advance(milliseconds: number): Promise<void>;
  /** Closes every open journal and removes what was stored. */
  destroy(): Promise<void>;
}

/** What the author of an engine supplies. */
export interface JournalHarness {
  /** Whether rows are still there when the store is closed and opened again. */
  readonly durable: boolean;
  /** Whether several journals can be open on one store. */
  readonly shared: boolean;
  create(): JournalStore | Promise<JournalStore>;
}
