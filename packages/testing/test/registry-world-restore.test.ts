import { describe, expect, it } from '@jest/globals';
import { money } from '@registrar-kit/core';
import { refusalOf } from './support/refusal-of.js';
import { smallWorld } from './support/small-world.js';

/** Today is 15 January 2026. */
function worldWith(expiresOn: string) {
  const { world, clock } = smallWorld();
  world.putDomain({ domain: 'own-bakery.com', account: 'panel', expiresOn });
  return { world, clock };
}

const order = { account: 'panel', domain: 'own-bakery.com' };

describe('restoring', () => {
  it('takes the one price of a restore and gives the domain a year', () => {
    const { world } = worldWith('2025-12-01');
    expect(world.find('own-bakery.com')?.status).toBe('redemption');
    const { domain, entry, previousExpiresOn } = world.restore({
      ...order,
      domain: 'OWN-bakery.com',
    });
    expect(previousExpiresOn).toBe('2025-12-01');
    expect(domain).toMatchObject({ status: 'active', expiresOn: '2026-12-01' });
    expect(entry).toMatchObject({
      kind: 'restoreDomain',
      domain: 'own-bakery.com',
      domainId: domain.id,
      years: 1,
      amount: money('88.00', 'USD'),
      balanceAfter: money('12.00', 'USD'),
    });
    const quoted = world.priceOf({ operation: 'restoreDomain', ...order, currency: 'USD' });
    expect(quoted.total).toEqual(entry.amount);
    expect(world.ledger()).toEqual([entry]);
  });

  it('goes on until the domain is ahead of today, and it follows its date again', async () => {
    const { world, clock } = worldWith('2025-12-01');
    world.setTld({
      ...world.tld('com')!,
      lifecycle: { renewGraceDays: 30, redemptionDays: 2000, pendingDeleteDays: 5 },
    });
    await clock.advanceDays(800);
    const { domain, entry } = world.restore(order);
    expect([domain.expiresOn, entry.years]).toEqual(['2028-12-01', 3]);
    await clock.advanceDays(260);
    expect(world.find('own-bakery.com')?.status).toBe('expired');
  });

  it('also works where the row was declared to be in redemption', () => {
    const { world } = smallWorld();
    world.putDomain({ ...order, status: 'redemption', expiresOn: '2026-01-15' });
    const { domain } = world.restore({ ...order, acceptedTotal: money('88.0000', 'USD') });
    expect(domain).toMatchObject({ status: 'active', expiresOn: '2027-01-15' });
  });

  it('restores an expired domain where the vendor wants that', () => {
    const { world } = worldWith('2026-01-10');
    expect(refusalOf(() => world.restore(order))).toMatchObject({ kind: 'wrong_status' });
    const { domain } = world.restore({ ...order, from: ['expired', 'redemption'] });
    expect(domain).toMatchObject({ status: 'active', expiresOn: '2027-01-10' });
  });

  it('brings a deleted domain back', async () => {
    const { world, clock } = worldWith('2026-06-01');
    world.deposit('panel', money('100.00', 'USD'));
    const deleted = world.deleteDomain('panel', 'own-bakery.com');
    expect(deleted).toMatchObject({ status: 'redemption', deletedOn: '2026-01-15' });
    await clock.advanceDays(29);
    const { domain } = world.restore(order);
    expect(domain).toMatchObject({ status: 'active', expiresOn: '2027-06-01' });
    expect(domain.deletedOn).toBeUndefined();
  });

  it.each([
    ['2027-01-15', {}, { kind: 'wrong_status', status: 'active' }],
    ['2026-01-10', {}, { kind: 'wrong_status', status: 'expired' }],
    ['2025-11-15', {}, { kind: 'wrong_status', status: 'deleting' }],
    ['2025-11-01', {}, { kind: 'domain_not_found' }],
    ['2025-12-01', { account: 'other' }, { kind: 'not_owner' }],
    ['2025-12-01', { account: 'nobody' }, { kind: 'unknown_account' }],
    ['2025-12-01', { domain: 'no-such-bakery.com' }, { kind: 'domain_not_found' }],
    ['2025-12-01', { currency: 'EUR' }, { kind: 'currency_not_sold', currency: 'EUR' }],
    [
      '2025-12-01',
      { acceptedTotal: money('87.99', 'USD') },
      { kind: 'price_mismatch', price: money('88.00', 'USD') },
    ],
  ])('of one that expires on %s with %j is refused and changes nothing', (date, change, reason) => {
    const { world } = worldWith(date);
    world.addAccount({ id: 'other' });
    const before = JSON.stringify(world);
    expect(refusalOf(() => world.restore({ ...order, ...change }))).toMatchObject(reason);
    expect(JSON.stringify(world)).toBe(before);
  });

  it('is refused without the money', () => {
    const { world } = worldWith('2025-12-01');
    world.deposit('panel', money('-12.01', 'USD'));
    const before = JSON.stringify(world);
    expect(() => world.restore(order)).toThrow('insufficient_funds (own-bakery.com)');
    expect(JSON.stringify(world)).toBe(before);
  });

  it('can happen late, after a read that still shows the old state', () => {
    const { world } = worldWith('2025-12-01');
    world.commitAfterNextRead('own-bakery.com', () => world.restore(order));
    expect(world.find('own-bakery.com')?.status).toBe('redemption');
    world.runDueCommits();
    expect(world.find('own-bakery.com')?.status).toBe('active');
    expect(world.ledger({ kind: 'restoreDomain' })).toHaveLength(1);
  });
});

describe('deleting', () => {
  it('goes through redemption and pending delete until the name is free', async () => {
    const { world, clock } = worldWith('2027-06-01');
    world.deleteDomain('panel', 'own-bakery.com');
    const status = () => world.find('own-bakery.com')?.status;
    await clock.advanceDays(29);
    expect(status()).toBe('redemption');
    await clock.advanceDays(1);
    expect(status()).toBe('deleting');
    await clock.advanceDays(4);
    expect(world.availabilityOf('own-bakery.com').status).toBe('taken');
    await clock.advanceDays(1);
    expect(status()).toBeUndefined();
    expect(world.availabilityOf('own-bakery.com').status).toBe('available');
  });

  it('is refused for a domain that is leaving already', () => {
    const { world } = worldWith('2027-06-01');
    world.deleteDomain('panel', 'own-bakery.com');
    const before = JSON.stringify(world);
    expect(refusalOf(() => world.deleteDomain('panel', 'own-bakery.com'))).toMatchObject({
      kind: 'wrong_status',
      status: 'redemption',
    });
    expect(JSON.stringify(world)).toBe(before);
  });
});
