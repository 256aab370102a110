import { describe, expect, it, test } from '@jest/globals';
import { isRegistrarError, PortableRegistrar, volatileJournal } from '@registrar-kit/core';
import { aContact } from '../support/a-contact.js';
import { TestDriver } from '../support/test-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

const order = {
  domain: 'example.com',
  years: 1,
  contacts: { registrant: aContact() },
  price: 'listed',
} as const;

function setUp() {
  const driver = new TestDriver();
  return { driver, registrar: new PortableRegistrar(driver, { journal: volatileJournal() }) };
}

describe('options', () => {
  test.each([
    [{ timeoutMs: 0 }, 'options.timeoutMs: is not a positive number'],
    [{ timeoutMs: -5 }, 'options.timeoutMs: is not a positive number'],
    [{ timeoutMs: Number.NaN }, 'options.timeoutMs: is not a positive number'],
    [{ timeoutMs: Number.POSITIVE_INFINITY }, 'options.timeoutMs: is not a positive number'],
    [{ timeoutMs: '1000' }, 'options.timeoutMs: is not a positive number'],
    [{ timeoutMs: 2 ** 31 }, 'options.timeoutMs: is not a positive number'],
    [{ signal: {} }, 'options.signal: is not an AbortSignal'],
    [{ signal: new AbortController() }, 'options.signal: is not an AbortSignal'],
    [
      { lane: 'fast' },
      'options.lane: is not one of the known values; give one of: interactive, bulk',
    ],
    [{ timeout: 5 }, 'options.timeout: is not a field of this input'],
    [null, 'options: is not of type object'],
    [5000, 'options: is not of type object'],
  ])('%p are refused before anything is sent', async (options, words) => {
    const { driver, registrar } = setUp();
    for (const call of [
      () => registrar.getBalance(options as never),
      () => registrar.listTlds(options as never).page(),
      () => registrar.checkAvailability({ domains: ['a.com'] }, options as never),
      () => registrar.registerDomain(order, options as never),
    ]) {
      const error = await rejectionOf(call());
      expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain(words);
    }
    expect(driver.log).toEqual([]);
  });

  test.each([
    [{ dryrun: true }, 'options.dryrun: is not a field of this input'],
    [{ dryRun: 'true' }, 'options.dryRun: is not of type boolean'],
    [{ dryRun: 1 }, 'options.dryRun: is not of type boolean'],
    [{ idempotencykey: 'a' }, 'options.idempotencykey: is not a field of this input'],
    [{ idempotencyKey: '' }, 'options.idempotencyKey: is not a usable key'],
    [{ idempotencyKey: '   ' }, 'options.idempotencyKey: is not a usable key'],
    [{ idempotencyKey: 42 }, 'options.idempotencyKey: is not a usable key'],
    [{ idempotencyKey: 'x'.repeat(256) }, 'options.idempotencyKey: is not a usable key'],
  ])('%p never buy', async (options, words) => {
    const { driver, registrar } = setUp();
    const error = await rejectionOf(registrar.registerDomain(order, options as never));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain(words);
    expect(driver.log).toEqual([]);
  });

  it('of purchases are refused where nothing is bought', async () => {
    const { driver, registrar } = setUp();
    const nameservers = ['ns1.example.net', 'ns2.example.net'];
    const error = await rejectionOf(
      registrar.setNameservers({ domain: 'example.com', nameservers }, { dryRun: true } as never),
    );
    expect(isRegistrarError(error, 'INVALID_INPUT')).toBe(true);
    expect(driver.log).toEqual([]);
  });

  it('are refused all at once', async () => {
    const { registrar } = setUp();
    const error = await rejectionOf(
      registrar.registerDomain(order, { timeoutMs: 0, dryRun: 'no', lane: '' } as never),
    );
    expect(
      isRegistrarError(error, 'INVALID_INPUT') && error.issues.map(({ path }) => path),
    ).toEqual(['options.timeoutMs', 'options.lane', 'options.dryRun']);
  });

  it('may be given and undefined', async () => {
    const { driver, registrar } = setUp();
    const options = { signal: undefined, timeoutMs: undefined, lane: undefined };
    await registrar.getBalance(options as never);
    expect(driver.log[0]?.call.lane).toBe('interactive');
  });

  it('reach the driver', async () => {
    const { driver, registrar } = setUp();
    await registrar.getBalance({ lane: 'bulk' });
    await registrar.getBalance();
    expect(driver.log.map(({ call }) => [call.lane, call.retry, call.signal.aborted])).toEqual([
      ['bulk', 'read', false],
      ['interactive', 'read', false],
    ]);
  });
});
