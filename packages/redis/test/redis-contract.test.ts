import { afterAll, beforeAll, describe, test } from '@jest/globals';
import {
  describeWithServer,
  startRedis,
  type ServerProcess,
} from '@registrar-kit/dev/test-servers';
import { journalContract } from '@registrar-kit/testing/contract';
import { redisStore } from './support/redis-store';

describeWithServer('redis', 'with a real server', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startRedis();
  }, 60_000);
  afterAll(() => server.destroy());

  journalContract({ describe, test }, 'redisJournal', {
    durable: true,
    shared: true,
    create: () => redisStore(server),
  });
});
