import { describe, test } from '@jest/globals';
import { journalContract } from '@registrar-kit/testing/contract';
import { sqliteStore } from './support/sqlite-store';

journalContract({ describe, test }, 'sqliteJournal', {
  durable: true,
  shared: true,
  create: sqliteStore,
});
