import { describe, test } from '@jest/globals';
import { journalContract } from '@registrar-kit/testing/contract';
import { volatileStore } from '../support/volatile-store';

journalContract({ describe, test }, 'volatileJournal', {
  durable: false,
  shared: false,
  create: () => volatileStore(),
});
