import { describe, expect, it } from '@jest/globals';
import {
  isRegistrarError,
  money,
  RateLimitError,
  TransportError,
  type CapabilityTable,
  type RegistrarEvent,
} from '@registrar-kit/core';
import {
  aContact,
  aContactSet,
  createDemoWorld,
  demoAccounts,
  fakeCapabilities,
  FakeRegistrar,
  ManualClock,
  RegistryWorld,
} from '@registrar-kit/testing';

const contacts = aContactSet();
const order = { domain: 'example-bakery.com', years: 2, contacts, price: 'listed' } as const;

function aRegistrar(options: ConstructorParameters<typeof FakeRegistrar>[0] = {}) {
  const clock = new ManualClock('2026-01-15T12:00:00.000Z');
  return new FakeRegistrar({ world: new RegistryWorld({ clock }), ...options });
}

describe('the main path', () => {
  it('runs from search to list, with exact money', async () => {
    const registrar = aRegistrar();
    expect(registrar).toMatchObject({ provider: 'fake', environment: 'test', simulated: true });
    expect(await registrar.verifyAccess()).toEqual({
      account: 'fake-account',
      environment: 'test',
    });

    const rows = await registrar.checkAvailability({
      domains: ['Example-Bakery.com.', 'google.com', 'example.zzz', 'no spaces', 'atlas.dev'],
    });
    expect(rows.map(({ availability, reason }) => [availability, reason])).toEqual([
      ['available', undefined],
      ['taken', undefined],
      ['unknown', 'tld_not_sold'],
      ['unknown', 'invalid_name'],
      ['available', undefined],
    ]);
    expect(rows[4]?.premium).toEqual({
      registration: money('240.00', 'USD'),
      renewal: money('240.00', 'USD'),
      transfer: money('240.00', 'USD'),
      restore: money('180.00', 'USD'),
    });

    const quote = await registrar.quote({
      operation: 'registerDomain',
      domain: order.domain,
      years: 2,
    });
    expect(quote).toMatchObject({
      provider: 'fake',
      price: money('20.96', 'USD'),
      premium: false,
      earlyAccess: false,
      validUntil: '2026-01-15T12:15:00.000Z',
    });

    const bought = await registrar.registerDomain({
      ...order,
      price: quote,
      lock: true,
      privacy: true,
    });
    expect(bought).toMatchObject({
      status: 'done',
      domain: 'example-bakery.com',
      years: 2,
      expiresOn: '2028-01-15',
      charged: money('20.96', 'USD'),
      recovered: false,
      replayed: false,
      incomplete: [],
    });
    expect(bought.operation).toMatchObject({ provider: 'fake', vendorRef: '500001' });

    const read = await registrar.getDomain({ domain: order.domain });
    expect(read).toEqual({
      domain: 'example-bakery.com',
      unicode: 'example-bakery.com',
      status: 'active',
      registeredOn: '2026-01-15',
      expiresOn: '2028-01-15',
      nameservers: ['ns1.fake-registrar.example', 'ns2.fake-registrar.example'],
      locked: true,
      privacy: true,
      autoRenew: false,
      premium: false,
      owned: true,
    });

    const renewed = await registrar.renewDomain({
      domain: order.domain,
      years: 1,
      expectedExpiresOn: read.expiresOn!,
      price: { atMost: money('15', 'USD') },
    });
    expect(renewed).toMatchObject({
      status: 'done',
      previousExpiresOn: '2028-01-15',
      expiresOn: '2029-01-15',
      charged: money('14.78', 'USD'),
    });

    const nameservers = ['ns1.example.net', 'ns2.example.net'];
    const set = { domain: 'example-bakery.com', nameservers, providerDns: false };
    expect(await registrar.setNameservers({ domain: order.domain, nameservers })).toEqual(set);
    expect(await registrar.getNameservers({ domain: order.domain })).toEqual(set);

    const listed = [];
    for await (const row of registrar.listDomains()) listed.push(row.domain);
    expect(listed).toEqual(['example-bakery.com']);

    expect(await registrar.getBalance()).toEqual({ available: [money('964.26', 'USD')] });
    expect(registrar.world.ledger().map(({ kind, amount }) => [kind, amount.amount])).toEqual([
      ['registerDomain', '20.96'],
      ['renewDomain', '14.78'],
    ]);
  });

  it('answers the same order from the journal instead of buying twice', async () => {
    const registrar = aRegistrar();
    const first = await registrar.registerDomain(order, { idempotencyKey: 'order-1' });
    const second = await registrar.registerDomain(order, { idempotencyKey: 'order-1' });
    expect(second).toEqual({ ...first, replayed: true });
    expect(registrar.world.ledger()).toHaveLength(1);
  });

  it('sends nothing on a dry run', async () => {
    const registrar = aRegistrar();
    const result = await registrar.registerDomain(order, { dryRun: true });
    expect(result).toMatchObject({ status: 'not_sent', quote: { price: money('20.96', 'USD') } });
    expect(registrar.world.ledger()).toEqual([]);
    expect(registrar.calls.map(({ operation }) => operation)).toEqual(['quote']);
  });

  it('reports a registration that waits for documents as pending', async () => {
    const registrar = aRegistrar();
    const domain = 'ornek-dernek.org.tr';
    const result = await registrar.registerDomain({ ...order, domain, years: 1 });
    expect(result.status).toBe('pending');
    expect((await registrar.getDomain({ domain })).status).toBe('pending');
    registrar.world.activate(domain);
    expect((await registrar.getDomain({ domain })).status).toBe('active');
  });

  it('keeps a purchase whose wishes the registry cannot fulfil', async () => {
    const registrar = aRegistrar();
    const domain = 'example-bakery.de';
    const result = await registrar.registerDomain({
      ...order,
      domain,
      years: 1,
      lock: true,
      privacy: true,
    });
    expect(result.status).toBe('done');
    expect(result.incomplete).toMatchObject([
      { setting: 'privacy', error: { code: 'UNSUPPORTED_OPERATION' } },
      { setting: 'lock', error: { code: 'UNSUPPORTED_OPERATION' } },
    ]);
    expect(registrar.world.ledger()).toHaveLength(1);
  });
});

describe('reading', () => {
  it('pages through a list as its capability says', async () => {
    const capabilities: CapabilityTable = {
      ...fakeCapabilities,
      listDomains: { support: 'supported', itemsPerRequest: 2 },
    };
    const registrar = aRegistrar({ capabilities });
    registrar.seed('a-bakery.com', 'b-bakery.com', 'c-bakery.com', 'd-harbour.com', 'e-bakery.com');
    const first = await registrar.listDomains({ search: 'bakery' }).page();
    expect(first).toMatchObject({ total: 4, next: '2' });
    expect(first.items.map(({ domain }) => domain)).toEqual(['a-bakery.com', 'b-bakery.com']);
    const names = [];
    for await (const row of registrar.listDomains({ search: 'bakery' })) names.push(row.domain);
    expect(names).toEqual(['a-bakery.com', 'b-bakery.com', 'c-bakery.com', 'e-bakery.com']);
  });

  it('lists endings and prices, fees included', async () => {
    const registrar = aRegistrar();
    const tlds = [];
    for await (const row of registrar.listTlds()) tlds.push(row);
    expect(tlds).toHaveLength(registrar.world.tlds().length);
    expect(tlds.find(({ tld }) => tld === 'ai')).toEqual({
      tld: 'ai',
      instantRegistration: true,
      registrable: true,
      renewable: true,
      transferable: true,
      registrationYears: { min: 2, max: 10 },
      renewalYears: { min: 2, max: 10 },
      labelLength: { min: 2, max: 63 },
      needsAuthCode: true,
      supportsIdn: false,
      supportsLock: true,
      supportsPrivacy: true,
    });
    const { prices, missing } = await registrar.getPrices({
      tlds: ['com', 'de', 'zzz'],
      operations: ['registerDomain', 'restoreDomain'],
    });
    expect(missing).toEqual(['zzz']);
    const usd = (amount: string) => money(amount, 'USD');
    expect(prices.filter(({ tld, years }) => tld === 'com' && years < 3)).toEqual([
      { tld: 'com', operation: 'registerDomain', years: 1, price: usd('10.48'), fee: usd('0.20') },
      { tld: 'com', operation: 'registerDomain', years: 2, price: usd('20.96'), fee: usd('0.40') },
      { tld: 'com', operation: 'restoreDomain', years: 1, price: usd('88.00') },
    ]);
    expect(prices.filter(({ tld }) => tld === 'de')).toEqual([
      { tld: 'de', operation: 'registerDomain', years: 1, price: usd('6.98') },
      { tld: 'de', operation: 'restoreDomain', years: 1, price: usd('60.00') },
    ]);
  });

  it('shows what the account may see, and whose it is', async () => {
    const { user, colleague, reseller } = demoAccounts;
    const world = createDemoWorld({ clock: new ManualClock() });
    world.putDomain({ domain: 'shared-bakery.com', account: colleague.id });
    const registrar = new FakeRegistrar({ world, account: user.id });
    expect(await registrar.getDomain({ domain: 'shared-bakery.com' })).toMatchObject({
      owned: false,
    });
    await expect(registrar.getDomain({ domain: 'ornek-bakery.com' })).rejects.toMatchObject({
      code: 'ACCESS_DENIED',
      reason: 'not_domain_owner',
    });
    const own = new FakeRegistrar({ world, account: reseller.id });
    expect(await own.getDomain({ domain: 'ornek-bakery.com' })).toMatchObject({ owned: true });
  });
});

describe('refusals', () => {
  const domain = 'own-bakery.com';
  const attempts: readonly (readonly [
    string,
    (registrar: FakeRegistrar) => Promise<unknown>,
    Record<string, unknown>,
  ])[] = [
    [
      'a taken name',
      (registrar) => registrar.registerDomain({ ...order, domain: 'google.com' }),
      { code: 'DOMAIN_UNAVAILABLE' },
    ],
    [
      'a reserved name',
      (registrar) => registrar.registerDomain({ ...order, domain: 'reserved-example.com' }),
      { code: 'DOMAIN_UNAVAILABLE' },
    ],
    [
      'an ending that is not sold',
      (registrar) => registrar.registerDomain({ ...order, domain: 'example.zzz' }),
      { code: 'DOMAIN_UNAVAILABLE' },
    ],
    [
      'years that the ending does not take',
      (registrar) => registrar.registerDomain({ ...order, domain: 'example-bakery.de' }),
      { code: 'INVALID_INPUT', issues: [{ path: 'years', cure: 'give 1 to 1' }] },
    ],
    [
      'an empty purse',
      (registrar) => {
        registrar.world.deposit('fake-account', money('-999.00', 'USD'));
        return registrar.registerDomain(order);
      },
      { code: 'INSUFFICIENT_FUNDS' },
    ],
    [
      'a premium name at the listed price',
      (registrar) => registrar.registerDomain({ ...order, domain: 'atlas.dev', years: 1 }),
      { code: 'PRICE_CHANGED', current: money('240.20', 'USD') },
    ],
    [
      'an unknown domain',
      (registrar) => registrar.getDomain({ domain: 'nobody-bakery.com' }),
      { code: 'DOMAIN_NOT_FOUND' },
    ],
    [
      'a renewal from another date',
      (registrar) =>
        registrar.renewDomain({
          domain,
          years: 1,
          expectedExpiresOn: '2026-06-01',
          price: 'listed',
        }),
      { code: 'INVALID_DOMAIN_STATE' },
    ],
    [
      'a renewal beyond ten years',
      (registrar) =>
        registrar.renewDomain({
          domain,
          years: 10,
          expectedExpiresOn: '2027-01-15',
          price: 'listed',
        }),
      { code: 'INVALID_INPUT' },
    ],
    [
      'servers of an expired domain',
      (registrar) =>
        registrar.setNameservers({
          domain: 'late-bakery.com',
          nameservers: ['ns1.example.net', 'ns2.example.net'],
        }),
      { code: 'INVALID_DOMAIN_STATE', state: 'expired' },
    ],
    [
      'a locked account',
      (registrar) => {
        registrar.world.updateAccount('fake-account', { locked: true });
        return registrar.getBalance();
      },
      { code: 'ACCESS_DENIED', reason: 'account_locked' },
    ],
    [
      'an interface that is switched off',
      (registrar) => {
        registrar.world.updateAccount('fake-account', { apiEnabled: false });
        return registrar.getBalance();
      },
      { code: 'AUTHENTICATION_FAILED', reason: 'key_rejected_or_access_disabled' },
    ],
  ];

  it.each(attempts)('%s', async (_what, attempt, expected) => {
    const registrar = aRegistrar();
    registrar.seed(domain, { domain: 'late-bakery.com', expiresOn: '2026-01-10' });
    await expect(attempt(registrar)).rejects.toMatchObject({
      provider: 'fake',
      effect: 'none',
      ...expected,
    });
    expect(registrar.world.ledger()).toEqual([]);
  });
});

describe('planned errors', () => {
  it('fail the next request of their kind, in order, before anything is done', async () => {
    const registrar = aRegistrar();
    registrar.failNext(
      'registerDomain',
      (origin) =>
        new RateLimitError({
          ...origin,
          reason: 'minute',
          source: 'registrar',
          detail: 'slow down',
        }),
    );
    const given = new TransportError({
      provider: 'fake',
      operation: 'registerDomain',
      phase: 'not_sent',
      detail: 'no route',
    });
    registrar.failNext('registerDomain', given);
    await expect(registrar.registerDomain(order)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      domain: 'example-bakery.com',
      message: 'fake: registerDomain (example-bakery.com): slow down',
    });
    await expect(registrar.registerDomain(order)).rejects.toBe(given);
    expect(registrar.world.ledger()).toEqual([]);
    expect((await registrar.registerDomain(order)).status).toBe('done');
  });
});

describe('calls', () => {
  it('hold what reached the registrar, guards included', async () => {
    const registrar = aRegistrar();
    await registrar.registerDomain({ ...order, contacts: { registrant: contacts.registrant } });
    expect(registrar.calls.map(({ operation, within }) => [operation, within])).toEqual([
      ['quote', 'registerDomain'],
      ['registerDomain', 'registerDomain'],
    ]);
    const sent = registrar.calls.find((call) => call.operation === 'registerDomain');
    expect(sent?.input).toMatchObject({ domain: 'example-bakery.com', years: 2 });
    expect(sent?.input.contacts.billing).toEqual(contacts.registrant);
    expect(sent?.at).toBe('2026-01-15T12:00:00.000Z');
  });
});

describe('capabilities', () => {
  it('close an operation with the reason of the table that is passed in', async () => {
    const capabilities: CapabilityTable = {
      ...fakeCapabilities,
      renewDomain: { support: 'unsupported', reason: 'the vendor sells no renewals' },
    };
    const registrar = aRegistrar({ capabilities });
    expect(registrar.capabilities.renewDomain.support).toBe('unsupported');
    await expect(
      registrar.renewDomain({
        domain: 'own-bakery.com',
        years: 1,
        expectedExpiresOn: '2027-01-15',
        price: 'listed',
      }),
    ).rejects.toMatchObject({
      code: 'UNSUPPORTED_OPERATION',
      reason: 'the vendor sells no renewals',
    });
    expect(registrar.calls).toEqual([]);
  });
});

describe('making one', () => {
  it('works for the first account of the world, or the one that is named', async () => {
    const world = createDemoWorld({ clock: new ManualClock() });
    expect(new FakeRegistrar({ world }).account).toBe(demoAccounts.user.id);
    const poor = new FakeRegistrar({ world, account: demoAccounts.poor.id });
    expect(await poor.getBalance()).toEqual({
      available: [money('1.00', 'USD'), money('1.00', 'TRY')],
    });
    expect(() => new FakeRegistrar({ world, account: 'nobody' })).toThrow(
      'the world has no account "nobody"',
    );
  });

  it('takes the environment and the runtime that are given', async () => {
    const events: RegistrarEvent[] = [];
    const registrar = new FakeRegistrar({
      environment: 'live',
      runtime: { onEvent: (event) => events.push(event) },
    });
    await registrar.registerDomain(order);
    expect(registrar.environment).toBe('live');
    expect(events.map(({ type }) => type)).toEqual(['operation.started', 'operation.succeeded']);
  });

  it('seeds domains in any account, without a charge', () => {
    const registrar = aRegistrar();
    registrar.world.addAccount({ id: 'other' });
    const [own, others] = registrar.seed('own-bakery.com', {
      domain: 'others-bakery.com',
      account: 'other',
      locked: true,
    });
    expect(own).toMatchObject({ account: 'fake-account', expiresOn: '2027-01-15' });
    expect(others).toMatchObject({ account: 'other', locked: true });
    expect(registrar.world.ledger()).toEqual([]);
  });
});

describe('secrets', () => {
  it('and personal data appear in no error and no event', async () => {
    const events: RegistrarEvent[] = [];
    const registrar = aRegistrar({ runtime: { onEvent: (event) => events.push(event) } });
    registrar.seed({ domain: 'own-bakery.com', authCode: 'CANARY-auth-code' });
    const registrant = aContact({ firstName: 'CANARYfirst', address1: 'CANARY street' });
    registrar.world.faults.add({ fault: 'answer-lost-before-commit', operation: 'registerDomain' });
    const failure: unknown = await registrar
      .registerDomain({ ...order, contacts: { registrant } })
      .catch((error: unknown) => error);
    expect(isRegistrarError(failure, 'OUTCOME_UNKNOWN')).toBe(true);
    const shown = JSON.stringify([
      failure,
      events,
      await registrar.getDomain({ domain: 'own-bakery.com' }),
    ]);
    expect(shown).not.toContain('CANARY');
    expect(events).not.toHaveLength(0);
  });
});
