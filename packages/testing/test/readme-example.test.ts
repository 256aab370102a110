import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { isRegistrarError, money, RateLimitError } from '@registrar-kit/core';
import {
  FakeRegistrar,
  fakeCapabilities,
  ManualClock,
  RegistryWorld,
} from '@registrar-kit/testing';

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
    registrar.world.faults.add({ fault: 'answer-lost-after-commit', operation: 'renewDomain' });

    const renewed = await registrar.renewDomain({
      domain: 'own-bakery.com',
      years: 1,
      expectedExpiresOn: '2027-03-01',
      price: { atMost: money('20.00', 'USD') },
    });

    console.log(renewed.recovered, renewed.expiresOn); // true 2028-03-01
    console.log(registrar.world.ledger().length); // 1: paid once, although the answer was lost
    // end of the example
    expect(printed).toEqual([[true, '2028-03-01'], [1]]);
  });

  it('fails on purpose and tells what was sent', async () => {
    // example
    const registrar = new FakeRegistrar();
    registrar.seed('own-bakery.com');
    registrar.failNext(
      'setLock',
      (origin) =>
        new RateLimitError({ ...origin, reason: 'minute', source: 'registrar', detail: 'wait' }),
    );

    const wanted = { domain: 'own-bakery.com', locked: true };
    const failure: unknown = await registrar.setLock(wanted).catch((error: unknown) => error);
    await registrar.setLock(wanted);

    console.log(isRegistrarError(failure, 'RATE_LIMITED')); // true
    console.log(registrar.calls.map((call) => call.operation)); // [ 'setLock', 'setLock' ]
    console.log(registrar.world.find('own-bakery.com')?.locked); // true
    // end of the example
    expect(printed).toEqual([[true], [['setLock', 'setLock']], [true]]);
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

    await clock.advanceDays(60);
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
});

it('is what the README shows', () => {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  const shown = [...readme.matchAll(/```ts\n([^]*?)```/g)].map(([, code]) => code);
  const source = readFileSync(__filename, 'utf8');
  const run = [...source.matchAll(/ *\/\/ example\n([^]*?) *\/\/ end of the example/g)];
  // The expression above finds itself last.
  const examples = run.map(([, code]) => code?.replaceAll(/^ {4}/gm, '')).slice(0, shown.length);
  expect(examples).toHaveLength(6);
  expect(shown).toEqual(examples);
});
