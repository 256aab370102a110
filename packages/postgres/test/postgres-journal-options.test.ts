import { expect, it } from '@jest/globals';
import { isRegistrarError } from '@registrar-kit/core';
import { postgresJournal, type PostgresJournalOptions } from '@registrar-kit/postgres';

const issuesOf = (options: PostgresJournalOptions): unknown => {
  try {
    postgresJournal(options);
  } catch (error) {
    if (!isRegistrarError(error, 'CONFIGURATION_INVALID')) throw error;
    return error.issues.map(({ path, problem }) => `${path} ${problem}`);
  }
  return [];
};
const pool = { connect: () => Promise.reject(new Error('never called')) };
const connectionString = 'postgres://registrar:CANARY@127.0.0.1/panel';

it('names every unusable setting at once', () => {
  expect(issuesOf({ schema: 'two words', leaseMs: -1, timeoutMs: 0 })).toEqual([
    'journal.leaseMs is not a duration',
    'journal.pool is missing',
    'journal.schema is not a usable name',
    'journal.timeoutMs is not a duration',
  ]);
});

it('takes a pool or a connection string, not both', () => {
  expect(issuesOf({ pool, connectionString })).toEqual([
    'journal.pool is given beside connectionString',
  ]);
  expect(issuesOf({ pool })).toEqual([]);
  expect(issuesOf({ connectionString })).toEqual([]);
});

it('refuses a schema name that PostgreSQL would cut short', () => {
  expect(issuesOf({ pool, schema: 's'.repeat(63) })).toEqual([]);
  expect(issuesOf({ pool, schema: 's'.repeat(64) })).toHaveLength(1);
});

it('connects nowhere before it is needed', () => {
  expect(postgresJournal({ pool }).leaseMs).toBe(30_000);
});
