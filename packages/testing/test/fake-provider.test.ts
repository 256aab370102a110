import { describe, expect, it } from '@jest/globals';
import {
  ConfigurationError,
  createRegistrar,
  createRegistrars,
  diagnoseRegistrar,
  registrarConfigFromEnv,
  volatileJournal,
  type RegistrarEvent,
  type RegistrarProvider,
} from '@registrar-kit/core';
import {
  aBalance,
  aContactSet,
  fakeCapabilities,
  fakeProvider,
  FakeRegistrar,
  stubRegistrar,
} from '@registrar-kit/testing';

const order = {
  domain: 'new-bakery.com',
  years: 1,
  contacts: aContactSet(),
  price: 'listed',
} as const;
const config = { provider: 'namecheap', environment: 'live', apiUser: 'panel' };

/** As an adapter has it, as far as a fake can take it over. */
const real: RegistrarProvider = {
  id: 'namecheap',
  capabilities: {
    ...fakeCapabilities,
    getAuthCode: { support: 'unsupported', reason: 'not here' },
  },
  probes: [],
  parseConfig: (given) => {
    if ('apiUser' in (given as object)) return given as object;
    throw new ConfigurationError({
      provider: 'namecheap',
      operation: 'parseConfig',
      issues: [{ path: 'apiUser', problem: 'is missing', cure: 'give it' }],
    });
  },
  fromEnv: ({ NAMECHEAP_API_USER }) => ({ apiUser: NAMECHEAP_API_USER }),
  create: () => {
    throw new Error('the real registrar must not be made');
  },
  readFailure: () => Promise.reject(new Error('as the adapter reads it')),
};

describe('a provider over a fake', () => {
  it('gives a registrar of its name, with the levers of the fake', async () => {
    const fake = new FakeRegistrar();
    const events: RegistrarEvent[] = [];
    const journal = volatileJournal();
    const registrar = createRegistrar(config, [fakeProvider('namecheap', fake)], {
      journal,
      onEvent: (event) => events.push(event),
    });
    expect(registrar).toMatchObject({
      provider: 'namecheap',
      environment: 'live',
      simulated: true,
      capabilities: fakeCapabilities,
    });
    fake.plan('answer-lost-after-commit');
    const bought = await registrar.registerDomain(order);
    expect(bought).toMatchObject({ recovered: true, operation: { provider: 'namecheap' } });
    expect(fake.ledger).toHaveLength(1);
    expect(fake.callsOf('registerDomain')).toHaveLength(1);
    expect(events.map(({ type, provider }) => [type, provider])).toContainEqual([
      'operation.succeeded',
      'namecheap',
    ]);
    fake.failNext('getBalance', 'RATE_LIMITED');
    await expect(registrar.getBalance()).rejects.toMatchObject({
      provider: 'namecheap',
      environment: 'live',
    });
  });

  it('refuses to buy without a journal, as in production', async () => {
    const fake = new FakeRegistrar();
    const registrar = createRegistrar(config, [fakeProvider('namecheap', fake)]);
    await expect(registrar.registerDomain(order)).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
    });
    expect(fake.ledger).toEqual([]);
  });

  it('moves with the clock of the fake', async () => {
    const fake = new FakeRegistrar();
    fake.seed('own-bakery.com');
    const registrar = createRegistrar(config, [fakeProvider('namecheap', fake)]);
    const quote = await registrar.quote({ operation: 'renewDomain', domain: 'own-bakery.com' });
    await fake.advanceTime({ days: 370 });
    expect(Date.parse(quote.validUntil)).toBeLessThan(fake.world.clock.now());
    expect((await registrar.getDomain({ domain: 'own-bakery.com' })).status).not.toBe('active');
  });

  it('checks the configuration and offers what the real one does', async () => {
    const provider = fakeProvider(real, new FakeRegistrar());
    expect(() => createRegistrar({ provider: 'namecheap' }, [provider])).toThrow('apiUser');
    const registrar = createRegistrar(config, [provider]);
    expect(registrar.capabilities).toBe(real.capabilities);
    await expect(registrar.getAuthCode({ domain: 'a.com' })).rejects.toMatchObject({
      code: 'UNSUPPORTED_OPERATION',
      reason: 'not here',
    });
    const env = {
      REGISTRAR_PROVIDER: 'namecheap',
      REGISTRAR_ENVIRONMENT: 'test',
      NAMECHEAP_API_USER: 'panel',
    };
    expect(registrarConfigFromEnv([provider], env)).toMatchObject({ apiUser: 'panel' });
  });

  it('takes any configuration that names it where there is no real one', () => {
    const provider = fakeProvider('namecheap', new FakeRegistrar());
    expect(provider.parseConfig(config)).toBe(config);
    expect(provider.fromEnv({})).toEqual({});
    for (const other of [{ provider: 'other' }, null, 'namecheap'])
      expect(() => provider.parseConfig(other)).toThrow('namecheap: parseConfig: provider');
  });

  it('chooses the fake by the configuration, for several accounts', async () => {
    const fakes = { first: new FakeRegistrar(), second: new FakeRegistrar() };
    const provider = fakeProvider(real, ({ apiUser }) =>
      apiUser === 'second' ? fakes.second : fakes.first,
    );
    const runtime = { journal: volatileJournal() };
    const registrar = createRegistrar({ ...config, apiUser: 'second' }, [provider], runtime);
    await registrar.registerDomain(order);
    expect([fakes.first.ledger.length, fakes.second.ledger.length]).toEqual([0, 1]);
  });

  it('gives several accounts at one provider, each with a fake of its own', async () => {
    const fakes = { first: new FakeRegistrar(), second: new FakeRegistrar() };
    const provider = fakeProvider(real, ({ apiUser }) =>
      apiUser === 'second' ? fakes.second : fakes.first,
    );
    const journal = volatileJournal();
    const accounts = {
      main: { provider: 'namecheap', apiUser: 'first' },
      spare: { provider: 'namecheap', apiUser: 'second' },
    };
    const registrars = createRegistrars({ environment: 'test', registrars: accounts }, [provider], {
      journal,
    });
    // The same order at both: two accounts, so two orders.
    await registrars.get('main').registerDomain(order);
    await registrars.get('spare').registerDomain(order);
    expect([fakes.first.ledger.length, fakes.second.ledger.length]).toEqual([1, 1]);
    const one = [fakeProvider(real, fakes.first)];
    expect(() => createRegistrars({ environment: 'test', registrars: accounts }, one)).toThrow(
      'is the same account as',
    );
  });

  it('hands out any other registrar as it is', () => {
    const stub = stubRegistrar({ getBalance: aBalance() });
    expect(createRegistrar(config, [fakeProvider('namecheap', stub)])).toBe(stub);
  });

  it('can be examined', async () => {
    const fake = new FakeRegistrar();
    const providers = [fakeProvider('namecheap', fake)];
    expect((await diagnoseRegistrar(config, providers)).outcome).toBe('passed');
    fake.plan('ip-not-allowed');
    const found = await diagnoseRegistrar(config, providers);
    expect(found).toMatchObject({
      outcome: 'failed',
      exitCode: 4,
      worst: { code: 'ACCESS_DENIED' },
    });
    const faulty = await diagnoseRegistrar({ provider: 'namecheap' }, [fakeProvider(real, fake)]);
    expect(faulty.exitCode).toBe(2);
  });

  it('reads failures as the real one does, or not at all', async () => {
    const failure = { status: 200, body: '' };
    const own = await fakeProvider('namecheap', new FakeRegistrar()).readFailure(failure);
    expect(own.error).toBeUndefined();
    expect(own.redact('text')).toBe('text');
    const provider = fakeProvider(real, new FakeRegistrar());
    await expect(provider.readFailure(failure)).rejects.toThrow('as the adapter reads it');
  });
});
