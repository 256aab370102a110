import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, test } from '@jest/globals';
import { createRegistrar, isRegistrarError, money, volatileJournal } from '@registrar-kit/core';
import {
  aBalance,
  aContactSet,
  aDomain,
  aDomainSummary,
  aRegistrarError,
  FakeRegistrar,
  fakeCapabilities,
  fakeProvider,
  ManualClock,
  RegistryWorld,
  stubRegistrar,
} from '@registrar-kit/testing';
import { useFakeRegistrar } from '@registrar-kit/testing/jest';

const printed: unknown[][] = [];
const console = { log: (...values: unknown[]) => printed.push(values) };

beforeEach(() => {
  printed.length = 0;
});

describe('what the README shows', () => {
  it('pays once, although the answer was lost', async () => {
    // example
    const registrar = new FakeRegistrar();
    registrar.seed({ domain: 'own-bakery.com', expiresOn: '2027-03-01' });
    registrar.plan('answer-lost-after-commit', { operation: 'renewDomain' });

    const renewed = await registrar.renewDomain({
      domain: 'own-bakery.com',
      years: 1,
      expectedExpiresOn: '2027-03-01',
      price: { atMost: money('20.00', 'USD') },
    });

    console.log(renewed.recovered, renewed.expiresOn); // true 2028-03-01
    console.log(registrar.ledger.length); // 1: paid once, although the answer was lost
    // end of the example
    expect(printed).toEqual([[true, '2028-03-01'], [1]]);
  });

  it('fails on purpose and tells what was sent', async () => {
    // example
    const registrar = new FakeRegistrar();
    registrar.seed('own-bakery.com');
    registrar.failNext('setLock', 'RATE_LIMITED', { retryAfterMs: 3000 });

    const wanted = { domain: 'own-bakery.com', locked: true };
    const failure: unknown = await registrar.setLock(wanted).catch((error: unknown) => error);
    await registrar.setLock(wanted);

    console.log(isRegistrarError(failure, 'RATE_LIMITED') && failure.retryAfterMs); // 3000
    console.log(registrar.calls.map((call) => call.operation)); // [ 'setLock', 'setLock' ]
    console.log(registrar.world.find('own-bakery.com')?.locked); // true
    // end of the example
    expect(printed).toEqual([[3000], [['setLock', 'setLock']], [true]]);
  });

  it('moves a domain here', async () => {
    // example
    const registrar = new FakeRegistrar();
    const { world } = registrar;
    world.putForeignDomain({ domain: 'far-bakery.com', authCode: 'Made-Up!1' });

    const { operation } = await registrar.transferDomain({
      domain: 'far-bakery.com',
      authCode: 'Made-Up!1',
      price: 'listed',
    });
    console.log((await registrar.getDomain({ domain: 'far-bakery.com' })).status); // transfer_in

    world.transfers.fail('far-bakery.com', 'losing_registrar');
    console.log((await registrar.getOperation({ operation })).status); // failed

    await registrar.resubmitTransfer({ domain: 'far-bakery.com' });
    world.transfers.complete('far-bakery.com');
    console.log((await registrar.getOperation({ operation })).status); // done
    // end of the example
    expect(printed).toEqual([['transfer_in'], ['failed'], ['done']]);
  });

  it('lets time pass', async () => {
    // example
    const clock = new ManualClock('2026-01-15T12:00:00.000Z');
    const registrar = new FakeRegistrar({ world: new RegistryWorld({ clock }) });
    const domain = 'own-bakery.com';
    registrar.seed({ domain, expiresOn: '2026-01-20' });

    await registrar.advanceTime({ days: 60 });
    console.log((await registrar.getDomain({ domain })).status); // redemption

    const price = await registrar.quote({ operation: 'restoreDomain', domain });
    const restored = await registrar.restoreDomain({ domain, price });
    console.log(restored.expiresOn, restored.charged?.amount); // 2027-01-20 88.00
    // end of the example
    expect(printed).toEqual([['redemption'], ['2027-01-20', '88.00']]);
  });

  it('writes a zone that somebody else writes too', async () => {
    // example
    const registrar = new FakeRegistrar();
    const { world, account } = registrar;
    const domain = 'own-bakery.com';
    registrar.seed(domain);

    const plan = await registrar.planRecords({
      domain,
      change: { add: [{ type: 'A', name: 'www', value: '192.0.2.1' }] },
    });
    // Somebody else is faster.
    world.zones.set(account, domain, [{ type: 'A', name: '@', value: '192.0.2.9' }]);
    const applied = registrar.applyRecords({ plan });
    const failure: unknown = await applied.catch((error: unknown) => error);

    console.log(isRegistrarError(failure, 'INVALID_DOMAIN_STATE')); // true
    console.log(world.zones.of(account, domain).records.length); // 1
    // end of the example
    expect(printed).toEqual([[true], [1]]);
  });

  it('offers less', async () => {
    // example
    const registrar = new FakeRegistrar({
      capabilities: {
        ...fakeCapabilities,
        getAuthCode: { support: 'unsupported', reason: 'the vendor gives out no auth code' },
      },
    });
    registrar.seed('own-bakery.com');

    const failure: unknown = await registrar
      .getAuthCode({ domain: 'own-bakery.com' })
      .catch((error: unknown) => error);

    console.log(isRegistrarError(failure, 'UNSUPPORTED_OPERATION') && failure.reason); // the vendor gives out no auth code
    // end of the example
    expect(printed).toEqual([['the vendor gives out no auth code']]);
  });

  it('stands in for a provider', async () => {
    // example
    const fake = new FakeRegistrar();
    const runtime = { journal: volatileJournal() };
    const settings = { provider: 'namecheap', environment: 'live' };

    const registrar = createRegistrar(settings, [fakeProvider('namecheap', fake)], runtime);
    fake.plan('ip-not-allowed');

    const failure: unknown = await registrar.getBalance().catch((error: unknown) => error);
    console.log(isRegistrarError(failure, 'ACCESS_DENIED') && failure.provider); // namecheap
    console.log(fake.calls.length); // 1
    // end of the example
    expect(printed).toEqual([['namecheap'], [1]]);
  });

  it('gives one answer', async () => {
    // example
    const registrar = stubRegistrar({
      getBalance: aBalance(money('3.00', 'USD')),
      getDomain: ({ domain }) => aDomain({ domain, expiresOn: '2027-03-01' }),
      listDomains: [aDomainSummary({ domain: 'a.com' }), aDomainSummary({ domain: 'b.com' })],
      renewDomain: aRegistrarError('INSUFFICIENT_FUNDS'),
    });

    console.log((await registrar.getDomain({ domain: 'a.com' })).expiresOn); // 2027-03-01
    for await (const { domain } of registrar.listDomains()) console.log(domain); // a.com b.com
    const failure: unknown = await registrar.verifyAccess().catch(String);
    console.log(failure); // Error: the stub registrar was asked for verifyAccess and has no answer; add …
    // end of the example
    expect(printed).toEqual([
      ['2027-03-01'],
      ['a.com'],
      ['b.com'],
      [
        expect.stringMatching(
          /^Error: the stub registrar was asked for verifyAccess and has no answer; add /,
        ),
      ],
    ]);
  });
});

describe('what the README shows of Jest', () => {
  // example
  const fake = useFakeRegistrar();

  test('an order is bought once, however often it is repeated', async () => {
    const order = { domain: 'new-bakery.com', years: 2, contacts: aContactSet() };
    fake.plan('answer-lost-after-commit');
    await fake.registerDomain({ ...order, price: 'listed' });
    await fake.registerDomain({ ...order, price: 'listed' });

    expect(fake).toHaveRegistered('new-bakery.com', { years: 2 });
    expect(fake).toHaveCharged(money('20.96', 'USD'));
    expect(fake).not.toHaveAskedFor('setLock');
  });

  test('a refusal reaches the page', async () => {
    fake.failNext('getBalance', 'RATE_LIMITED', { retryAfterMs: 3000 });
    await expect(fake.getBalance()).rejects.toBeRegistrarError('RATE_LIMITED', { effect: 'none' });
  });
  // end of the example
});

it('is what the README shows', () => {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  const shown = [...readme.matchAll(/```ts\n([^]*?)```/g)].map(([, code]) => code);
  const source = readFileSync(__filename, 'utf8');
  const run = [...source.matchAll(/( *)\/\/ example\n([^]*?) *\/\/ end of the example/g)];
  const examples = run.map(([, indent = '', code]) =>
    code?.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
  // Beside these the README may show what is tried elsewhere, such as the contract suite.
  expect(examples).toHaveLength(9);
  expect(shown).toEqual(expect.arrayContaining(examples));
});
