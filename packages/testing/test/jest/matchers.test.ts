import { beforeEach, describe, expect, it } from '@jest/globals';
import { money, type errorBrand, type ErrorCode, type Money } from '@registrar-kit/core';
import {
  aBalance,
  aContactSet,
  aRegistrarError,
  FakeRegistrar,
  ManualClock,
  RegistryWorld,
  stubRegistrar,
  type ErrorOf,
} from '@registrar-kit/testing';
import type { ErrorDetails } from '@registrar-kit/testing/jest';
import '@registrar-kit/testing/jest';
import { expectTypeOf } from 'expect-type';

const order = {
  domain: 'new-bakery.com',
  years: 2,
  contacts: aContactSet({ email: 'CANARY@example.com' }),
  price: 'listed',
} as const;

let fake: FakeRegistrar;

beforeEach(() => {
  const clock = new ManualClock('2026-01-15T12:00:00.000Z');
  fake = new FakeRegistrar({ world: new RegistryWorld({ clock }) });
  fake.seed({ domain: 'own-bakery.com', expiresOn: '2027-03-01' });
});

/** The message with which an expectation fails. */
function messageOf(expectation: () => void): string {
  try {
    expectation();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the expectation held');
}

async function renew(key: string): Promise<void> {
  const { expiresOn = '' } = await fake.getDomain({ domain: 'own-bakery.com' });
  await fake.renewDomain(
    { domain: 'own-bakery.com', years: 1, expectedExpiresOn: expiresOn, price: 'listed' },
    { idempotencyKey: key },
  );
}

describe('purchases', () => {
  it('are found in the ledger, whatever the answer said', async () => {
    expect(fake).not.toHaveRegistered('new-bakery.com');
    fake.plan('commit-after-reconcile-read');
    await expect(fake.registerDomain(order)).rejects.toBeRegistrarError('OUTCOME_UNKNOWN');
    expect(fake).toHaveRegistered('New-Bakery.com', { years: 2 });
    expect(fake.world).toHaveRegistered('new-bakery.com');
    expect({ world: fake.world }).toHaveRegistered('new-bakery.com');
    expect(fake).not.toHaveRegistered('new-bakery.com', { years: 1 });
    expect(fake).not.toHaveRenewed('new-bakery.com');
  });

  it('are to happen once, and count where told', async () => {
    await renew('first');
    expect(fake).toHaveRenewed('own-bakery.com');
    await renew('second');
    expect(fake).toHaveRenewed('own-bakery.com', { times: 2 });
    expect(messageOf(() => expect(fake).toHaveRenewed('own-bakery.com'))).toContain(
      'Received: 2 times',
    );
    expect(messageOf(() => expect(fake).not.toHaveRenewed('own-bakery.com'))).toContain(
      'Expected: renewDomain of own-bakery.com, never',
    );
  });

  it('of transfers and restores', async () => {
    fake.world.putForeignDomain({ domain: 'far-bakery.com', authCode: 'Made-Up!1' });
    fake.seed({ domain: 'lost-bakery.com', expiresOn: '2025-12-01' });
    await fake.transferDomain({ domain: 'far-bakery.com', authCode: 'Made-Up!1', price: 'listed' });
    const price = await fake.quote({ operation: 'restoreDomain', domain: 'lost-bakery.com' });
    await fake.restoreDomain({ domain: 'lost-bakery.com', price });
    expect(fake).toHaveTransferred('far-bakery.com');
    expect(fake).toHaveRestored('lost-bakery.com', { charged: price.price });
    expect(fake).not.toHaveRestored('lost-bakery.com', { charged: money('1.00', 'USD') });
  });

  it('say what is in the ledger and what was asked for', async () => {
    await fake.registerDomain(order);
    const message = messageOf(() => expect(fake).toHaveRegistered('new-bakery.com', { years: 1 }));
    const { amount } = fake.ledger[0]!.amount;
    expect(message).toBe(
      [
        "expect(registrar).toHaveRegistered('new-bakery.com')",
        '',
        'Expected: registerDomain of new-bakery.com for 1 year, once',
        `Received: never; otherwise 2 years at ${amount} USD`,
        '',
        `Ledger: ${amount} USD in all`,
        `  registerDomain new-bakery.com, 2 years, ${amount} USD, 2026-01-15`,
        '',
        'Calls: 2',
        '  quote new-bakery.com (within registerDomain)',
        '  registerDomain new-bakery.com',
      ].join('\n'),
    );
    expect(message).not.toContain('CANARY');
  });

  it('want something with a ledger', () => {
    const stub = stubRegistrar({ getBalance: aBalance() });
    expect(() => expect(stub).toHaveRegistered('a.com')).toThrow(
      'so it wants a FakeRegistrar, a mounted simulator or a RegistryWorld',
    );
    expect(() => expect(undefined).not.toHaveCharged()).toThrow('it was given undefined');
  });
});

describe('charges', () => {
  it('are exact: a total, or each in order', async () => {
    expect(fake).not.toHaveCharged();
    expect(fake).toHaveCharged([]);
    expect(fake).not.toHaveCharged(money('1.00', 'USD'));
    expect(fake).toHaveCharged(money('0', 'USD'));
    await fake.registerDomain(order);
    await renew('first');
    const [first, second] = fake.ledger.map(({ amount }) => amount) as [Money, Money];
    const total = money((Number(first.amount) + Number(second.amount)).toFixed(3), 'USD');
    expect(fake).toHaveCharged();
    expect(fake).toHaveCharged(total);
    expect(fake).toHaveCharged([first, second]);
    expect(fake).not.toHaveCharged([second, first]);
    expect(fake).not.toHaveCharged([first]);
    expect(fake).not.toHaveCharged(first);
    expect(fake).not.toHaveCharged({ ...total, currency: 'TRY' });
    expect(fake).not.toHaveCharged(money('0', 'USD'));
    expect(messageOf(() => expect(fake).toHaveCharged(money('1.00', 'USD')))).toContain(
      `Expected: 1.00 USD\nReceived: ${total.amount.replace(/0+$/, '')} USD\n\nLedger: `,
    );
    expect(messageOf(() => expect(fake).toHaveCharged([first]))).toContain(
      `Received: ${first.amount} USD, ${second.amount} USD`,
    );
  });

  it.each([10.87, '10.87', { amount: 10, currency: 'USD' }, undefined])(
    '%p is no money',
    (wrong) => {
      expect(() => expect(fake).not.toHaveCharged(wrong as never)).toThrow(
        "give money('10.87', 'USD')",
      );
    },
  );
});

describe('calls', () => {
  it('are found by operation and domain', async () => {
    await fake.syncDomain({ domain: 'own-bakery.com' });
    await fake.checkAvailability({ domains: ['a-bakery.com', 'b-bakery.com'] });
    await fake.registerDomain(order, { dryRun: true });
    expect(fake).toHaveAskedFor('syncDomain', { domain: 'OWN-bakery.com' });
    expect(fake).toHaveAskedFor('getDomain', { times: 1 });
    expect(fake).toHaveAskedFor('checkAvailability', { domain: 'b-bakery.com' });
    expect(fake).toHaveAskedFor('quote', { domain: 'new-bakery.com' });
    expect(fake).not.toHaveAskedFor('registerDomain');
    expect(messageOf(() => expect(fake).toHaveAskedFor('getBalance'))).toContain(
      [
        'Expected: getBalance, at least once',
        'Received: 0 times',
        '',
        'Calls: 3',
        '  getDomain own-bakery.com (within syncDomain)',
        '  checkAvailability a-bakery.com and 1 other',
        '  quote new-bakery.com (within registerDomain)',
      ].join('\n'),
    );
    expect(messageOf(() => expect(fake).toHaveAskedFor('quote', { times: 2 }))).toContain(
      'Expected: quote, 2 times\nReceived: 1 time\n',
    );
  });

  it('of a stub, and of nothing else', async () => {
    const stub = stubRegistrar({ getBalance: aBalance() });
    await stub.getBalance();
    expect(stub).toHaveAskedFor('getBalance', { times: 1 });
    expect(stub).not.toHaveAskedFor('syncDomain');
    expect(() => expect({}).toHaveAskedFor('getBalance')).toThrow('an object of Object');
    expect(() => expect(stub).not.toHaveAskedFor('getMoney' as 'getBalance')).toThrow(
      'there is no operation "getMoney"',
    );
  });
});

describe('errors', () => {
  const denied = aRegistrarError('ACCESS_DENIED', { domain: 'a.com' });

  it('are told by their code, and by more where it is given', async () => {
    expect(denied).toBeRegistrarError();
    expect(denied).toBeRegistrarError('ACCESS_DENIED');
    expect(denied).toBeRegistrarError('ACCESS_DENIED', {
      reason: 'ip_not_allowed',
      effect: 'none',
      message: expect.stringContaining('allow-list'),
    });
    expect(denied).not.toBeRegistrarError('AUTHENTICATION_FAILED');
    expect(denied).not.toBeRegistrarError('ACCESS_DENIED', { reason: 'ip_locked' });
    expect(new Error('other')).not.toBeRegistrarError();
    expect(undefined).not.toBeRegistrarError();
    await expect(Promise.reject(denied)).rejects.toBeRegistrarError('ACCESS_DENIED');
    expect(() => {
      throw denied;
    }).toBeRegistrarError('ACCESS_DENIED');
  });

  it('say what there was instead', () => {
    expect(messageOf(() => expect(denied).toBeRegistrarError('RATE_LIMITED'))).toMatch(
      /^expect\(error\)\.toBeRegistrarError\('RATE_LIMITED'\)\n\nExpected: RATE_LIMITED\nReceived: ACCESS_DENIED, reason ip_not_allowed, effect none\n {2}fake: getDomain \(a\.com\): the address is not on the allow-list; add it there\n {2}most likely: [a-z_]+/,
    );
    expect(
      messageOf(() => expect(denied).toBeRegistrarError('ACCESS_DENIED', { effect: 'applied' })),
    ).toContain("\n\n  effect: expected 'applied', received 'none'");
    expect(messageOf(() => expect(new RangeError('far')).toBeRegistrarError())).toContain(
      'Received: RangeError, which is no error of this library: far',
    );
    expect(messageOf(() => expect(() => 5).toBeRegistrarError())).toContain(
      'Received: the function threw nothing and gave 5, which is no error',
    );
    expect(messageOf(() => expect(Promise.resolve(5)).toBeRegistrarError())).toContain(
      'await expect(promise).rejects',
    );
    expect(messageOf(() => expect(denied).not.toBeRegistrarError('ACCESS_DENIED'))).toContain(
      'expect(error).not.toBeRegistrarError',
    );
  });

  it('know the fields of each code', () => {
    type Fields<Code extends ErrorCode> = Exclude<
      keyof ErrorOf<Code>,
      'code' | 'cause' | 'stack' | 'diagnosis' | 'diagnoseWith' | 'toJSON' | typeof errorBrand
    >;
    type Difference<Code extends ErrorCode> = Code extends ErrorCode
      ? | Exclude<Fields<Code>, keyof ErrorDetails<Code>>
        | Exclude<keyof ErrorDetails<Code>, Fields<Code>>
      : never;
    expectTypeOf<Difference<ErrorCode>>().toEqualTypeOf<never>();
    // @ts-expect-error a rate limit has no address
    expect(denied).not.toBeRegistrarError('RATE_LIMITED', { observedAddress: '192.0.2.1' });
  });

  it('must be of a code that exists', () => {
    expect(() => expect(denied).not.toBeRegistrarError('DENIED' as 'TIMEOUT')).toThrow(
      'there is no error code "DENIED"; choose from AUTHENTICATION_FAILED',
    );
  });
});
