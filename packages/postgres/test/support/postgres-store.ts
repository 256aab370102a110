import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServerProcess } from '@registrar-kit/dev/test-servers';
import { postgresJournal, type PostgresJournal } from '@registrar-kit/postgres';
import type { JournalStore } from '@registrar-kit/testing/contract';

/** A journal in a schema of its own on a running server. */
export function postgresStore({ url }: ServerProcess): JournalStore {
  const schema = `store_${randomUUID().replaceAll('-', '')}`;
  const journals: PostgresJournal[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(journals.splice(0).map((journal) => journal.close()));
  };
  return {
    open: (opening = {}) => {
      const journal = postgresJournal({ connectionString: url, schema, ...opening });
      journals.push(journal);
      return journal;
    },
    close,
    // The server runs on this machine, so its clock is ours; a moment later for what is on the way.
    now: Date.now,
    advance: async (milliseconds) => {
      await delay(milliseconds);
    },
    destroy: close,
  };
}
