import { describe, expect, it, test } from '@jest/globals';
import {
  JournalError,
  volatileJournal,
  type CallContext,
  type OperationJournal,
  type RegistrarLogger,
} from '@registrar-kit/core';
import { AccountJournal } from '../../src/outcome/account-journal.js';
import { rejectionOf } from '../support/thrown-by.js';

const account = { provider: 'test-registrar', host: 'api.example.com', account: 'account-1' };
const call: CallContext = {
  origin: { provider: 'test-registrar', operation: 'applyRecords', domain: 'example.com' },
  signal: new AbortController().signal,
  lane: 'interactive',
  retry: 'read',
  emit: () => undefined,
};

/** A journal whose leases fail in one way, thrown or rejected. */
function failingWith(failure: Error, how: 'rejects' | 'throws'): OperationJournal {
  const fail = (): Promise<never> => {
    if (how === 'throws') throw failure;
    return Promise.reject(failure);
  };
  return Object.assign(volatileJournal(), { takeLease: fail, dropLease: fail });
}

describe('a lease of an account', () => {
  it('is taken, extended and given back within the account', async () => {
    const engine = volatileJournal();
    const journal = new AccountJournal(engine, account, undefined);
    expect(await journal.takeLease('zone example.com', 'one', call)).toBe(true);
    expect(await journal.takeLease('zone example.com', 'one', call)).toBe(true);
    expect(await journal.takeLease('zone example.com', 'other', call)).toBe(false);
    const elsewhere = new AccountJournal(engine, { ...account, account: 'account-2' }, undefined);
    expect(await elsewhere.takeLease('zone example.com', 'other', call)).toBe(true);
    const scope = 'test-registrar api.example.com account-1';
    expect(await engine.takeLease(scope, 'zone example.com', 'other')).toBe(false);
    await journal.dropLease('zone example.com', 'other');
    expect(await journal.takeLease('zone example.com', 'other', call)).toBe(false);
    await journal.dropLease('zone example.com', 'one');
    expect(await journal.takeLease('zone example.com', 'other', call)).toBe(true);
  });

  test.each(['rejects', 'throws'] as const)(
    'is refused with the reason when the engine %s',
    async (how) => {
      const failed = async (failure: Error): Promise<unknown> => {
        const journal = new AccountJournal(failingWith(failure, how), account, undefined);
        return rejectionOf(journal.takeLease('zone example.com', 'one', call));
      };
      const unknown = await failed(new Error('CANARY password'));
      expect(unknown).toMatchObject({
        code: 'CONFIGURATION_INVALID',
        operation: 'applyRecords',
        effect: 'none',
        retryable: true,
        issues: [{ path: 'runtime.journal', problem: 'failed, so nothing was sent' }],
      });
      expect(JSON.stringify(unknown)).not.toContain('CANARY');
      expect(await failed(new JournalError('full', 'the disk is full'))).toMatchObject({
        issues: [{ problem: 'failed, so nothing was sent (the disk is full)' }],
      });
    },
  );

  test.each(['rejects', 'throws'] as const)(
    'is left to run out when it cannot be given back: the engine %s',
    async (how) => {
      const warnings: unknown[] = [];
      // At once, or later as an async logger does.
      const warn = (message: string, details?: unknown): unknown => {
        warnings.push([message, details]);
        const failure = new Error('the logger fails too');
        if (how === 'throws') throw failure;
        return Promise.reject(failure);
      };
      const logger: RegistrarLogger = { debug: () => undefined, warn };
      const drop = async (failure: Error): Promise<void> =>
        new AccountJournal(failingWith(failure, how), account, logger).dropLease('zone', 'one');
      await expect(drop(new Error('CANARY password'))).resolves.toBeUndefined();
      await expect(drop(new JournalError('closed', 'it is closed'))).resolves.toBeUndefined();
      const message = 'the journal could not give a lease back; it runs out by itself';
      expect(warnings).toEqual([
        [message, { lease: 'zone', leaseMs: 30_000 }],
        [message, { lease: 'zone', leaseMs: 30_000, because: 'it is closed' }],
      ]);
    },
  );
});
