import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServerProcess } from '@registrar-kit/dev/test-servers';
import { redisJournal, type RedisJournal } from '@registrar-kit/redis';
import type { JournalStore } from '@registrar-kit/testing/contract';

/** A journal under a prefix of its own on a running server. */
export function redisStore({ url }: ServerProcess): JournalStore {
  const prefix = `store ${randomUUID()}`;
  const journals: RedisJournal[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(journals.splice(0).map((journal) => journal.close()));
  };
  return {
    open: (opening = {}) => {
      const journal = redisJournal({ url, prefix, ...opening });
      journals.push(journal);
      return journal;
    },
    close,
    // The server runs on this machine, so its clock is ours.
    now: Date.now,
    advance: async (milliseconds) => {
      await delay(milliseconds);
    },
    destroy: close,
  };
}
