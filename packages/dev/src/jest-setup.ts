import { afterAll, beforeAll } from '@jest/globals';
import nock from 'nock';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\]|::1)(:\d+)?$/;

beforeAll(() => {
  if (!nock.isActive()) nock.activate();
  nock.disableNetConnect();
  nock.enableNetConnect(LOOPBACK);
});

// Without the restore, error replies fail in later files of the same worker.
afterAll(() => {
  nock.cleanAll();
  nock.restore();
});
