import { afterEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import {
  volatileJournal,
  type Quote,
  type RegisterDomainInput,
  type RegistrarEvent,
} from '@registrar-kit/core';
import { NamecheapRegistrar, type NamecheapConfig } from '@registrar-kit/namecheap';
import {
  createNamecheapSimulator,
  type NamecheapSimulatorOptions,
} from '@registrar-kit/namecheap/simulator';
import {
  aContactSet,
  createDemoWorld,
  demoAccounts,
  faultNames,
  mountSimulator,
  serveSimulator,
  type RegistryWorld,
  type ServedSimulator,
  type WorldFault,
} from '@registrar-kit/testing';
import { expectNoCanary } from '../support/canaries.js';
import { errorOf } from '../support/test-driver.js';

const canaryKey = '0ca9a4c0ffee4f1d7b90ca9a40000001';
const contacts = aContactSet({ phone: '+902125550142' });
const order: RegisterDomainInput = { domain: 'free-name.com', years: 1, contacts, price: 'listed' };

interface Setting {
  readonly registrar: NamecheapRegistrar;
  readonly world: RegistryWorld;
  readonly events: RegistrarEvent[];
}

const open: ServedSimulator[] = [];

afterEach(async () => {
  while (open.length > 0) await open.pop()?.close();
});

/** A registrar that talks to a simulator over a real socket. */
async function setUp(
  options: Partial<NamecheapSimulatorOptions> = {},
  config: Partial<NamecheapConfig> = {},
): Promise<Setting> {
  const world = createDemoWorld();
  world.updateAccount(demoAccounts.user.id, { keys: { test: canaryKey } });
  const simulator = createNamecheapSimulator({ world, quota: { speed: 1000 }, ...options });
  const served = await serveSimulator(simulator);
  open.push(served);
  const events: RegistrarEvent[] = [];
  const registrar = new NamecheapRegistrar(
    { ...(served.config as unknown as NamecheapConfig), ...config },
    {
      journal: volatileJournal(),
      random: () => 0,
      onEvent: (event) => events.push(event),
    },
  );
  return { registrar, world, events };
}

async function underFault(fault: WorldFault): Promise<Setting> {
  const setting = await setUp();
  setting.world.faults.add(fault);
  return setting;
}

describe('a registrar over the simulated vendor', () => {
  it('does the main job', async () => {
    const { registrar, world, events } = await setUp();
    expect(await registrar.verifyAccess()).toEqual({
      account: demoAccounts.user.id,
      environment: 'test',
    });
    expect(registrar.simulated).toBe(true);
    const price: Quote = await registrar.quote({
      operation: 'registerDomain',
      domain: 'free-name.com',
      years: 2,
    });
    expect(price.price).toEqual({ amount: '20.96', currency: 'USD' });
    const bought = await registrar.registerDomain({
      ...order,
      years: 2,
      price,
      privacy: true,
      nameservers: ['ns1.example.net', 'ns2.example.net'],
    });
    expect(bought).toMatchObject({
      status: 'done',
      charged: { amount: '20.9600', currency: 'USD' },
      recovered: false,
      incomplete: [],
    });
    expect(bought).not.toHaveProperty('exceededConsent');
    const domain = await registrar.getDomain({ domain: 'free-name.com' });
    expect(domain).toMatchObject({
      status: 'active',
      privacy: true,
      owned: true,
      nameservers: ['ns1.example.net', 'ns2.example.net'],
    });
    expect(world.find('free-name.com')?.contacts).toEqual(contacts);
    const renewed = await registrar.renewDomain({
      domain: 'free-name.com',
      years: 1,
      expectedExpiresOn: domain.expiresOn!,
      price: 'listed',
    });
    expect(renewed.charged).toEqual({ amount: '14.7800', currency: 'USD' });
    expect(renewed.expiresOn).toBe(world.find('free-name.com')?.expiresOn);
    const nameservers = ['ns3.example.net', 'ns4.example.net'];
    expect(await registrar.setNameservers({ domain: 'free-name.com', nameservers })).toEqual({
      domain: 'free-name.com',
      nameservers,
      providerDns: false,
    });
    const listed: string[] = [];
    for await (const row of registrar.listDomains()) listed.push(row.domain);
    expect(listed).toContain('free-name.com');
    expect(listed).toHaveLength(17);
    expect(world.ledger().map(({ kind, amount }) => `${kind} ${amount.amount}`)).toEqual([
      'registerDomain 20.96',
      'renewDomain 14.78',
    ]);
    expect(events.filter(({ type }) => type === 'drift')).toEqual([]);
    expectNoCanary(events, bought, domain, registrar);
  });

  it.each(['others-answered', 'others-lost'] as const)(
    'answers for every name whatever one ending does: %s',
    async (unsoldEnding) => {
      const { registrar, events } = await setUp({ unsoldEnding });
      const rows = await registrar.checkAvailability({
        domains: [
          'Google.COM.',
          'free-name.com',
          'münchen.de',
          'one.zz',
          'demo-premium.com',
          'two.kp',
          'three.zz',
          'bad..name',
          'xn--mnchen-3ya.nl',
        ],
      });
      expect(
        rows.map(({ input, availability, reason }) =>
          [input, availability, reason].filter(Boolean).join(' '),
        ),
      ).toEqual([
        'Google.COM. taken',
        'free-name.com available',
        'münchen.de taken',
        'one.zz unknown tld_not_sold',
        'demo-premium.com available',
        'two.kp unknown tld_not_sold',
        'three.zz unknown tld_not_sold',
        'bad..name unknown invalid_name',
        'xn--mnchen-3ya.nl unknown request_failed',
      ]);
      expect(events.filter(({ type }) => type === 'drift')).toEqual([]);
    },
  );

  it('prices and lists everything without a surprise', async () => {
    const { registrar, world, events } = await setUp();
    const { prices, missing } = await registrar.getPrices({ tlds: ['com', 'co.uk', 'zz'] });
    expect(missing).toEqual(['zz']);
    expect(prices).toContainEqual({
      tld: 'com',
      operation: 'renewDomain',
      years: 3,
      price: { amount: '44.34', currency: 'USD' },
      fee: { amount: '0.60', currency: 'USD' },
    });
    // A price of 0.00 is no price.
    expect(
      prices.filter(({ tld, operation }) => tld === 'co.uk' && operation === 'transferDomain'),
    ).toEqual([]);
    const tlds = await registrar.listTlds().page();
    expect(tlds.items.map(({ tld }) => tld)).toEqual(world.tlds().map(({ tld }) => tld));
    expect(events.filter(({ type }) => type === 'drift')).toEqual([]);
  });

  it('buys a premium name and an early one at the very price, and nothing as listed', async () => {
    const { registrar, world } = await setUp();
    world.deposit(demoAccounts.user.id, { amount: '1000.00', currency: 'USD' });
    for (const [domain, paid] of [
      ['demo-premium.com', '1250.2000'],
      ['early-bird.shop', '124.1800'],
    ] as const) {
      expect((await errorOf(registrar.registerDomain({ ...order, domain }))).code).toBe(
        'PRICE_CHANGED',
      );
      const price = await registrar.quote({ operation: 'registerDomain', domain });
      const bought = await registrar.registerDomain({ ...order, domain, price });
      expect(bought).toMatchObject({ charged: { amount: paid }, recovered: false });
      expect(bought).not.toHaveProperty('exceededConsent');
    }
    expect(world.ledger()).toHaveLength(2);
  });

  it('renews a premium name at its own price', async () => {
    const { registrar, world } = await setUp();
    const { expiresOn } = world.putDomain({ domain: 'harbour.io', account: demoAccounts.user.id });
    const price = await registrar.quote({ operation: 'renewDomain', domain: 'harbour.io' });
    expect(price).toMatchObject({ price: { amount: '49.9800' }, premium: true });
    await registrar.renewDomain({
      domain: 'harbour.io',
      years: 1,
      expectedExpiresOn: expiresOn,
      price,
    });
    expect(world.ledger().map(({ amount }) => amount.amount)).toEqual(['49.98']);
  });

  it('says what stands in the way of an order, and spends nothing', async () => {
    const { registrar, world } = await setUp();
    const codeOf = async (changes: Partial<RegisterDomainInput>): Promise<string> =>
      (await errorOf(registrar.registerDomain({ ...order, ...changes }))).code;
    expect(await codeOf({ domain: 'google.com' })).toBe('DOMAIN_UNAVAILABLE');
    expect(await codeOf({ domain: 'one.zz' })).toBe('DOMAIN_UNAVAILABLE');
    expect(await codeOf({ domain: 'free-name.de', years: 2 })).toBe('INVALID_INPUT');
    expect(await codeOf({ price: { atMost: { amount: '1.00', currency: 'USD' } } })).toBe(
      'PRICE_CHANGED',
    );
    expect(await codeOf({ price: { atMost: { amount: '100.00', currency: 'TRY' } } })).toBe(
      'INVALID_INPUT',
    );
    world.deposit(demoAccounts.user.id, { amount: '-995.00', currency: 'USD' });
    expect(await codeOf({})).toBe('INSUFFICIENT_FUNDS');
    const late = world.find('demo-late.com')!;
    const renewal = registrar.renewDomain({
      domain: 'demo-late.com',
      years: 1,
      expectedExpiresOn: late.expiresOn,
      price: 'listed',
    });
    expect(await errorOf(renewal)).toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
      state: 'expired',
    });
    expect(world.ledger()).toEqual([]);
  });

  it('registers with papers as pending', async () => {
    const { registrar } = await setUp();
    expect(
      await registrar.registerDomain({ ...order, domain: 'yeni-dernek.org.tr' }),
    ).toMatchObject({ status: 'pending' });
  });

  it('keeps the purchase and names the wishes that did not come true', async () => {
    const { registrar, world } = await setUp();
    const bought = await registrar.registerDomain({
      ...order,
      domain: 'free-name.co.uk',
      privacy: true,
      lock: true,
    });
    expect(bought.incomplete.map(({ setting, error }) => `${setting} ${error.code}`)).toEqual([
      'privacy INVALID_DOMAIN_STATE',
      'lock UNSUPPORTED_OPERATION',
    ]);
    expect(world.ledger()).toHaveLength(1);
  });

  it('keeps to the limit of the vendor by itself', async () => {
    const { registrar, events } = await setUp({ quota: { speed: 200 } });
    // Different questions, since the same one is asked once.
    const domains = Array.from({ length: 45 }, (_, number) => `name-${String(number)}.com`);
    await Promise.allSettled(domains.map((domain) => registrar.getDomain({ domain })));
    expect(
      events.filter((event) => event.type === 'request.answered' && event.httpStatus === 405),
    ).toEqual([]);
    expect(events.filter(({ type }) => type === 'quota.waiting').length).toBeGreaterThan(0);
  });
});

describe('401, 403 and 429 over the wire', () => {
  it('tells them apart, with something to do about each', async () => {
    const wrongKey = await setUp({}, { apiKey: 'CANARY-of-another-shape' });
    const unauthorised = await errorOf(wrongKey.registrar.getBalance());
    expect(unauthorised).toMatchObject({ status: 401, reason: 'key_rejected_or_access_disabled' });
    const foreign = await setUp(
      { account: demoAccounts.addressBound.id },
      { clientIp: '203.0.113.85' },
    );
    const forbidden = await errorOf(foreign.registrar.getBalance());
    expect(forbidden).toMatchObject({
      status: 403,
      reason: 'ip_not_allowed',
      observedAddress: '203.0.113.85',
    });
    const limited = await underFault({ fault: 'rate-limited', times: 3 });
    const tooMany = await errorOf(limited.registrar.getBalance());
    expect(tooMany).toMatchObject({
      status: 429,
      source: 'registrar',
      vendor: { httpStatus: 405 },
    });
    for (const error of [unauthorised, forbidden, tooMany]) {
      expect(error.diagnosis[0].remedy.steps.length).toBeGreaterThan(0);
      expectNoCanary(error);
    }
  });
});

describe('faults on the way', () => {
  it.each([
    ['answer-lost-before-commit', 'TRANSPORT_FAILED'],
    ['answer-lost-after-commit', 'TRANSPORT_FAILED'],
    ['commit-after-reconcile-read', 'TRANSPORT_FAILED'],
    ['html-page', 'UNEXPECTED_RESPONSE'],
    ['login-redirect', 'AUTHENTICATION_FAILED'],
    ['other-redirect', 'UNEXPECTED_RESPONSE'],
    ['rate-limited', 'RATE_LIMITED'],
    ['server-error', 'PROVIDER_ERROR'],
    ['empty-answer', 'UNEXPECTED_RESPONSE'],
    ['ip-not-allowed', 'ACCESS_DENIED'],
    ['key-rejected', 'AUTHENTICATION_FAILED'],
    ['account-locked', 'ACCESS_DENIED'],
  ] as const)('%s ends a read with %s', async (fault, code) => {
    const { registrar, events } = await underFault({ fault, times: 3 });
    const error = await errorOf(registrar.getBalance());
    expect(error).toMatchObject({ code, effect: 'none' });
    expectNoCanary(error, events);
  });

  it('ends a read whose answer breaks off', async () => {
    const { registrar } = await underFault({ fault: 'truncated-answer', times: 3 });
    const error = await errorOf(registrar.getBalance());
    expect(['TRANSPORT_FAILED', 'UNEXPECTED_RESPONSE']).toContain(error.code);
  });

  it('waits for a slow answer', async () => {
    const { registrar } = await underFault({ fault: 'slow-answer', delayMs: 50 });
    expect((await registrar.getBalance()).available).toHaveLength(1);
  });

  it('never takes a name that is missing from the answer for available', async () => {
    const { registrar } = await underFault({ fault: 'missing-row', domain: 'free-name.com' });
    const rows = await registrar.checkAvailability({ domains: ['google.com', 'free-name.com'] });
    expect(rows.map(({ availability, reason }) => [availability, reason])).toEqual([
      ['taken', undefined],
      ['unknown', 'missing_from_answer'],
    ]);
  });

  it('has a test for every fault that there is', () => {
    expect(faultNames).toHaveLength(15);
  });

  it.each(['answer-lost-after-commit', 'truncated-answer', 'empty-answer'] as const)(
    'proves by reading that an order went through: %s',
    async (fault) => {
      const { registrar, world } = await underFault({ fault, operation: 'registerDomain' });
      expect(await registrar.registerDomain(order)).toMatchObject({
        status: 'done',
        recovered: true,
      });
      expect(world.ledger()).toHaveLength(1);
    },
  );

  it.each(['answer-lost-before-commit', 'html-page', 'other-redirect', 'server-error'] as const)(
    'does not order again after %s',
    async (fault) => {
      const { registrar, world } = await underFault({ fault, operation: 'registerDomain' });
      expect((await errorOf(registrar.registerDomain(order))).code).toBe('OUTCOME_UNKNOWN');
      expect(world.ledger()).toEqual([]);
    },
  );

  it('does not order again when the order is executed behind its back', async () => {
    const { registrar, world } = await underFault({
      fault: 'commit-after-reconcile-read',
      operation: 'registerDomain',
    });
    const error = await errorOf(registrar.registerDomain(order));
    expect(error.code).toBe('OUTCOME_UNKNOWN');
    if (error.code !== 'OUTCOME_UNKNOWN') return;
    expect(world.ledger()).toHaveLength(1);
    expect(await registrar.reconcileOperation({ operation: error.handle })).toMatchObject({
      status: 'done',
    });
    expect(world.ledger()).toHaveLength(1);
  });

  it.each([
    'rate-limited',
    'key-rejected',
    'ip-not-allowed',
    'account-locked',
    'login-redirect',
  ] as const)('lets an order be made again after %s, which did nothing', async (fault) => {
    const { registrar, world } = await underFault({ fault, operation: 'registerDomain' });
    expect(await errorOf(registrar.registerDomain(order))).toMatchObject({ effect: 'none' });
    expect(await registrar.registerDomain(order)).toMatchObject({
      status: 'done',
      recovered: false,
    });
    expect(world.ledger()).toHaveLength(1);
  });

  it('proves a renewal by its new date', async () => {
    const { registrar, world } = await underFault({
      fault: 'answer-lost-after-commit',
      operation: 'renewDomain',
    });
    const { expiresOn } = world.find('demo-bakery.com')!;
    expect(
      await registrar.renewDomain({
        domain: 'demo-bakery.com',
        years: 1,
        expectedExpiresOn: expiresOn,
        price: 'listed',
      }),
    ).toMatchObject({ recovered: true, expiresOn: world.find('demo-bakery.com')?.expiresOn });
    expect(world.ledger()).toHaveLength(1);
  });
});

describe('the simulated vendor behind its real host name', () => {
  it('is reached through nock', async () => {
    const world = createDemoWorld();
    const mounted = mountSimulator(nock, createNamecheapSimulator({ world, environment: 'live' }));
    try {
      expect(mounted.baseUrl).toBe('https://api.namecheap.com/xml.response');
      const registrar = new NamecheapRegistrar(mounted.config as unknown as NamecheapConfig, {
        random: () => 0,
      });
      expect(await registrar.checkAvailability({ domains: ['google.com'] })).toMatchObject([
        { availability: 'taken' },
      ]);
      expect([registrar.environment, registrar.simulated]).toEqual(['live', true]);
    } finally {
      mounted.unmount();
    }
  });
});
