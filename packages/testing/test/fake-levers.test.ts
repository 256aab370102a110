import { describe, expect, it } from '@jest/globals';
import { money, RateLimitError, volatileJournal } from '@registrar-kit/core';
import {
  aContactSet,
  aRegistrarError,
  createDemoWorld,
  demoAccounts,
  FakeRegistrar,
  fakeCapabilities,
  ManualClock,
  RegistryWorld,
} from '@registrar-kit/testing';

const domain = 'own-bakery.com';
const order = {
  domain: 'new-bakery.com',
  years: 2,
  contacts: aContactSet(),
  price: 'listed',
} as const;

describe('a planned error', () => {
  it('can be a code, and then says which call it belongs to', async () => {
    const fake = new FakeRegistrar({ provider: 'namecheap', environment: 'live' });
    fake.seed(domain);
    fake.failNext('getDomain', 'RATE_LIMITED', { retryAfterMs: 3000, reason: 'minute' });
    await expect(fake.getDomain({ domain })).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      provider: 'namecheap',
      environment: 'live',
      operation: 'getDomain',
      domain,
      retryAfterMs: 3000,
      reason: 'minute',
      effect: 'none',
    });
    expect((await fake.getDomain({ domain })).domain).toBe(domain);
  });

  it('can be an error, or made for the call', async () => {
    const fake = new FakeRegistrar();
    const error = aRegistrarError('PROVIDER_ERROR');
    fake.failNext('getBalance', error);
    fake.failNext(
      'getBalance',
      (origin) =>
        new RateLimitError({ ...origin, reason: 'day', source: 'registrar', detail: 'wait' }),
    );
    await expect(fake.getBalance()).rejects.toBe(error);
    await expect(fake.getBalance()).rejects.toMatchObject({ reason: 'day' });
  });

  it('leaves open what a write did whose answer was lost', async () => {
    const fake = new FakeRegistrar();
    fake.seed(domain);
    fake.failNext('setLock', 'TIMEOUT');
    fake.failNext('getLock', 'TIMEOUT');
    fake.failNext('setPrivacy', 'TIMEOUT', { effect: 'none' });
    await expect(fake.setLock({ domain, locked: true })).rejects.toMatchObject({
      effect: 'unknown',
      retryable: false,
    });
    await expect(fake.getLock({ domain })).rejects.toMatchObject({ effect: 'none' });
    await expect(fake.setPrivacy({ domain, privacy: true })).rejects.toMatchObject({
      effect: 'none',
    });
  });

  it('waits for the call of an operation that reads by others', async () => {
    const fake = new FakeRegistrar();
    fake.seed(domain);
    fake.failNext('syncDomain', 'TIMEOUT');
    await fake.getDomain({ domain });
    await expect(fake.syncDomain({ domain })).rejects.toMatchObject({ operation: 'syncDomain' });
  });

  it('must be of a code that exists', () => {
    const fake = new FakeRegistrar();
    expect(() => fake.failNext('getBalance', 'SLOW' as 'TIMEOUT')).toThrow(
      'there is no error code "SLOW"; choose from AUTHENTICATION_FAILED',
    );
    expect(fake.unmet).toEqual([]);
  });
});

describe('what it tells', () => {
  it('is usable with nothing', async () => {
    const fake = new FakeRegistrar();
    expect(fake.balance).toEqual(money('1000.00', 'USD'));
    await fake.registerDomain(order);
    expect(fake.ledger).toMatchObject([{ kind: 'registerDomain', domain: 'new-bakery.com' }]);
    expect(Number(fake.balance.amount)).toBeLessThan(1000);
  });

  it('takes a balance, where there is no account yet', () => {
    const balance = money('5.00', 'TRY');
    expect(new FakeRegistrar({ balance }).balance).toEqual(balance);
    expect(() => new FakeRegistrar({ world: createDemoWorld(), balance })).toThrow(
      'has a balance; change it with world.deposit',
    );
  });

  it('takes a name for the account that it adds', () => {
    expect(new FakeRegistrar({ account: 'spare' }).scope.account).toBe('spare');
    const world = createDemoWorld();
    expect(() => new FakeRegistrar({ world, account: 'spare' })).toThrow(
      'the world has no account "spare"; add it with world.addAccount',
    );
  });

  it('keeps to its own account', async () => {
    const world = createDemoWorld();
    const other = new FakeRegistrar({ world, account: demoAccounts.reseller.id });
    await new FakeRegistrar({ world, account: demoAccounts.user.id }).registerDomain(order);
    expect(other.ledger).toEqual([]);
    expect(world.ledger()).not.toEqual([]);
  });

  it('gives the calls of one operation with their input', async () => {
    const fake = new FakeRegistrar();
    await fake.registerDomain(order);
    const [call] = fake.callsOf('registerDomain');
    expect(call?.input.years).toBe(2);
    expect(fake.callsOf('quote')).toMatchObject([{ within: 'registerDomain' }]);
    expect(fake.callsOf('renewDomain')).toEqual([]);
  });
});

describe('a reset', () => {
  it('goes back to how everything was when it was made', async () => {
    const fake = new FakeRegistrar();
    const before = { world: JSON.stringify(fake.world), now: fake.world.clock.now() };
    fake.seed(domain, { domain: 'lost-bakery.com', expiresOn: '2020-01-01' });
    fake.world.putForeignDomain({ domain: 'far-bakery.com', authCode: 'Made-Up!1' });
    fake.world.setTaken('taken-bakery.com');
    fake.world.setPrice('com', 'renewDomain', [money('1.00', 'USD')]);
    await fake.registerDomain(order);
    await fake.transferDomain({
      domain: 'far-bakery.com',
      authCode: 'Made-Up!1',
      price: 'listed',
    });
    await fake.setUrlForward({ domain, target: 'https://example.net/' });
    await fake.createHost({ domain, host: `ns1.${domain}`, addresses: ['192.0.2.1'] });
    const plan = await fake.planRecords({
      domain,
      change: { add: [{ type: 'A', name: '@', value: '192.0.2.1' }] },
    });
    await fake.applyRecords({ plan });
    fake.world.updateAccount(fake.account, { locked: true });
    fake.world.deposit(fake.account, money('1.00', 'TRY'));
    fake.plan('html-page');
    fake.plan('name-taken');
    fake.failNext('getBalance', 'TIMEOUT');
    await fake.advanceTime({ days: 400 });

    fake.reset();

    expect(JSON.stringify(fake.world)).toBe(before.world);
    expect(fake.world.clock.now() - before.now).toBeLessThan(86_400_000);
    expect(fake.calls).toEqual([]);
    expect(fake.ledger).toEqual([]);
    expect(fake.unmet).toEqual([]);
    expect(fake.balance).toEqual(money('1000.00', 'USD'));
    await fake.getBalance();
  });

  it('forgets orders on record: the same order is bought anew', async () => {
    const fake = new FakeRegistrar();
    const first = await fake.registerDomain(order);
    fake.reset();
    await expect(fake.getOperation({ operation: first.operation })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await fake.registerDomain(order)).toMatchObject({ replayed: false });
    expect(fake.ledger).toHaveLength(1);
  });

  it('leaves a journal that was passed in to its owner', async () => {
    const journal = volatileJournal();
    const fake = new FakeRegistrar({ runtime: { journal } });
    await fake.registerDomain(order);
    fake.reset();
    expect(await fake.registerDomain(order)).toMatchObject({ replayed: true });
    expect(fake.ledger).toEqual([]);
  });

  it('forgets answers that were kept', async () => {
    const fake = new FakeRegistrar({
      capabilities: {
        ...fakeCapabilities,
        getPrices: { support: 'supported', keptMs: 3_600_000 },
      },
    });
    const priceOf = async () =>
      (await fake.getPrices({ tlds: ['com'], operations: ['renewDomain'] })).prices[0]?.price;
    const before = await priceOf();
    fake.reset();
    fake.world.setPrice('com', 'renewDomain', [money('77.00', 'USD')]);
    const changed = await priceOf();
    expect(changed).not.toEqual(before);
    fake.world.setPrice('com', 'renewDomain', [money('88.00', 'USD')]);
    expect(await priceOf()).toEqual(changed);
  });

  it('goes back to what a world held that was passed in', async () => {
    const clock = new ManualClock();
    const world = new RegistryWorld({ clock });
    const other = new FakeRegistrar({ world });
    other.seed(domain);
    await clock.advanceDays(3);
    const today = clock.today();
    const fake = new FakeRegistrar({ world });
    await fake.deleteDomain({ domain });
    await clock.advanceDays(300);
    fake.reset();
    expect(clock.today()).toBe(today);
    expect(world.find(domain)?.status).toBe('active');
  });
});
