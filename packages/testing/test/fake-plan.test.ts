import { describe, expect, it } from '@jest/globals';
import { money, type OperationName } from '@registrar-kit/core';
import {
  aContactSet,
  FakeRegistrar,
  ManualClock,
  planNames,
  RegistryWorld,
} from '@registrar-kit/testing';

const domain = 'new-bakery.com';
const order = { domain, years: 1, contacts: aContactSet(), price: 'listed' } as const;
const renewal = {
  domain: 'own-bakery.com',
  years: 1,
  expectedExpiresOn: '2027-03-01',
  price: 'listed',
} as const;

function aFake(): FakeRegistrar {
  const clock = new ManualClock('2026-01-15T12:00:00.000Z');
  const fake = new FakeRegistrar({ world: new RegistryWorld({ clock }) });
  fake.seed({ domain: 'own-bakery.com', expiresOn: '2027-03-01' });
  return fake;
}

async function codeOf(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    () => 'done',
    (error: unknown) => (error as { code?: unknown }).code,
  );
}

describe('a plan', () => {
  it('strikes a purchase itself where it is about what was executed, not the reads before it', async () => {
    const fake = aFake();
    fake.plan('answer-lost-after-commit');
    expect(await fake.registerDomain(order)).toMatchObject({ status: 'done', recovered: true });
    expect(fake.ledger).toHaveLength(1);
    fake.plan('answer-lost-before-commit');
    expect(await codeOf(fake.renewDomain(renewal))).toBe('OUTCOME_UNKNOWN');
    expect(fake.ledger).toHaveLength(1);
  });

  it('strikes the next request otherwise, as often as it says, after as many as it says', async () => {
    const fake = aFake();
    fake.plan('rate-limited', { times: 2, after: 1 });
    const codes = [];
    for (let call = 0; call < 4; call += 1) codes.push(await codeOf(fake.getBalance()));
    expect(codes).toEqual(['done', 'RATE_LIMITED', 'RATE_LIMITED', 'done']);
  });

  it('strikes always', async () => {
    const fake = aFake();
    fake.plan('ip-not-allowed', { times: 'always' });
    for (let call = 0; call < 20; call += 1)
      expect(await codeOf(fake.getBalance())).toBe('ACCESS_DENIED');
  });

  it('strikes one operation and one domain, however it is written', async () => {
    const fake = aFake();
    fake.seed('other-bakery.com');
    fake.plan('server-error', { operation: 'getDomain', domain: 'OWN-Bakery.com.' });
    expect(await codeOf(fake.getBalance())).toBe('done');
    expect(await codeOf(fake.getDomain({ domain: 'other-bakery.com' }))).toBe('done');
    expect(await codeOf(fake.getDomain({ domain: 'own-bakery.com' }))).toBe('PROVIDER_UNAVAILABLE');
  });

  it.each<[OperationName, (fake: FakeRegistrar) => Promise<unknown>]>([
    ['syncDomain', (fake) => fake.syncDomain({ domain: 'own-bakery.com' })],
    ['getCapabilities', (fake) => fake.getCapabilities({ tld: 'com' })],
  ])('strikes %s, which sends requests of other names', async (operation, attempt) => {
    const fake = aFake();
    fake.plan('key-rejected', { operation });
    expect(await codeOf(fake.getDomain({ domain: 'own-bakery.com' }))).toBe('done');
    expect(await codeOf(fake.listTlds().page())).toBe('done');
    expect(await codeOf(attempt(fake))).toBe('AUTHENTICATION_FAILED');
  });

  it('says what it knows when it is asked for something else', () => {
    const fake = aFake();
    expect(() => fake.plan('answer-lost' as 'html-page')).toThrow(
      `nothing is called "answer-lost"; choose from ${planNames.join(', ')}`,
    );
    expect(() => fake.plan('html-page', { operation: 'register' as OperationName })).toThrow(
      'there is no operation "register"; choose from verifyAccess',
    );
    expect(() => fake.plan('html-page', { domain: 'not a name' })).toThrow('parseDomainName');
    expect(() => fake.plan('html-page', { times: 0 })).toThrow('times must be a whole number');
    expect(() => fake.plan('pending-until', { until: 'soon' })).toThrow('parseCalendarDate');
  });

  it('does not compile where it cannot work', () => {
    const never = (fake: FakeRegistrar) => {
      // @ts-expect-error there is no such name
      fake.plan('answer-lost');
      // @ts-expect-error the day must be said
      fake.plan('pending-until');
      // @ts-expect-error only slow answers wait
      fake.plan('html-page', { delayMs: 5 });
      // @ts-expect-error names are taken from registrations only
      fake.plan('name-taken', { operation: 'renewDomain' });
    };
    expect(never).toBeInstanceOf(Function);
  });

  it('tells what nothing met', async () => {
    const fake = aFake();
    fake.plan('rate-limited', { operation: 'setLock', domain: 'own-bakery.com' });
    fake.plan('pending-until', { until: '2027-01-05' });
    fake.plan('html-page', { times: 2 });
    fake.failNext('setPrivacy', 'RATE_LIMITED');
    await codeOf(fake.getBalance());
    expect(fake.unmet).toEqual([
      'rate-limited (setLock, own-bakery.com)',
      'pending-until',
      'failNext (setPrivacy)',
    ]);
  });
});

describe('what awaits an order', () => {
  const premium = 'gold.com';

  function aPremiumFake() {
    const fake = aFake();
    const dollars = (amount: string) => [money(amount, 'USD')];
    fake.world.setPremium({
      domain: premium,
      prices: {
        registerDomain: dollars('100.00'),
        renewDomain: dollars('100.00'),
        transferDomain: dollars('100.00'),
        restoreDomain: dollars('200.00'),
      },
    });
    return fake;
  }

  it('premium-price-changed: the registrar refuses, and the new price stands', async () => {
    const fake = aPremiumFake();
    fake.plan('premium-price-changed', { to: money('150.00', 'USD') });
    // Another order leaves it alone.
    await fake.registerDomain(order);
    const quote = await fake.quote({ operation: 'registerDomain', domain: premium });
    const ordered = fake.registerDomain({ ...order, domain: premium, price: quote });
    await expect(ordered).rejects.toMatchObject({
      code: 'PRICE_CHANGED',
      effect: 'none',
      agreed: quote.price,
    });
    expect(fake.ledger.map((entry) => entry.domain)).toEqual([domain]);
    const anew = await fake.quote({ operation: 'registerDomain', domain: premium });
    expect(anew.price.amount > quote.price.amount).toBe(true);
    await fake.registerDomain({ ...order, domain: premium, price: anew });
    expect(fake.ledger).toHaveLength(2);
  });

  it('listed-price-changed: charged all the same, and the result says by how much', async () => {
    const fake = aPremiumFake();
    const before = await fake.quote({ operation: 'registerDomain', domain });
    fake.plan('listed-price-changed', { operation: 'registerDomain' });
    await fake.renewDomain(renewal);
    // A premium name has a price of its own.
    const price = await fake.quote({ operation: 'registerDomain', domain: premium });
    const gold = await fake.registerDomain({ ...order, domain: premium, price });
    expect(gold.charged).toEqual(price.price);
    const bought = await fake.registerDomain(order);
    expect(bought.exceededConsent).toBeDefined();
    expect(bought.charged).toEqual(fake.ledger[2]?.amount);
    expect(bought.charged).not.toEqual(before.price);
  });

  it('name-taken: nobody pays, and the name is gone', async () => {
    const fake = aFake();
    fake.plan('name-taken');
    expect(await codeOf(fake.registerDomain(order))).toBe('DOMAIN_UNAVAILABLE');
    expect(fake.ledger).toEqual([]);
    const [row] = await fake.checkAvailability({ domains: [domain] });
    expect(row?.availability).toBe('taken');
  });

  it('balance-spent: nobody pays, and the balance is empty', async () => {
    const fake = aFake();
    fake.plan('balance-spent', { operation: 'renewDomain' });
    await fake.registerDomain(order);
    expect(await codeOf(fake.renewDomain(renewal))).toBe('INSUFFICIENT_FUNDS');
    expect(fake.balance).toEqual(money('0.00', 'USD'));
  });

  it('pending-until: paid and pending, and active from that day on', async () => {
    const fake = aFake();
    fake.plan('pending-until', { until: '2026-02-01', domain });
    const bought = await fake.registerDomain(order);
    expect(bought.status).toBe('pending');
    expect(fake.ledger).toHaveLength(1);
    const { operation } = bought;
    expect(await fake.getOperation({ operation })).toMatchObject({ status: 'pending' });
    await fake.advanceTime({ days: 16 });
    expect((await fake.getDomain({ domain })).status).toBe('pending');
    await fake.advanceTime({ days: 1 });
    expect((await fake.getDomain({ domain })).status).toBe('active');
    expect(await fake.getOperation({ operation })).toMatchObject({ status: 'done' });
    await fake.setLock({ domain, locked: true });
    await fake.advanceTime({ days: 400 });
    expect((await fake.getDomain({ domain })).status).not.toBe('active');
  });

  it('pending-until outlasts a snapshot', async () => {
    const fake = aFake();
    fake.plan('pending-until', { until: '2026-02-01' });
    await fake.registerDomain(order);
    const world = RegistryWorld.fromJSON(JSON.parse(JSON.stringify(fake.world)), {
      clock: new ManualClock('2026-02-01T00:00:00.000Z'),
    });
    expect(world.find(domain)?.status).toBe('active');
  });

  it('waits for the order that it names', async () => {
    const fake = aFake();
    fake.plan('name-taken', { domain: 'other-bakery.com', after: 1 });
    const other = { ...order, domain: 'other-bakery.com' };
    expect(await codeOf(fake.registerDomain(order))).toBe('done');
    expect(await codeOf(fake.registerDomain(other))).toBe('done');
    expect(fake.unmet).toEqual(['name-taken (other-bakery.com)']);
  });
});
