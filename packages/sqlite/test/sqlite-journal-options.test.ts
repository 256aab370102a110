import { expect, it, jest } from '@jest/globals';
import { isRegistrarError, money } from '@registrar-kit/core';
import { sqliteJournal, type SqliteJournalOptions } from '@registrar-kit/sqlite';
import { aJournalEntry } from '@registrar-kit/testing/contract';

const issuesOf = (options: SqliteJournalOptions): unknown => {
  try {
    sqliteJournal(options);
  } catch (error) {
    if (isRegistrarError(error, 'CONFIGURATION_INVALID'))
      return error.issues.map(({ path }) => path);
    throw error;
  }
  return [];
};

it('names every unusable setting at once', () => {
  const spendLimit = { amount: { amount: '1,000', currency: 'USD' }, periodMs: 0 };
  expect(issuesOf({ path: ' ', leaseMs: 0.5, lockTimeoutMs: -1, spendLimit })).toEqual([
    'journal.leaseMs',
    'journal.spendLimit.periodMs',
    'journal.spendLimit.amount',
    'journal.path',
    'journal.lockTimeoutMs',
  ]);
});

it('refuses a database in memory, which would forget', () => {
  expect(issuesOf({ path: ':memory:' })).toEqual(['journal.path']);
});

it('opens nothing before it is needed', () => {
  const spendLimit = { amount: money('100.00', 'USD'), periodMs: 1000 };
  const journal = sqliteJournal({ path: '/no/such/folder/journal.db', spendLimit });
  expect(journal.leaseMs).toBe(30_000);
});

it('says what to do when the native part is missing', async () => {
  await jest.isolateModulesAsync(async () => {
    jest.doMock('better-sqlite3', () => {
      throw new Error('Could not locate the bindings file. Tried: …');
    });
    const { sqliteJournal: isolated } = await import('@registrar-kit/sqlite');
    const journal = isolated({ path: '/tmp/never-opened.db' });
    await expect(journal.begin(aJournalEntry())).rejects.toThrow(
      /run "npm rebuild better-sqlite3"/,
    );
  });
});
