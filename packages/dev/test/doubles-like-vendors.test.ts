import { describe, expect, it, test } from '@jest/globals';
import {
  createRegistrar,
  money,
  operationNames,
  volatileJournal,
  type CapabilityTable,
  type RegistrarProvider,
  type UnsupportedCapability,
} from '@registrar-kit/core';
import {
  domainNameApi,
  domainNameApiCapabilities,
  DomainNameApiRegistrar,
} from '@registrar-kit/domain-name-api';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { namecheap, namecheapCapabilities, NamecheapRegistrar } from '@registrar-kit/namecheap';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import {
  aContactSet,
  createDemoWorld,
  fakeProvider,
  FakeRegistrar,
  type PlanEntry,
  type RegistrarSimulator,
  type RegistryWorld,
  type SimulatorQuota,
} from '@registrar-kit/testing';
import { mountSimulator } from '@registrar-kit/testing/jest';
import nock from 'nock';

const domain = 'new-bakery.com';
const order = { domain, years: 1, contacts: aContactSet(), price: 'listed' } as const;

interface Vendor {
  readonly capabilities: CapabilityTable;
  readonly provider: RegistrarProvider;
  /** What a panel has in production, well-formed and in force nowhere. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly open: (options: {
    readonly world: RegistryWorld;
    readonly quota: SimulatorQuota;
  }) => RegistrarSimulator;
  /** Whether an order for a premium name must name its price. */
  readonly wantsPriceRepeated: boolean;
  readonly isOwn: (registrar: unknown) => boolean;
}

const vendors: Readonly<Record<string, Vendor>> = {
  namecheap: {
    capabilities: namecheapCapabilities,
    provider: namecheap,
    config: {
      provider: 'namecheap',
      environment: 'live',
      apiUser: 'CANARYuser',
      apiKey: 'CANARYkey0123456789abcdef01234567',
      clientIp: '192.0.2.7',
    },
    open: createNamecheapSimulator,
    wantsPriceRepeated: true,
    isOwn: (registrar) => registrar instanceof NamecheapRegistrar,
  },
  'domain-name-api': {
    capabilities: domainNameApiCapabilities,
    provider: domainNameApi,
    config: {
      provider: 'domain-name-api',
      environment: 'live',
      resellerId: '00000000-0000-4000-8000-0000000c0de0',
      apiKey: 'CANARY-key-0123456789',
    },
    open: createDomainNameApiSimulator,
    wantsPriceRepeated: false,
    isOwn: (registrar) => registrar instanceof DomainNameApiRegistrar,
  },
};

describe.each(Object.entries(vendors))('a FakeRegistrar like %s', (_, vendor) => {
  const { capabilities, provider, config } = vendor;
  const missing = operationNames.filter((name) => capabilities[name].support === 'unsupported');

  test.each(missing)('has no %s, for the same reason', async (operation) => {
    const fake = new FakeRegistrar({ capabilities });
    const { reason, alternative } = capabilities[operation] as UnsupportedCapability;
    const method = Reflect.get(fake, operation) as (input: unknown) => Promise<unknown>;
    await expect(method.call(fake, { domain })).rejects.toBeRegistrarError(
      'UNSUPPORTED_OPERATION',
      {
        operation,
        reason,
        alternative,
      },
    );
    expect(fake.calls).toEqual([]);
  });

  it('keeps to the limits of the table', async () => {
    const fake = new FakeRegistrar({ capabilities });
    const { checkAvailability } = capabilities;
    if (checkAvailability.support === 'unsupported') throw new Error('it cannot search');
    const { namesPerRequest } = checkAvailability;
    const domains = Array.from({ length: namesPerRequest + 1 }, (_, index) => `a${index}.com`);
    const rows = await fake.checkAvailability({ domains });
    expect(rows.map(({ input }) => input)).toEqual(domains);
    const batches = fake.callsOf('checkAvailability').map(({ input }) => input.length);
    expect(batches).toEqual([namesPerRequest, 1]);
    const eleven = { ...order, years: 11 };
    await expect(fake.registerDomain(eleven)).rejects.toBeRegistrarError('INVALID_INPUT');
    expect(fake).not.toHaveCharged();
  });

  it('takes its place by the same configuration', async () => {
    const fake = new FakeRegistrar();
    const providers = [fakeProvider(provider, fake)];
    const registrar = createRegistrar(config, providers, { journal: volatileJournal() });
    expect(vendor.isOwn(createRegistrar(config, [provider]))).toBe(true);
    expect(vendor.isOwn(registrar)).toBe(false);
    expect(registrar).toMatchObject({
      provider: provider.id,
      environment: 'live',
      capabilities,
      simulated: true,
    });
    await registrar.registerDomain(order);
    expect(fake).toHaveRegistered(domain);
    fake.plan('ip-not-allowed');
    const failure: unknown = await registrar.getBalance().catch((error: unknown) => error);
    expect(failure).toBeRegistrarError('ACCESS_DENIED', { provider: provider.id });
    expect(JSON.stringify([failure, fake.calls])).not.toContain('CANARY');
    expect(() => createRegistrar({ ...config, apiKey: '' }, providers)).toBeRegistrarError(
      'CONFIGURATION_INVALID',
    );
  });
});

describe.each(Object.entries(vendors))('the mounted simulator of %s', (_, vendor) => {
  const { provider, open } = vendor;
  const speedy = { windows: [{ limit: 10_000, windowMs: 1000 }] };

  function mount(faults: readonly PlanEntry[] = [], world = createDemoWorld()) {
    const { config } = mountSimulator(nock, open({ world, quota: speedy }), { faults });
    const runtime = { clock: world.clock, journal: volatileJournal(), random: () => 0 };
    const unhurried = { ...config, quota: { api: speedy } };
    return { world, registrar: createRegistrar(unhurried, [provider], runtime) };
  }

  it('answers at the real host of the vendor', async () => {
    const { world, registrar } = mount();
    expect(registrar.simulated).toBe(false);
    await registrar.registerDomain(order);
    expect(registrar.simulated).toBe(true);
    expect(world).toHaveRegistered(domain);
  });

  it('is gone after the test', async () => {
    const world = createDemoWorld();
    const simulator = open({ world, quota: speedy });
    const baseUrl = `https://${simulator.hosts[0] ?? ''}${simulator.basePath}`;
    const registrar = createRegistrar(simulator.config(baseUrl), [provider]);
    await expect(registrar.getBalance()).rejects.toBeRegistrarError('TRANSPORT_FAILED');
  });

  it('refuses as planned', async () => {
    const { registrar } = mount(['ip-not-allowed']);
    await expect(registrar.getBalance()).rejects.toBeRegistrarError('ACCESS_DENIED');
    await registrar.getBalance();
  });

  it('loses the answer of a purchase, and nobody pays twice', async () => {
    const { world, registrar } = mount(['answer-lost-after-commit']);
    expect(await registrar.registerDomain(order)).toMatchObject({ recovered: true });
    expect(world).toHaveRegistered(domain);
  });

  it('changes the price of a premium name while it is ordered', async () => {
    const world = createDemoWorld();
    const dollars = [money('100.00', 'USD')];
    const prices = {
      registerDomain: dollars,
      renewDomain: dollars,
      transferDomain: dollars,
      restoreDomain: dollars,
    };
    world.setPremium({ domain: 'gold-bakery.com', prices });
    const { registrar } = mount(['premium-price-changed'], world);
    const gold = 'gold-bakery.com';
    const price = await registrar.quote({ operation: 'registerDomain', domain: gold });
    const ordered = registrar.registerDomain({ ...order, domain: gold, price });
    if (vendor.wantsPriceRepeated) {
      await expect(ordered).rejects.toBeRegistrarError('PRICE_CHANGED', { effect: 'none' });
      expect(world).not.toHaveCharged();
      return;
    }
    await ordered;
    expect(world).toHaveRegistered(gold);
    expect(world).not.toHaveRegistered(gold, { charged: price.price });
  });

  it('lets somebody else have the name, or the money', async () => {
    const { world, registrar } = mount(['name-taken']);
    const ordered = registrar.registerDomain(order);
    await expect(ordered).rejects.toBeRegistrarError('DOMAIN_UNAVAILABLE');
    world.surprises.add({ surprise: 'balance-spent' });
    const other = registrar.registerDomain({ ...order, domain: 'other-bakery.com' });
    await expect(other).rejects.toBeRegistrarError('INSUFFICIENT_FUNDS');
    expect(world).not.toHaveCharged();
  });

  it('charges a listed price that has changed, and the result says so', async () => {
    const { registrar } = mount(['listed-price-changed']);
    const { charged, exceededConsent } = await registrar.registerDomain(order);
    expect(exceededConsent === undefined).toBe(charged === undefined);
  });

  it('lets a registration wait for its day', async () => {
    const world = createDemoWorld();
    const day = (days: number) =>
      new Date(world.clock.now() + days * 86_400_000).toISOString().slice(0, 10);
    const { registrar } = mount([{ name: 'pending-until', until: day(10) }], world);
    await registrar.registerDomain(order);
    expect(world.find(domain)?.status).toBe('pending');
    await world.advanceTime({ days: 11 });
    expect((await registrar.getDomain({ domain })).status).toBe('active');
  });
});
