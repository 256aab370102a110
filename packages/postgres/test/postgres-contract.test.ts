import { afterAll, beforeAll, describe, test } from '@jest/globals';
import {
  describeWithServer,
  startPostgres,
  type ServerProcess,
} from '@registrar-kit/dev/test-servers';
import { journalContract } from '@registrar-kit/testing/contract';
import { postgresStore } from './support/postgres-store';

describeWithServer('postgres', 'with a real server', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.destroy());

  journalContract({ describe, test }, 'postgresJournal', {
    durable: true,
    shared: true,
    create: () => postgresStore(server),
  });
});
