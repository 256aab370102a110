import type { OperationJournal } from '@registrar-kit/core';
import { postgresJournal } from '@registrar-kit/postgres';
import { redisJournal } from '@registrar-kit/redis';
import { sqliteJournal } from '@registrar-kit/sqlite';
import type { JournalPlace } from './panel-job.js';

/** A journal that can be closed. */
export interface OpenJournal extends OperationJournal {
  close(): Promise<void>;
}

/** Opens the journal at a place, as any process that shares it does. */
export function openJournal(place: JournalPlace, leaseMs?: number): OpenJournal {
  const lease = leaseMs === undefined ? {} : { leaseMs };
  switch (place.engine) {
    case 'sqlite':
      return sqliteJournal({ path: place.path, ...lease });
    case 'postgres':
      return postgresJournal({ connectionString: place.connectionString, ...lease });
    case 'redis':
      return redisJournal({ url: place.url, ...lease });
  }
}
