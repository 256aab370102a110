import { afterEach, describe, expect, it } from '@jest/globals';
import {
  addYears,
  isRegistrarError,
  volatileJournal,
  type RegistrarEvent,
} from '@registrar-kit/core';
import {
  aContactSet,
  createDemoWorld,
  demoAccounts,
  serveSimulator,
  type ServedSimulator,
} from '@registrar-kit/testing';
import { domainNameApi } from '../../src/index.js';
import { createDomainNameApiSimulator } from '../../src/simulator/index.js';

let served: ServedSimulator | undefined;

async function start(options: Partial<Parameters<typeof createDomainNameApiSimulator>[0]> = {}) {
  const world = options.world ?? createDemoWorld();
  const simulator = createDomainNameApiSimulator({ quota: { speed: 50 }, ...options, world });
  served = await serveSimulator(simulator);
  const events: RegistrarEvent[] = [];
  const registrar = domainNameApi.create(served.config, {
    journal: volatileJournal(),
    onEvent: (event) => events.push(event),
  });
  return { world, registrar, events, served };
}

afterEach(async () => {
  await served?.close();
  served = undefined;
});

describe('the simulator over real sockets', () => {
  it('runs the main job', async () => {
    const { world, registrar, events } = await start();
    await expect(registrar.verifyAccess()).resolves.toEqual({
      account: demoAccounts.reseller.id,
      environment: 'test',
    });
    expect(registrar.simulated).toBe(true);
    const before = await registrar.getBalance();
    expect(before).toEqual({
      available: [
        { amount: '1000', currency: 'USD' },
        { amount: '1000', currency: 'TRY' },
      ],
    });

    const names = [
      'openai.com',
      'Free-Name.com.',
      'bbc.co.uk',
      'frei-name.com.tr',
      'münchen.de',
      '-bad-.com',
      'demo-premium.com',
      'name.zz--',
      'some-name.fr',
      'some.museum',
    ];
    const rows = await registrar.checkAvailability({ domains: names });
    expect(rows.map(({ availability, reason }) => reason ?? availability)).toEqual([
      'taken',
      'available',
      'taken',
      'available',
      'taken',
      'invalid_name',
      'available',
      'invalid_name',
      'available',
      'tld_not_sold',
    ]);
    expect(rows[6]?.premium).toEqual({ registration: { amount: '1250.2', currency: 'USD' } });

    const domain = 'free-name.com';
    const quote = await registrar.quote({ operation: 'registerDomain', domain });
    expect(quote.price).toEqual({ amount: '10.48', currency: 'USD' });
    const bought = await registrar.registerDomain({
      domain,
      years: 1,
      contacts: aContactSet(),
      price: quote,
      lock: true,
      privacy: true,
      nameservers: ['ns1.example.net', 'ns2.example.net'],
    });
    expect(bought).toMatchObject({
      status: 'done',
      domain,
      years: 1,
      recovered: false,
      incomplete: [],
      expiresOn: addYears(world.today(), 1),
    });

    const read = await registrar.getDomain({ domain });
    expect(read).toMatchObject({
      status: 'active',
      locked: true,
      privacy: true,
      autoRenew: false,
      expiresOn: addYears(world.today(), 1),
    });

    const renewed = await registrar.renewDomain({
      domain,
      years: 2,
      expectedExpiresOn: read.expiresOn!,
      price: 'listed',
    });
    expect(renewed).toMatchObject({ status: 'done', expiresOn: addYears(world.today(), 3) });
    const set = await registrar.setNameservers({
      domain,
      nameservers: ['ns3.example.net', 'ns4.example.net'],
    });
    expect(set.nameservers).toEqual(['ns3.example.net', 'ns4.example.net']);

    const listed = [];
    for await (const row of registrar.listDomains()) listed.push(row);
    expect(listed[0]).toMatchObject({ domain, status: 'active' });
    expect(world.ledger({ domain })).toHaveLength(2);
    expect(events.filter(({ type }) => type === 'drift')).toEqual([]);
    expect(events.filter(({ type }) => type === 'retry.scheduled')).toEqual([]);
  }, 20_000);

  it('answers a wrong key with a redirect to a login page', async () => {
    const {
      served: { config },
    } = await start();
    const registrar = domainNameApi.create({ ...config, apiKey: demoAccounts.reseller.keys.live });
    const error: unknown = await registrar.verifyAccess().catch((thrown: unknown) => thrown);
    expect(isRegistrarError(error, 'AUTHENTICATION_FAILED') && error.toJSON()).toMatchObject({
      status: 401,
      reason: 'unauthorized',
      vendor: { httpStatus: 302 },
    });
  });
});
