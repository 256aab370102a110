import type { Money } from '../values/money.js';
import type { JournalEntry, JournalRow, JournalState, Settlement } from './operation-journal.js';

/** A journal row as engines keep it: JSON text, so that what was recorded comes back unchanged. */
export interface StoredRow extends StoredState {
  readonly entry: string;
  readonly leaseUntil: number;
}

/** The state apart from the charge, which a later settlement may leave out without it being forgotten. */
export interface StoredState {
  readonly state: string;
  readonly charged: string | null;
}

/** Writes a state for the store. */
export function toStoredState(settled: Exclude<Settlement, { status: 'refused' }>): StoredState {
  if (settled.status === 'unknown') return { state: JSON.stringify(settled), charged: null };
  const { charged, ...state } = settled;
  return {
    state: JSON.stringify(state),
    charged: charged === undefined ? null : JSON.stringify(charged),
  };
}

/** Reads a row back. */
export function fromStoredRow({ entry, state, charged, leaseUntil }: StoredRow): JournalRow {
  const settled = JSON.parse(state) as JournalState;
  return {
    ...(JSON.parse(entry) as JournalEntry),
    state:
      settled.status === 'done' && charged !== null
        ? { ...settled, charged: JSON.parse(charged) as Money }
        : settled,
    leaseUntil,
  };
}
