import { describe, expect, it } from '@jest/globals';
import { money } from '@registrar-kit/core';
import { aContact, aContactSet, isWorldRefusal } from '@registrar-kit/testing';
import { refusalOf } from './support/refusal-of.js';
import { smallWorld } from './support/small-world.js';

const contacts = aContactSet();
const order = { account: 'panel', domain: 'example-bakery.com', years: 2, contacts };

describe('registering', () => {
  it('takes the exact price with its fee and writes one ledger entry', () => {
    const { world } = smallWorld();
    const { domain, entry } = world.register(order);
    expect(entry).toEqual({
      id: 500_001,
      account: 'panel',
      kind: 'registerDomain',
      domain: 'example-bakery.com',
      domainId: 100_001,
      years: 2,
      // (10.28 + 0.20) × 2
      amount: money('20.96', 'USD'),
      balanceAfter: money('79.04', 'USD'),
      at: '2026-01-15T12:00:00.000Z',
    });
    expect(world.ledger()).toEqual([entry]);
    expect(world.balanceOf('panel')).toEqual([money('79.04', 'USD'), money('5000.00', 'TRY')]);
    expect(domain).toEqual({
      id: 100_001,
      domain: 'example-bakery.com',
      account: 'panel',
      status: 'active',
      registeredOn: '2026-01-15',
      expiresOn: '2028-01-15',
      registeredAt: '2026-01-15T12:00:00.000Z',
      updatedAt: '2026-01-15T12:00:00.000Z',
      contacts,
      nameservers: [],
      locked: false,
      privacy: false,
      autoRenew: false,
      premium: false,
      authCode: domain.authCode,
      tldAttributes: {},
      verification: 'pending',
      verificationsSent: 0,
      dnssec: [],
    });
    expect(domain.authCode).toMatch(/^Sim-[0-9a-z]{7,}!100001$/);
    expect(world.find('EXAMPLE-bakery.com')).toEqual(domain);
  });

  it('pays in the currency that the order names', () => {
    const { world } = smallWorld();
    const { entry } = world.register({ ...order, years: 1, currency: 'TRY' });
    // (10.28 + 0.20) × 40
    expect(entry.amount).toEqual(money('419.20', 'TRY'));
    expect(world.balanceOf('panel')).toEqual([money('100.00', 'USD'), money('4580.80', 'TRY')]);
  });

  it('fills the roles left out and keeps the settings', () => {
    const { world } = smallWorld();
    const registrant = aContact({ firstName: 'Only' });
    const { domain } = world.register({
      ...order,
      contacts: { registrant },
      nameservers: ['NS1.Example.net.', 'ns2.example.net', 'ns1.example.net'],
      locked: true,
      privacy: true,
      autoRenew: true,
      tldAttributes: { key: 'value' },
    });
    expect(domain.contacts.billing).toEqual(registrant);
    expect(domain.nameservers).toEqual(['ns1.example.net', 'ns2.example.net']);
    expect(domain).toMatchObject({
      locked: true,
      privacy: true,
      autoRenew: true,
      tldAttributes: { key: 'value' },
    });
  });

  it('adds an early-access fee once and takes premium prices', () => {
    const { world } = smallWorld();
    world.setEarlyAccess({ domain: 'bird.shop', fee: [money('5.5', 'USD')] });
    expect(
      world.priceOf({
        operation: 'registerDomain',
        domain: 'bird.shop',
        years: 3,
        currency: 'USD',
      }),
    ).toEqual({
      // (3.98 + 0.20) × 3 + 5.5
      total: money('18.04', 'USD'),
      perYear: money('3.98', 'USD'),
      feePerYear: money('0.20', 'USD'),
      earlyAccessFee: money('5.5', 'USD'),
      premium: false,
    });
    expect(
      world.priceOf({ operation: 'registerDomain', domain: 'atlas.dev', currency: 'USD' }),
    ).toEqual({
      total: money('240.20', 'USD'),
      perYear: money('240.00', 'USD'),
      feePerYear: money('0.20', 'USD'),
      premium: true,
    });
  });

  it('leaves a registration pending where the registry wants documents', async () => {
    const { world, clock } = smallWorld();
    const { domain } = world.register({ ...order, domain: 'ornek-dernek.org.tr', years: 1 });
    expect(domain.status).toBe('pending');
    await clock.advance(60_000);
    const active = world.activate('ornek-dernek.org.tr');
    expect(active).toMatchObject({ status: 'active', updatedAt: '2026-01-15T12:01:00.000Z' });
  });

  it.each([
    [{ account: 'nobody' }, { kind: 'unknown_account', account: 'nobody' }],
    [{ domain: 'google.com' }, { kind: 'name_taken', domain: 'google.com' }],
    [{ domain: 'reserved-example.com' }, { kind: 'name_reserved', domain: 'reserved-example.com' }],
    [{ domain: 'example.zzz' }, { kind: 'tld_not_sold', domain: 'example.zzz' }],
    [{ domain: 'www.example.com' }, { kind: 'invalid_name' }],
    [{ domain: 'ab.com' }, { kind: 'invalid_name' }],
    [{ domain: 'xn--mnchen-3ya.us' }, { kind: 'invalid_name' }],
    [{ years: 11 }, { kind: 'years_out_of_range', years: 11, min: 1, max: 10 }],
    [{ years: 1.5 }, { kind: 'years_out_of_range' }],
    [
      { domain: 'example-atlas.ai', years: 1 },
      { kind: 'years_out_of_range', min: 2 },
    ],
    [{ nameservers: ['ns1.example.net'] }, { kind: 'nameserver_count', count: 1, min: 2 }],
    [
      { nameservers: ['ns1.example.net', 'not a host'] },
      { kind: 'invalid_nameserver', nameserver: 'not a host' },
    ],
    [{ domain: 'example-bakery.de', years: 1, locked: true }, { kind: 'lock_not_supported' }],
    [{ domain: 'example-bakery.de', years: 1, privacy: true }, { kind: 'privacy_not_supported' }],
    [{ currency: 'EUR' }, { kind: 'currency_not_sold', currency: 'EUR' }],
    [
      { acceptedTotal: money('20.95', 'USD') },
      {
        kind: 'price_mismatch',
        accepted: money('20.95', 'USD'),
        price: money('20.96', 'USD'),
      },
    ],
    [{ acceptedTotal: money('20.96', 'TRY') }, { kind: 'price_mismatch' }],
    [
      { years: 10 },
      {
        kind: 'insufficient_funds',
        price: money('104.80', 'USD'),
        available: money('100.00', 'USD'),
      },
    ],
  ])('refuses %j and changes nothing', (departure, reason) => {
    const { world } = smallWorld();
    const before = JSON.stringify(world);
    expect(refusalOf(() => world.register({ ...order, ...departure }))).toMatchObject(reason);
    expect(JSON.stringify(world)).toBe(before);
  });

  it('accepts a total that is written differently', () => {
    const { world } = smallWorld();
    const { entry } = world.register({ ...order, acceptedTotal: money('20.9600', 'USD') });
    expect(entry.amount).toEqual(money('20.96', 'USD'));
  });

  it('spends down to the last cent and not further', () => {
    const { world } = smallWorld();
    world.deposit('panel', money('-89.52', 'USD'));
    world.register({ ...order, years: 1 });
    expect(world.balanceOf('panel')[0]).toEqual(money('0.00', 'USD'));
    const second = { ...order, domain: 'second-bakery.com', years: 1 };
    expect(refusalOf(() => world.register(second))).toMatchObject({ kind: 'insufficient_funds' });
    expect(world.ledger()).toHaveLength(1);
  });

  it('does not sell a name twice', () => {
    const { world } = smallWorld();
    world.register(order);
    expect(refusalOf(() => world.register(order))).toMatchObject({ kind: 'name_taken' });
    expect(world.ledger()).toHaveLength(1);
  });
});

describe('renewing', () => {
  it('moves the expiry by whole years and charges', () => {
    const { world } = smallWorld();
    world.putDomain({ domain: 'leap-day.com', account: 'panel', expiresOn: '2028-02-29' });
    const { domain, entry, previousExpiresOn } = world.renew({
      account: 'panel',
      domain: 'Leap-Day.com',
      years: 1,
    });
    expect(previousExpiresOn).toBe('2028-02-29');
    expect(domain.expiresOn).toBe('2029-02-28');
    expect(entry).toMatchObject({ kind: 'renewDomain', amount: money('14.78', 'USD'), years: 1 });
    expect(world.balanceOf('panel')[0]).toEqual(money('85.22', 'USD'));
  });

  it('renews within the grace period, from the old date', async () => {
    const { world, clock } = smallWorld();
    world.putDomain({ domain: 'late-bakery.com', account: 'panel', expiresOn: '2026-01-20' });
    await clock.advanceDays(10);
    expect(world.find('late-bakery.com')?.status).toBe('expired');
    const { domain } = world.renew({ account: 'panel', domain: 'late-bakery.com', years: 1 });
    expect(domain).toMatchObject({ status: 'active', expiresOn: '2027-01-20' });
    // The row still follows its date afterwards.
    await clock.advanceDays(366);
    expect(world.find('late-bakery.com')?.status).toBe('expired');
  });

  it('revives a domain that was declared expired', () => {
    const { world } = smallWorld();
    world.putDomain({ domain: 'odd-bakery.com', account: 'panel', status: 'expired' });
    const { domain } = world.renew({ account: 'panel', domain: 'odd-bakery.com', years: 1 });
    expect(domain.status).toBe('active');
  });

  it.each([
    [{ domain: 'unknown-bakery.com' }, { kind: 'domain_not_found' }],
    [{ domain: 'others-bakery.com' }, { kind: 'not_owner', account: 'panel' }],
    [{ domain: 'lost-bakery.com' }, { kind: 'wrong_status', status: 'redemption' }],
    [{ domain: 'pending-bakery.com' }, { kind: 'wrong_status', status: 'pending' }],
    [
      { domain: 'far-bakery.com', years: 2 },
      { kind: 'too_far_ahead', maxYears: 10 },
    ],
    [{ domain: 'own-bakery.com', years: 0 }, { kind: 'years_out_of_range' }],
    [{ domain: 'own-bakery.com', years: 10 }, { kind: 'too_far_ahead' }],
    [{ domain: 'fixed-bakery.biz' }, { kind: 'not_renewable' }],
  ])('refuses %j and changes nothing', (departure, reason) => {
    const { world } = smallWorld();
    world.addAccount({ id: 'other' });
    const biz = world.tld('biz')!;
    world.setTld({ ...biz, renewable: false });
    world.putDomain({ domain: 'others-bakery.com', account: 'other' });
    world.putDomain({ domain: 'own-bakery.com', account: 'panel' });
    world.putDomain({ domain: 'fixed-bakery.biz', account: 'panel' });
    world.putDomain({ domain: 'pending-bakery.com', account: 'panel', status: 'pending' });
    world.putDomain({ domain: 'lost-bakery.com', account: 'panel', expiresOn: '2025-12-01' });
    world.putDomain({ domain: 'far-bakery.com', account: 'panel', expiresOn: '2034-01-16' });
    const before = JSON.stringify(world);
    const renewal = { account: 'panel', years: 1, ...departure };
    expect(refusalOf(() => world.renew(renewal))).toMatchObject(reason);
    expect(JSON.stringify(world)).toBe(before);
  });
});

describe('extra fields of a registry', () => {
  const corporate = { TRABISDOMAINCATEGORY: 'Corporate', TRABISTAXOFFICE: 'Kadıköy' };

  it('are kept where they are complete, also those that nobody asked for', () => {
    const { world } = smallWorld();
    const tldAttributes = { ...corporate, TRABISTAXNUMBER: '1111111111', OTHER: 'value' };
    const { domain } = world.register({ ...order, domain: 'yeni-pazar.com.tr', tldAttributes });
    expect(domain.tldAttributes).toEqual(tldAttributes);
  });

  it.each([
    [{}, { kind: 'attribute_missing', key: 'TRABISDOMAINCATEGORY' }],
    [{ ...corporate }, { kind: 'attribute_missing', key: 'TRABISTAXNUMBER' }],
    [{ TRABISDOMAINCATEGORY: 'Owner', TRABISCITIZENID: ' ' }, { kind: 'attribute_missing' }],
    [
      { TRABISDOMAINCATEGORY: 'Other' },
      { kind: 'attribute_not_permitted', key: 'TRABISDOMAINCATEGORY' },
    ],
  ])('%j is refused and nothing is bought', (tldAttributes, reason) => {
    const { world } = smallWorld();
    const before = JSON.stringify(world);
    const registration = { ...order, domain: 'yeni-pazar.com.tr', tldAttributes };
    expect(refusalOf(() => world.register(registration))).toMatchObject({
      domain: 'yeni-pazar.com.tr',
      ...reason,
    });
    expect(JSON.stringify(world)).toBe(before);
  });
});

describe('the life of a domain', () => {
  it('follows its date from day to day until the name is free again', async () => {
    const { world, clock } = smallWorld();
    world.putDomain({ domain: 'short-bakery.com', account: 'panel', expiresOn: '2026-01-15' });
    const status = () => world.find('short-bakery.com')?.status;
    expect(status()).toBe('active');
    await clock.advanceDays(1);
    expect(status()).toBe('expired');
    await clock.advanceDays(30);
    expect(status()).toBe('redemption');
    await clock.advanceDays(30);
    expect(status()).toBe('deleting');
    expect(world.availabilityOf('short-bakery.com').status).toBe('taken');
    await clock.advanceDays(5);
    expect(status()).toBeUndefined();
    expect(world.availabilityOf('short-bakery.com').status).toBe('available');
    expect(world.domainsOf('panel').total).toBe(0);
    const { domain } = world.register({ ...order, domain: 'short-bakery.com', years: 1 });
    expect(domain).toMatchObject({ status: 'active', expiresOn: '2027-03-22' });
  });

  it('changes settings of the owner only, and only where they exist', () => {
    const { world } = smallWorld();
    world.addAccount({ id: 'other' });
    world.putDomain({ domain: 'own-bakery.com', account: 'panel' });
    world.putDomain({ domain: 'own-bakery.de', account: 'panel' });
    world.putDomain({ domain: 'late-bakery.com', account: 'panel', expiresOn: '2026-01-10' });
    const servers = ['ns1.example.net', 'ns2.example.net'];
    expect(world.setNameservers('panel', 'own-bakery.com', servers).nameservers).toEqual(servers);
    expect(world.setNameservers('panel', 'own-bakery.com', []).nameservers).toEqual([]);
    expect(world.setLock('panel', 'own-bakery.com', true).locked).toBe(true);
    expect(world.setPrivacy('panel', 'own-bakery.com', true).privacy).toBe(true);
    expect(world.find('own-bakery.com')).toMatchObject({ locked: true, privacy: true });
    const refusals = [
      refusalOf(() => world.setLock('other', 'own-bakery.com', false)),
      refusalOf(() => world.setLock('panel', 'own-bakery.de', true)),
      refusalOf(() => world.setPrivacy('panel', 'own-bakery.de', true)),
      refusalOf(() => world.setNameservers('panel', 'late-bakery.com', servers)),
      refusalOf(() => world.setNameservers('panel', 'own-bakery.com', ['ns1.example.net'])),
    ];
    expect(refusals.map(({ kind }) => kind)).toEqual([
      'not_owner',
      'lock_not_supported',
      'privacy_not_supported',
      'wrong_status',
      'nameserver_count',
    ]);
  });
});

describe('accounts and lists', () => {
  it('keeps what an account may do', () => {
    const { world } = smallWorld();
    world.addAccount({ id: 'bound', allowedAddresses: ['192.0.2.7'], mayActFor: ['panel'] });
    expect(world.account('bound')).toEqual({
      id: 'bound',
      keys: {},
      allowedAddresses: ['192.0.2.7'],
      balances: [],
      apiEnabled: true,
      locked: false,
      mayActFor: ['panel'],
      parking: [],
    });
    expect(world.mayActFor('bound', 'panel')).toBe(true);
    expect(world.mayActFor('panel', 'bound')).toBe(false);
    expect(world.mayActFor('panel', 'panel')).toBe(true);
    world.updateAccount('bound', { locked: true, allowedAddresses: undefined });
    expect(world.account('bound')).toMatchObject({ locked: true, allowedAddresses: undefined });
    expect(() => world.addAccount({ id: 'bound' })).toThrow('there is an account "bound" already');
    expect(() => world.updateAccount('nobody', {})).toThrow('unknown_account');
  });

  it('adds a currency that the account did not hold', () => {
    const { world } = smallWorld();
    world.deposit('panel', money('1.10', 'EUR'));
    world.deposit('panel', money('0.05', 'EUR'));
    expect(world.balanceOf('panel')[2]).toEqual(money('1.15', 'EUR'));
  });

  it('searches, sorts and cuts the list of an account', () => {
    const { world } = smallWorld();
    world.addAccount({ id: 'other' });
    world.putDomain({ domain: 'bakery-b.com', account: 'panel', expiresOn: '2026-03-01' });
    world.putDomain({ domain: 'bakery-a.com', account: 'panel', expiresOn: '2026-05-01' });
    world.putDomain({ domain: 'harbour.com', account: 'panel', expiresOn: '2026-04-01' });
    world.putDomain({ domain: 'bakery-c.com', account: 'other' });
    const names = (paging: Parameters<typeof world.domainsOf>[1]) =>
      world.domainsOf('panel', paging).items.map(({ domain }) => domain);
    expect(names({})).toEqual(['bakery-a.com', 'bakery-b.com', 'harbour.com']);
    expect(names({ sortBy: 'id' })).toEqual(['bakery-b.com', 'bakery-a.com', 'harbour.com']);
    expect(names({ sortBy: 'expires', descending: true })).toEqual([
      'bakery-a.com',
      'harbour.com',
      'bakery-b.com',
    ]);
    expect(names({ search: 'BAKERY' })).toEqual(['bakery-a.com', 'bakery-b.com']);
    expect(names({ offset: 1, limit: 1 })).toEqual(['bakery-b.com']);
    expect(world.domainsOf('panel', { offset: 9 })).toEqual({ items: [], total: 3 });
    expect(refusalOf(() => world.domainsOf('nobody')).kind).toBe('unknown_account');
  });

  it('filters the ledger', () => {
    const { world } = smallWorld();
    world.register({ ...order, years: 1 });
    world.renew({ account: 'panel', domain: order.domain, years: 1 });
    expect(world.ledger({ kind: 'renewDomain' }).map(({ id }) => id)).toEqual([500_002]);
    expect(world.ledger({ domain: 'other.com' })).toEqual([]);
    expect(world.ledger({ account: 'panel' })).toHaveLength(2);
  });
});

describe('late commits', () => {
  it('execute only after a read of their domain', () => {
    const { world } = smallWorld();
    world.commitAfterNextRead(order.domain, () => world.register(order));
    world.runDueCommits();
    expect(world.ledger()).toEqual([]);
    expect(world.find('other-bakery.com')).toBeUndefined();
    world.runDueCommits();
    expect(world.ledger()).toEqual([]);
    expect(world.find(order.domain)).toBeUndefined();
    world.runDueCommits();
    expect(world.find(order.domain)?.account).toBe('panel');
    world.runDueCommits();
    expect(world.ledger()).toHaveLength(1);
  });

  it('are refused in silence, since nobody waits for the answer', () => {
    const { world } = smallWorld();
    world.commitAfterNextRead('google.com', () =>
      world.register({ ...order, domain: 'google.com' }),
    );
    world.domainsOf('panel');
    expect(() => world.runDueCommits()).not.toThrow();
    expect(world.ledger()).toEqual([]);
  });
});

describe('refusals', () => {
  it('are recognised by their brand and kind', () => {
    const { world } = smallWorld();
    let caught: unknown;
    try {
      world.register({ ...order, domain: 'google.com' });
    } catch (error) {
      caught = error;
    }
    expect(isWorldRefusal(caught)).toBe(true);
    expect(isWorldRefusal(caught, 'name_taken')).toBe(true);
    expect(isWorldRefusal(caught, 'not_owner')).toBe(false);
    expect(isWorldRefusal(new Error('name_taken'))).toBe(false);
    expect(caught).toHaveProperty('message', 'registry world: name_taken (google.com)');
  });
});
