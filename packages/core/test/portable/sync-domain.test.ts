import { describe, expect, it, test } from '@jest/globals';
import {
  AccessDeniedError,
  isRegistrarError,
  PortableRegistrar,
  type DomainStatus,
  type Transfer,
} from '@registrar-kit/core';
import { lifecycleCapabilities } from '../support/test-capabilities.js';
import { TestDriver } from '../support/test-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

const domain = 'example.com';

function setUp(capabilities: object = {}) {
  const driver = new TestDriver({ capabilities: { ...lifecycleCapabilities, ...capabilities } });
  return { driver, registrar: new PortableRegistrar(driver) };
}

describe('syncDomain', () => {
  test.each<[DomainStatus, boolean]>([
    ['active', true],
    ['expired', true],
    ['redemption', true],
    ['transfer_in', true],
    // Stated in so many words by the provider's reply.
    ['transferred_away', true],
    ['deleted', true],
    ['unknown', false],
  ])('tells what the provider states of a domain that is %s', async (status, certain) => {
    const { driver, registrar } = setUp();
    driver.own(domain, { status });
    expect(await registrar.syncDomain({ domain: 'EXAMPLE.com.' })).toEqual({
      domain,
      status,
      expiresOn: '2026-06-01',
      certain,
    });
    expect(driver.operations).toEqual(['getDomain']);
  });

  it('takes one "not found" for nothing', async () => {
    const { driver, registrar } = setUp();
    const nothing = { domain, status: 'unknown', certain: false };
    expect(await registrar.syncDomain({ domain })).toEqual(nothing);
    expect(driver.operations).toEqual(['getDomain', 'getTransfer']);
    driver.own(domain, { owned: false });
    expect(await registrar.syncDomain({ domain })).toEqual(nothing);
    driver.getDomain = async (_, call) => {
      throw new AccessDeniedError({ ...call.origin, detail: 'no', reason: 'not_domain_owner' });
    };
    expect(await registrar.syncDomain({ domain })).toEqual(nothing);
  });

  test.each<[Transfer['status'], DomainStatus, boolean]>([
    ['pending', 'transfer_in', true],
    ['needs_action', 'transfer_in', true],
    ['done', 'unknown', false],
    ['failed', 'unknown', false],
    ['unknown', 'unknown', false],
  ])('looks for a transfer that is under way: %s', async (stands, status, certain) => {
    const { driver, registrar } = setUp();
    driver.startTransfer(domain, { status: stands });
    expect(await registrar.syncDomain({ domain })).toEqual({ domain, status, certain });
  });

  it('does not ask for transfers where the provider tells of none', async () => {
    const { driver, registrar } = setUp({
      getTransfer: { support: 'unsupported', reason: 'no such command' },
    });
    driver.startTransfer(domain);
    expect(await registrar.syncDomain({ domain })).toMatchObject({ status: 'unknown' });
    expect(driver.operations).toEqual(['getDomain']);
  });

  it('says when it cannot read', async () => {
    const { driver, registrar } = setUp();
    for (const method of ['getTransfer', 'getDomain'] as const) {
      driver[method] = async (_: unknown, call: Parameters<typeof driver.getBalance>[0]) => {
        throw new AccessDeniedError({ ...call.origin, detail: 'no', reason: 'ip_not_allowed' });
      };
      const error = await rejectionOf(registrar.syncDomain({ domain }));
      expect(isRegistrarError(error, 'ACCESS_DENIED') && error.operation).toBe('syncDomain');
    }
  });

  it('keeps out of the way of customers, unless it is told otherwise', async () => {
    const { driver, registrar } = setUp();
    await registrar.syncDomain({ domain });
    await registrar.syncDomain({ domain }, {});
    await registrar.syncDomain({ domain }, { lane: 'interactive' });
    const lanes = driver.log
      .filter(({ operation }) => operation === 'getDomain')
      .map(({ call }) => [call.lane, call.retry]);
    expect(lanes).toEqual([
      ['bulk', 'read'],
      ['bulk', 'read'],
      ['interactive', 'read'],
    ]);
  });
});
