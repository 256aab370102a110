import { expect, it } from '@jest/globals';
import { isRegistrarError } from '@registrar-kit/core';
import { redisJournal, type RedisJournalOptions } from '@registrar-kit/redis';

const issuesOf = (options: RedisJournalOptions): unknown => {
  try {
    redisJournal(options);
  } catch (error) {
    if (!isRegistrarError(error, 'CONFIGURATION_INVALID')) throw error;
    expect(error.message).not.toContain('CANARY');
    return error.issues.map(({ path, problem }) => `${path} ${problem}`);
  }
  return [];
};
const client = { call: () => Promise.reject(new Error('never called')) };
const url = 'redis://:CANARY@127.0.0.1:6379';

it('names every unusable setting at once', () => {
  expect(issuesOf({ url: 'CANARY@127.0.0.1', prefix: 'a{b}', leaseMs: 0, timeoutMs: 1.5 })).toEqual(
    [
      'journal.leaseMs is not a duration',
      'journal.url is not the address of a Redis server',
      'journal.prefix is not usable',
      'journal.timeoutMs is not a duration',
    ],
  );
});

it('takes a client or a URL, not both', () => {
  expect(issuesOf({})).toEqual(['journal.client is missing']);
  expect(issuesOf({ client, url })).toEqual(['journal.client is given beside url']);
  expect(issuesOf({ client })).toEqual([]);
  expect(issuesOf({ url })).toEqual([]);
});

it('connects nowhere before it is needed', () => {
  expect(redisJournal({ url: 'redis://127.0.0.1:1' }).leaseMs).toBe(30_000);
});
