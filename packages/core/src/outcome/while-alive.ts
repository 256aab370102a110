import type { Clock } from '../config/clock.js';
import type { AccountJournal } from './account-journal.js';
import type { Recorded } from './unrecorded-ends.js';

/** Keeps the lease while the order is under way, so that nobody takes a slow registrar for a dead process. */
export async function whileAlive<Result>(
  row: Recorded,
  journal: AccountJournal,
  clock: Clock,
  work: () => Promise<Result>,
): Promise<Result> {
  const finished = new AbortController();
  const beat = async (): Promise<void> => {
    for (;;) {
      await clock.delay(journal.leaseMs / 3, finished.signal);
      // A journal that cannot do it now may be able to the next time.
      await journal.extendLease(row).catch(() => undefined);
    }
  };
  // It ends when the work does.
  beat().catch(() => undefined);
  try {
    return await work();
  } finally {
    finished.abort();
  }
}
