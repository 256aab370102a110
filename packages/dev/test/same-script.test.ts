import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  createRegistrar,
  isRegistrarError,
  operationNames,
  volatileJournal,
  type Registrar,
} from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { namecheap } from '@registrar-kit/namecheap';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import {
  aContactSet,
  createDemoWorld,
  FakeRegistrar,
  serveSimulator,
  type RegistrarSimulator,
  type RegistryWorld,
} from '@registrar-kit/testing';

// The script below knows no provider. It runs against each vendor's wire format over real sockets and against the fake,
// and all three must tell the same story.

interface Subject {
  readonly registrar: Registrar;
  readonly world: RegistryWorld;
  readonly close: () => Promise<void>;
}

/** Quota is proved elsewhere; here nobody should have to wait for it. */
const windows = [{ limit: 10_000, windowMs: 1000 }];
const unlimited = { windows };
const unhurried = { api: { windows } };

async function overTheWire(
  simulatorFor: (world: RegistryWorld) => RegistrarSimulator,
): Promise<Subject> {
  const world = createDemoWorld();
  const served = await serveSimulator(simulatorFor(world));
  const config = { ...served.config, quota: unhurried };
  const registrar = createRegistrar(config, [namecheap, domainNameApi], {
    journal: volatileJournal(),
  });
  return { registrar, world, close: () => served.close() };
}

const subjects: readonly (readonly [string, () => Promise<Subject>])[] = [
  [
    'namecheap',
    () => overTheWire((world) => createNamecheapSimulator({ world, quota: unlimited })),
  ],
  [
    'domain-name-api',
    () => overTheWire((world) => createDomainNameApiSimulator({ world, quota: unlimited })),
  ],
  [
    'FakeRegistrar',
    () => {
      const world = createDemoWorld();
      return Promise.resolve({
        registrar: new FakeRegistrar({ world }),
        world,
        close: () => Promise.resolve(),
      });
    },
  ],
];

const wanted = 'quiet-harbour-books.com';
const stories = new Map<string, readonly unknown[]>();

/** What a call came to, in the contract's own words, without what may rightly differ (prices, ids, dates of the vendor). */
async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    return isRegistrarError(error) ? error.code : 'not an error of this library';
  }
}

async function script({ registrar, world }: Subject): Promise<readonly unknown[]> {
  const story: unknown[] = [];
  const paidBefore = world.ledger().length;

  const access = await registrar.verifyAccess();
  story.push(access.environment, typeof access.account);
  const balance = await registrar.getBalance();
  story.push(balance.available.some((amount) => amount.currency === 'USD'));

  const rows = await registrar.checkAvailability({
    domains: [
      'openai.com',
      wanted,
      'OpenAI.com.',
      'münchen.de',
      'not a name',
      'harbour.io',
      'toyota.jp',
      `${'a'.repeat(64)}.com`,
      '🦊.com',
    ],
  });
  story.push(
    rows.map(({ input, domain, availability, reason, premium }) => [
      input,
      domain,
      availability,
      reason,
      premium?.registration?.currency,
    ]),
  );

  const quote = await registrar.quote({ operation: 'registerDomain', domain: wanted });
  story.push([quote.operation, quote.domain, quote.years, quote.premium, quote.price.currency]);
  story.push(await codeOf(registrar.quote({ operation: 'registerDomain', domain: 'openai.com' })));

  const order = { domain: wanted, years: 1, contacts: aContactSet(), price: quote };
  story.push(
    await codeOf(
      registrar.registerDomain({
        ...order,
        price: { atMost: { amount: '0.01', currency: 'USD' } },
      }),
    ),
  );
  story.push(
    await codeOf(
      registrar.registerDomain({ ...order, price: { atMost: { amount: '500', currency: 'EUR' } } }),
    ),
  );
  story.push(
    await codeOf(registrar.registerDomain({ ...order, domain: 'harbour.io', price: 'listed' })),
  );
  const dryRun = await registrar.registerDomain(order, { dryRun: true });
  story.push(dryRun.status, world.ledger().length - paidBefore);

  const bought = await registrar.registerDomain(order);
  story.push([
    bought.status,
    bought.domain,
    bought.years,
    bought.recovered,
    bought.replayed,
    bought.incomplete,
    bought.exceededConsent,
  ]);
  const again = await registrar.registerDomain(order);
  story.push([
    again.replayed,
    again.operation.id === bought.operation.id,
    world.ledger().length - paidBefore,
  ]);

  const domain = await registrar.getDomain({ domain: wanted.toUpperCase() });
  story.push([domain.domain, domain.status, typeof domain.expiresOn]);
  const expiresOn = domain.expiresOn ?? '';
  const renewal = await registrar.renewDomain({
    domain: wanted,
    years: 1,
    expectedExpiresOn: expiresOn,
    price: 'listed',
  });
  story.push([renewal.status, renewal.previousExpiresOn === expiresOn]);
  story.push(
    await codeOf(
      registrar.renewDomain({
        domain: wanted,
        years: 2,
        expectedExpiresOn: expiresOn,
        price: 'listed',
      }),
    ),
  );
  story.push(world.ledger().length - paidBefore);
  const renewed = await registrar.getDomain({ domain: wanted });
  story.push(Number(renewed.expiresOn?.slice(0, 4)) - Number(expiresOn.slice(0, 4)));

  const servers = await registrar.setNameservers({
    domain: wanted,
    nameservers: ['NS1.example.net.', 'ns2.example.net'],
  });
  story.push(servers.nameservers);
  story.push((await registrar.getNameservers({ domain: wanted })).nameservers);
  story.push(
    await codeOf(registrar.setNameservers({ domain: wanted, nameservers: ['ns1.example.net'] })),
  );

  const listed: string[] = [];
  for await (const item of registrar.listDomains()) listed.push(item.domain);
  story.push([listed.includes(wanted), new Set(listed).size === listed.length]);
  const tlds: string[] = [];
  for await (const item of registrar.listTlds()) tlds.push(item.tld);
  story.push(['com', 'co.uk', 'de'].map((tld) => tlds.includes(tld)));
  const prices = await registrar.getPrices({ tlds: ['com', 'jp'], operations: ['renewDomain'] });
  story.push([
    prices.prices.some((price) => price.tld === 'com' && price.years === 1),
    prices.missing,
  ]);

  story.push(await codeOf(registrar.getDomain({ domain: 'not-in-this-account.com' })));
  story.push(await codeOf(registrar.getDomain({ domain: 'www.example.com' })));
  story.push(await codeOf(registrar.checkAvailability({ domains: [] })));
  story.push(await codeOf(registrar.deleteDomain({ domain: wanted })));
  story.push(
    operationNames.every((name) => typeof registrar[name] === 'function'),
    registrar.simulated,
  );
  return story;
}

describe.each(subjects)('%s', (name, open) => {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());

  test('carries the script from access to list', async () => {
    const story = await script(subject);
    stories.set(name, story);
    expect(story).not.toHaveLength(0);
  }, 60_000);
});

test('all three tell the same story', () => {
  const [first, ...others] = subjects.map(([name]) => stories.get(name));
  expect(first).toBeDefined();
  for (const other of others) expect(other).toEqual(first);
});
