import { describe, expect, it, test } from '@jest/globals';
import {
  isRegistrarError,
  parseCalendarDate,
  parseDomainName,
  type Domain,
} from '@registrar-kit/core';
import { aShop, renewal } from '../support/purchases.js';
import { testCapabilities, TestDriver } from '../support/test-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

describe('renewDomain', () => {
  it('renews from the date that was read, and tells both dates', async () => {
    const shop = aShop();
    shop.driver.own('example.com');
    expect(await shop.registrar.renewDomain({ ...renewal, years: 2 })).toMatchObject({
      status: 'done',
      domain: 'example.com',
      years: 2,
      previousExpiresOn: '2026-06-01',
      expiresOn: '2028-06-01',
      operation: { kind: 'renewDomain' },
    });
    expect(shop.driver.log.map(({ operation, call }) => [operation, call.retry])).toEqual([
      ['getDomain', 'read'],
      ['quote', 'read'],
      ['renewDomain', 'never'],
    ]);
    expect(shop.driver.log[2]?.request).toMatchObject({ expiresOn: '2026-06-01', years: 2 });
  });

  it('tells what a dry run would cost', async () => {
    const shop = aShop();
    shop.driver.own('example.com');
    const result = await shop.registrar.renewDomain(renewal, { dryRun: true });
    expect(result).toMatchObject({
      status: 'not_sent',
      quote: { operation: 'renewDomain', years: 1 },
    });
    expect(result).not.toHaveProperty('previousExpiresOn');
  });

  test.each<[string, Partial<Domain>, RegExp]>([
    [
      'was renewed meanwhile',
      { expiresOn: parseCalendarDate('2027-06-01') },
      /expires on 2027-06-01, not on 2026-06-01; it was renewed meanwhile/,
    ],
    ['is in redemption', { status: 'redemption' }, /restoreDomain brings it back/],
  ])('does not renew a domain that %s', async (_, changes, words) => {
    const shop = aShop();
    shop.driver.own('example.com', changes);
    const error = await rejectionOf(shop.registrar.renewDomain(renewal));
    expect(isRegistrarError(error, 'INVALID_DOMAIN_STATE') && error.message).toMatch(words);
    expect(shop.driver.operations).toEqual(['getDomain']);
  });

  it('lets an expired domain through: only the provider knows whether it is past renewal', async () => {
    const shop = aShop();
    shop.driver.own('example.com', { status: 'expired' });
    expect(await shop.registrar.renewDomain(renewal)).toMatchObject({ status: 'done' });
  });

  it('refuses more years than the provider sells at once', async () => {
    const renewDomain = { support: 'supported', maxYears: 3 } as const;
    const capabilities = { ...testCapabilities, renewDomain };
    const shop = aShop({}, new TestDriver({ capabilities }));
    const error = await rejectionOf(shop.registrar.renewDomain({ ...renewal, years: 4 }));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain(
      'give a whole number from 1 to 3',
    );
    expect(shop.driver.log).toEqual([]);
  });

  it('does not renew where the provider states no date', async () => {
    const shop = aShop();
    const domain = parseDomainName('example.com');
    shop.driver.domains.set(domain, { domain, unicode: domain, status: 'active' });
    const error = await rejectionOf(shop.registrar.renewDomain(renewal));
    expect(isRegistrarError(error, 'INVALID_DOMAIN_STATE') && error.message).toContain(
      'does not state when the domain expires',
    );
  });

  test.each([['2026-02-30'], ['01.06.2026'], [undefined], [new Date(0)]])(
    'refuses %p as the date',
    async (expectedExpiresOn) => {
      const shop = aShop();
      const call = shop.registrar.renewDomain({ ...renewal, expectedExpiresOn } as never);
      const error = await rejectionOf(call);
      expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toMatchObject([
        { path: 'expectedExpiresOn' },
      ]);
    },
  );

  it('does not renew twice from one date under two keys, even when both looked before either paid', async () => {
    const shop = aShop();
    shop.driver.own('example.com');
    const both = Promise.allSettled(
      ['first', 'second'].map((idempotencyKey) =>
        shop.registrar.renewDomain(renewal, { idempotencyKey }),
      ),
    );
    await shop.clock.advance(1000);
    // The second waits for the first to end before it looks again.
    expect((await both).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(shop.driver.count('renewDomain')).toBe(1);
  });

  it('does not renew again when the date has not moved yet at a slow provider', async () => {
    const shop = aShop();
    shop.driver.own('example.com');
    shop.driver.course = async () => ({ status: 'done' });
    await shop.registrar.renewDomain(renewal, { idempotencyKey: 'first' });
    const error = await rejectionOf(
      shop.registrar.renewDomain(renewal, { idempotencyKey: 'second' }),
    );
    expect(isRegistrarError(error, 'INVALID_DOMAIN_STATE') && error.message).toContain(
      'just renewed',
    );
    expect(shop.driver.count('renewDomain')).toBe(1);
    expect(await shop.rows()).toHaveLength(1);
  });
});
