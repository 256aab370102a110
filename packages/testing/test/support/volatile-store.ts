import { volatileJournal, type OperationJournal } from '@registrar-kit/core';
import type { JournalStore } from '@registrar-kit/testing/contract';

/** A store in memory with a clock that is set by hand; `change` may put a fault into its journals. */
export function volatileStore(
  change: (journal: OperationJournal) => OperationJournal = (journal) => journal,
): JournalStore {
  let now = Date.now();
  return {
    open: ({ spendLimit } = {}) => {
      const limit = spendLimit === undefined ? {} : { spendLimit };
      return change(volatileJournal({ now: () => now, ...limit }));
    },
    close: () => Promise.resolve(),
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
      return Promise.resolve();
    },
    destroy: () => Promise.resolve(),
  };
}
