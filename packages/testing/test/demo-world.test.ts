import { describe, expect, it } from '@jest/globals';
import { money } from '@registrar-kit/core';
import {
  createDemoWorld,
  demoAccounts,
  demoForeignDomains,
  demoTlds,
  ManualClock,
} from '@registrar-kit/testing';

const clock = new ManualClock();

describe('the demonstration', () => {
  it('has accounts of every kind', () => {
    const world = createDemoWorld({ clock });
    const { user, reseller, colleague, addressBound, locked, poor } = demoAccounts;
    for (const { id, keys } of Object.values(demoAccounts))
      expect(world.account(id)).toMatchObject({ id, keys });
    for (const { id } of [user, reseller])
      expect(world.balanceOf(id)).toEqual([money('1000.00', 'USD'), money('1000.00', 'TRY')]);
    expect(world.mayActFor(user.id, colleague.id)).toBe(true);
    expect(world.account(addressBound.id)?.allowedAddresses).toEqual(['198.51.100.7']);
    expect(world.account(locked.id)?.locked).toBe(true);
    expect(world.balanceOf(poor.id)[0]).toEqual(money('1.00', 'USD'));
  });

  it('has no two accounts with the same key', () => {
    const keys = Object.values(demoAccounts).flatMap((account) => Object.values(account.keys));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(['user', 'reseller'] as const)('gives %s domains in many states', (owner) => {
    const world = createDemoWorld({ clock });
    const { items, total } = world.domainsOf(demoAccounts[owner].id);
    expect(total).toBeGreaterThanOrEqual(12);
    const statuses = new Set(items.map(({ status }) => status));
    expect([...statuses].sort()).toEqual([
      'active',
      'deleting',
      'expired',
      'on_hold',
      'pending',
      'redemption',
      'transfer_out',
      'transferred_away',
    ]);
    expect(new Set(items.map(({ expiresOn }) => expiresOn)).size).toBeGreaterThan(10);
    for (const { registeredOn } of items) expect(registeredOn <= world.today()).toBe(true);
    expect(items.some(({ domain }) => domain.startsWith('xn--'))).toBe(true);
  });

  it('follows the clock', () => {
    const later = createDemoWorld({ clock: new ManualClock('2030-06-01T00:00:00.000Z') });
    expect(later.find('demo-bakery.com')).toMatchObject({
      status: 'active',
      expiresOn: '2030-12-30',
    });
    expect(later.find('demo-late.com')?.status).toBe('expired');
  });

  it('leaves out domains under endings that are not sold, and takes more accounts', () => {
    const world = createDemoWorld({
      clock,
      tlds: demoTlds.filter(({ tld }) => tld !== 'com.tr' && tld !== 'org.tr'),
      accounts: [{ id: 'extra' }],
    });
    expect(world.find('demo-market.com.tr')).toBeUndefined();
    expect(world.find('demo-bakery.com')).toBeDefined();
    expect(world.account('extra')).toBeDefined();
  });

  it('has a zone, a glue host, mail forwards and parked domains', () => {
    const world = createDemoWorld({ clock });
    const { user, reseller } = demoAccounts;
    for (const [id, domain] of [
      [user.id, 'demo-bakery.com'],
      [reseller.id, 'ornek-bakery.com'],
    ] as const) {
      expect(world.zones.of(id, domain)).toMatchObject({ usesProviderDns: true });
      expect(world.zones.of(id, domain).records).toHaveLength(4);
      expect(world.hosts.list(id, domain)).toHaveLength(1);
      expect(world.forwards.emails(id, domain)).toHaveLength(1);
    }
    const parked = world.zones.of(user.id, 'demo-harbour.org').records;
    expect(parked.map(({ type, value }) => [type, value])).toEqual([
      ['CNAME', 'parkingpage.namecheap.com'],
      ['URL', 'http://www.demo-harbour.org/'],
    ]);
    expect(world.zones.of(reseller.id, 'ornek-harbour.org').records).toEqual([]);
  });

  it('has domains elsewhere, to bring here', () => {
    const world = createDemoWorld({ clock });
    const account = demoAccounts.user.id;
    const obstacles = demoForeignDomains.map(({ domain, authCode }) => [
      domain,
      world.transfers.check({ account, domain, authCode }).obstacle,
    ]);
    expect(obstacles).toEqual([
      ['elsewhere-bakery.com', undefined],
      ['elsewhere-harbour.org', 'locked'],
      ['elsewhere-market.com.tr', undefined],
    ]);
  });

  it.each(['us', 'ca', 'com.au', 'com.tr', 'net.tr', 'web.tr'])(
    'asks for fields under %s',
    (tld) => {
      const { attributes = [] } = createDemoWorld({ clock }).tld(tld)!;
      const keys = attributes.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(attributes.some(({ required }) => required)).toBe(true);
      for (const { requiredWhen } of attributes)
        if (requiredWhen !== undefined) expect(keys).toContain(requiredWhen.key);
    },
  );

  it('is the same each time', () => {
    expect(JSON.stringify(createDemoWorld({ clock }))).toBe(
      JSON.stringify(createDemoWorld({ clock })),
    );
  });
});
