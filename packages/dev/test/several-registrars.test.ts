import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createRegistrars,
  volatileJournal,
  type QuoteComparison,
  type RegistrarEvent,
  type RegistrarRoutes,
  type Registrars,
  type RoutedAvailability,
} from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { namecheap } from '@registrar-kit/namecheap';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import {
  aContactSet,
  amountIn,
  createDemoWorld,
  demoAccounts,
  demoTlds,
  dollarsAndLira,
  FakeRegistrar,
  fakeProvider,
  ManualClock,
  mountSimulator,
  type MountedSimulator,
  type RegistryWorld,
} from '@registrar-kit/testing';
import nock from 'nock';

// Two Namecheap accounts and one at Domain Name API, behind their real host names and in their own wire formats.

const { user, colleague, reseller } = demoAccounts;
const canary = {
  main: '0ca9a4c0ffee4f1d7b90ca9a40000001',
  second: '0ca9a4c0ffee4f1d7b90ca9a40000002',
  dna: '0ca9a4c0-ffee-4f1d-7b90-ca9a40000003',
};

let namecheapWorld: RegistryWorld;
let dnaWorld: RegistryWorld;
let mounted: MountedSimulator[];
let events: RegistrarEvent[];
const clock = new ManualClock();

beforeEach(() => {
  const tlds = demoTlds.filter(({ tld }) => !tld.endsWith('.tr'));
  namecheapWorld = createDemoWorld({ tlds });
  namecheapWorld.updateAccount(user.id, { keys: { test: canary.main } });
  namecheapWorld.updateAccount(colleague.id, { keys: { test: canary.second } });
  dnaWorld = createDemoWorld();
  dnaWorld.updateAccount(reseller.id, { keys: { test: canary.dna } });
  dnaWorld.setPrice('com', 'registerDomain', dollarsAndLira('9.99'));
  const quota = { speed: 1000 };
  mounted = [
    createNamecheapSimulator({ world: namecheapWorld, quota }),
    createDomainNameApiSimulator({ world: dnaWorld, quota }),
  ].map((simulator) => mountSimulator(nock, simulator, { clock }));
  events = [];
});

afterEach(() => {
  for (const each of mounted) each.unmount();
  for (const secret of Object.values(canary)) expect(JSON.stringify(events)).not.toContain(secret);
});

const routes: RegistrarRoutes = {
  domains: { 'demo-bakery.com': 'main' },
  tlds: { com: ['main', 'dna'], 'com.tr': ['second', 'dna'], 'co.uk': 'second' },
  default: ['dna', 'main'],
};

/** The three accounts as one file holds them; each can be given other fields. */
function open(
  changes: Partial<Record<'main' | 'second' | 'dna', object>> = {},
  rules = routes,
): Registrars {
  // Without an address, so that the vendors' own are asked.
  const [atNamecheap, atDna] = mounted.map(({ config }) =>
    Object.fromEntries(Object.entries(config).filter(([field]) => field !== 'baseUrl')),
  );
  const account = {
    ...atNamecheap,
    quota: { api: { windows: [{ limit: 1000, windowMs: 1000 }] } },
  };
  return createRegistrars(
    {
      environment: 'test',
      registrars: {
        main: {
          ...account,
          apiUser: user.id,
          userName: user.id,
          apiKey: canary.main,
          ...changes.main,
        },
        second: {
          ...account,
          apiUser: colleague.id,
          userName: colleague.id,
          apiKey: canary.second,
          ...changes.second,
        },
        dna: { ...atDna, apiKey: canary.dna, ...changes.dna },
      },
      routes: rules,
    },
    [namecheap, domainNameApi],
    { journal: volatileJournal(), random: () => 0, onEvent: (event) => events.push(event) },
  );
}

function told(rows: readonly RoutedAvailability[]): readonly string[] {
  return rows.map(({ input, availability, registrar, error, alsoAsked = [] }) =>
    [
      `${input} ${availability}`,
      registrar ?? 'nobody',
      ...(error === undefined ? [] : [error.code]),
      ...alsoAsked.map((each) => `${each.registrar}: ${each.error?.code ?? each.reason}`),
    ].join(', '),
  );
}

function priced({ rows }: QuoteComparison): readonly string[] {
  return rows.map(({ registrar, quote, error }) =>
    quote === undefined ? `${registrar} ${error.code}` : `${registrar} ${quote.price.amount}`,
  );
}

const names = [
  'openai.com',
  'harbour-lights.com',
  'yerel-pazar.com.tr',
  'a-b-c.co.uk',
  'müller-x.de',
];

describe('several registrars', () => {
  it('answer together, each for what it sells', async () => {
    const registrars = open();
    expect(told(await registrars.checkAvailability({ domains: names }))).toEqual([
      'openai.com taken, main',
      'harbour-lights.com available, main',
      'yerel-pazar.com.tr available, dna, second: tld_not_sold',
      'a-b-c.co.uk available, second',
      'müller-x.de available, dna',
    ]);
  });

  it('are compared by price, and the cheapest sells', async () => {
    const registrars = open();
    const order = { operation: 'registerDomain', domain: 'harbour-lights.com', years: 2 } as const;
    const comparison = await registrars.quote(order);
    expect(priced(comparison)).toEqual(['dna 20.38', 'main 20.96']);
    expect(comparison.cheapest).toMatchObject([{ currency: 'USD', registrars: ['dna'] }]);

    const [best] = comparison.rows;
    const { domain, years } = order;
    const bought = await registrars
      .get(best!.registrar)
      .registerDomain({ domain, years, contacts: aContactSet(), price: best!.quote! });
    expect(bought.status).toBe('done');
    expect(dnaWorld.ledger().map(({ account }) => account)).toEqual([reseller.id]);
    expect(amountIn(dnaWorld.balanceOf(reseller.id), 'USD')?.amount).toBe('979.62');
    expect(namecheapWorld.ledger()).toEqual([]);

    expect(await registrars.locateDomain({ domain })).toMatchObject({
      heldBy: ['dna'],
      complete: true,
      rows: [{ outcome: 'absent' }, { outcome: 'absent' }, { outcome: 'held' }],
    });
  });

  it('lead to the account that manages a domain, and can be told apart', async () => {
    const registrars = open();
    const domain = 'demo-bakery.com';
    expect(await registrars.forDomain(domain).getDomain({ domain })).toMatchObject({
      status: 'active',
    });
    await registrars.get('second').verifyAccess();
    const sent = events.filter(({ type }) => type === 'request.sent');
    expect(sent.map(({ provider, registrar }) => `${provider} ${String(registrar)}`)).toEqual([
      'namecheap main',
      'namecheap second',
    ]);
  });

  it('lose nothing but what nobody else sells when a key is wrong', async () => {
    const registrars = open({ main: { apiKey: 'f'.repeat(32) } });
    const wrong = 'AUTHENTICATION_FAILED';
    expect(told(await registrars.checkAvailability({ domains: names }))).toEqual([
      `openai.com taken, dna, main: ${wrong}`,
      `harbour-lights.com available, dna, main: ${wrong}`,
      'yerel-pazar.com.tr available, dna, second: tld_not_sold',
      'a-b-c.co.uk available, second',
      'müller-x.de available, dna',
    ]);
    const order = { operation: 'registerDomain', domain: 'harbour-lights.com' } as const;
    expect(priced(await registrars.quote(order))).toEqual(['dna 10.19', `main ${wrong}`]);
    expect(await registrars.locateDomain({ domain: 'demo-bakery.com' })).toMatchObject({
      heldBy: [],
      complete: false,
    });
  });

  it('lose nothing but what nobody else sells when one is down', async () => {
    const registrars = open();
    dnaWorld.faults.add({ fault: 'server-error', times: 1000 });
    const down = 'PROVIDER_UNAVAILABLE';
    expect(told(await registrars.checkAvailability({ domains: names }))).toEqual([
      'openai.com taken, main',
      'harbour-lights.com available, main',
      `yerel-pazar.com.tr unknown, dna, ${down}, second: tld_not_sold`,
      'a-b-c.co.uk available, second',
      `müller-x.de available, main, dna: ${down}`,
    ]);
    const listed: string[] = [];
    for await (const row of registrars.listDomains())
      listed.push(`${row.registrar} ${row.error === undefined ? row.domain : row.error.code}`);
    expect(listed).toContain('main demo-bakery.com');
    expect(listed.at(-1)).toBe(`dna ${down}`);
  });

  it('wait for one that is slow no longer than the deadline', async () => {
    const registrars = open();
    // By a clock that stands still, so that the answer never comes.
    dnaWorld.faults.add({ fault: 'slow-answer', delayMs: 60_000, times: 1000 });
    const domains = ['harbour-lights.com', 'yerel-pazar.com.tr'];
    expect(told(await registrars.checkAvailability({ domains }, { timeoutMs: 2000 }))).toEqual([
      'harbour-lights.com available, main',
      'yerel-pazar.com.tr unknown, dna, TIMEOUT, second: tld_not_sold',
    ]);
  });

  it('fail together only when nobody answers at all', async () => {
    const registrars = open(
      { main: { apiKey: 'f'.repeat(32) }, second: { apiKey: 'f'.repeat(32) } },
      { default: ['main', 'second'] },
    );
    const answer = registrars.checkAvailability({ domains: ['a-b-c.com'] });
    await expect(answer).rejects.toMatchObject({ code: 'AUTHENTICATION_FAILED' });
  });

  it('refuse one Namecheap user under two names', () => {
    expect(() => open({ second: { apiUser: user.id } })).toThrow(
      'registrars.second: is the same account as registrars.main',
    );
  });

  it('tell every fault of their configuration by its path, and show no key', () => {
    const work = (): unknown =>
      open(
        {
          second: { apiKey: `${canary.second} `, clientIP: '192.0.2.1' },
          dna: { apiKey: undefined },
        },
        { default: 'nobody' },
      );
    expect(work).toThrow(
      /registrars\.second\.apiKey: .*registrars\.second\.clientIP: .*registrars\.dna\.apiKey: .*routes\.default: /,
    );
    expect(work).not.toThrow(canary.second);
  });
});

it('takes the configuration that the README shows, once it is filled in', () => {
  const readme = readFileSync(join(__dirname, '../../core/README.md'), 'utf8');
  const [, section = ''] = readme.split('\n## Several registrars at once\n');
  const shown = /```json\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
  const values = [user.id, canary.main, colleague.id, canary.second, reseller.id, canary.dna];
  const filled = shown.replace(/…/g, () => values.shift() ?? '');
  const registrars = createRegistrars(JSON.parse(filled), [namecheap, domainNameApi]);
  expect(registrars.names).toEqual(['main', 'second', 'dna']);
  expect(registrars.forDomain('example.co.uk').provider).toBe('domain-name-api');
  expect(values).toEqual([]);
});

it('runs on fakes, as a panel tests it', async () => {
  const [cheap, dear] = [new FakeRegistrar(), new FakeRegistrar()];
  dear.world.setPrice('com', 'registerDomain', dollarsAndLira('99.00'));
  const registrars = createRegistrars(
    { environment: 'test', registrars: { a: { provider: 'dear' }, b: { provider: 'cheap' } } },
    [fakeProvider('dear', dear), fakeProvider('cheap', cheap)],
  );
  const order = { operation: 'registerDomain', domain: 'harbour-lights.com' } as const;
  expect(priced(await registrars.quote(order))).toEqual(['b 10.48', 'a 99.20']);
});
