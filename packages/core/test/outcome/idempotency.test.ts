import { describe, expect, it, test } from '@jest/globals';
import {
  DomainUnavailableError,
  InsufficientFundsError,
  isRegistrarError,
  ProviderUnavailableError,
  RateLimitError,
  TransportError,
  type CallContext,
} from '@registrar-kit/core';
import { aContact } from '../support/a-contact.js';
import { aShop, registration, renewal } from '../support/purchases.js';
import { rejectionOf } from '../support/thrown-by.js';

const dayMs = 24 * 60 * 60 * 1000;

describe('the same order again', () => {
  test.each([
    ['under the key of the caller', { idempotencyKey: 'order-7' }],
    ['without a key', undefined],
  ])('%s gives the recorded result, without any reading', async (_, options) => {
    const shop = aShop();
    const first = await shop.registrar.registerDomain(registration, options);
    const asked = shop.driver.log.length;
    const again = await shop.registrar.registerDomain(registration, options);
    expect(again).toEqual({ ...first, replayed: true });
    expect(shop.driver.log).toHaveLength(asked);
  });

  it('is known in another process that shares the journal', async () => {
    const shop = aShop();
    const first = await shop.registrar.registerDomain(registration);
    expect(await shop.another().registerDomain(registration)).toEqual({ ...first, replayed: true });
  });

  it('is the same order at another price and with other contacts', async () => {
    const shop = aShop();
    await shop.registrar.registerDomain(registration);
    shop.driver.price = { amount: '99.00', currency: 'USD' };
    const again = {
      ...registration,
      domain: 'EXAMPLE.com.',
      contacts: { registrant: aContact({ firstName: 'Other' }) },
      price: { atMost: { amount: '1.00', currency: 'USD' } },
      privacy: true,
    };
    expect(await shop.registrar.registerDomain(again)).toMatchObject({ replayed: true });
    expect(shop.driver.count('registerDomain')).toBe(1);
  });

  it('keeps what it cost and what it did not bring', async () => {
    const shop = aShop();
    shop.driver.charged = { amount: '12.00', currency: 'USD' };
    const first = await shop.registrar.registerDomain(registration);
    expect(first.exceededConsent).toEqual({ amount: '2.00', currency: 'USD' });
    expect(await shop.registrar.registerDomain(registration)).toEqual({ ...first, replayed: true });
  });
});

describe('a derived key', () => {
  it('is forgotten after a day', async () => {
    const shop = aShop();
    await shop.registrar.registerDomain(registration);
    shop.driver.domains.clear();
    await shop.clock.advance(dayMs - 1);
    expect(await shop.registrar.registerDomain(registration)).toMatchObject({ replayed: true });
    await shop.clock.advance(1);
    expect(await shop.registrar.registerDomain(registration)).toMatchObject({ replayed: false });
  });

  it('differs for another term, another date and another operation', async () => {
    const shop = aShop();
    await shop.registrar.registerDomain(registration);
    const expectedExpiresOn = '2027-03-01';
    const first = await shop.registrar.renewDomain({ ...renewal, expectedExpiresOn });
    const second = await shop.registrar.renewDomain({
      ...renewal,
      expectedExpiresOn: '2028-03-01',
    });
    const third = await shop.registrar.renewDomain({
      ...renewal,
      expectedExpiresOn: '2029-03-01',
      years: 2,
    });
    expect([first, second, third].map(({ replayed, expiresOn }) => [replayed, expiresOn])).toEqual([
      [false, '2028-03-01'],
      [false, '2029-03-01'],
      [false, '2031-03-01'],
    ]);
  });
});

describe('the key of the caller', () => {
  it('is kept for good', async () => {
    const shop = aShop();
    await shop.registrar.registerDomain(registration, { idempotencyKey: 'order-7' });
    shop.driver.domains.clear();
    await shop.clock.advance(400 * dayMs);
    const again = await shop.registrar.registerDomain(registration, { idempotencyKey: 'order-7' });
    expect(again).toMatchObject({ replayed: true });
  });

  it.each([{ domain: 'other.com' }, { years: 2 }])(
    'means one order; another under it is invalid: %j',
    async (change) => {
      const shop = aShop();
      const options = { idempotencyKey: 'order-7' };
      await shop.registrar.registerDomain(registration, options);
      const asked = shop.driver.log.length;
      const error = await rejectionOf(
        shop.registrar.registerDomain({ ...registration, ...change }, options),
      );
      expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toMatchObject([
        {
          path: 'options.idempotencyKey',
          problem: 'was used for another order (registerDomain example.com, 1 years)',
        },
      ]);
      expect(shop.driver.log).toHaveLength(asked);
    },
  );

  it('means one operation', async () => {
    const shop = aShop();
    const options = { idempotencyKey: 'order-7' };
    await shop.registrar.registerDomain(registration, options);
    const error = await rejectionOf(shop.registrar.renewDomain(renewal, options));
    expect(isRegistrarError(error, 'INVALID_INPUT')).toBe(true);
  });

  it('cannot be mistaken for a derived one', async () => {
    const shop = aShop();
    await shop.registrar.registerDomain(registration);
    const [row] = await shop.rows();
    const idempotencyKey = row!.key;
    const error = await rejectionOf(
      shop.registrar.registerDomain(registration, { idempotencyKey }),
    );
    expect(isRegistrarError(error, 'DOMAIN_UNAVAILABLE')).toBe(true);
  });
});

describe('a refusal', () => {
  test.each<[string, (call: CallContext) => Error]>([
    [
      'too little money',
      (call) => new InsufficientFundsError({ ...call.origin, detail: 'too little' }),
    ],
    ['taken meanwhile', (call) => new DomainUnavailableError({ ...call.origin, detail: 'taken' })],
    [
      'too many calls',
      (call) =>
        new RateLimitError({ ...call.origin, detail: 'slow', reason: 'minute', source: 'quota' }),
    ],
    [
      'no connection',
      (call) => new TransportError({ ...call.origin, detail: 'refused', phase: 'not_sent' }),
    ],
  ])('frees the key: %s', async (_, errorOf) => {
    const shop = aShop();
    const options = { idempotencyKey: 'order-7' };
    shop.driver.course = async (__, call) => {
      throw errorOf(call);
    };
    const error = await rejectionOf(shop.registrar.registerDomain(registration, options));
    expect(isRegistrarError(error) && error.effect).toBe('none');
    expect(await shop.rows()).toEqual([]);
    shop.driver.course = async (commit) => commit();
    expect(await shop.registrar.registerDomain(registration, options)).toMatchObject({
      status: 'done',
      replayed: false,
    });
    // Even for another order.
    await shop.registrar.registerDomain({ ...registration, domain: 'other.com' });
    expect(shop.driver.count('registerDomain')).toBe(3);
  });
});

describe('at the same time', () => {
  it('a double click sends once', async () => {
    const shop = aShop();
    const clicks = Promise.all([
      shop.registrar.registerDomain(registration),
      shop.registrar.registerDomain(registration),
      shop.another().registerDomain(registration),
    ]);
    await shop.clock.advance(1000);
    const results = await clicks;
    expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(results.map(({ operation }) => operation.id)).size).toBe(1);
    expect(shop.driver.count('registerDomain')).toBe(1);
  });

  it.each(['registerDomain', 'renewDomain'] as const)(
    'a second %s whose guards see what the first has just bought is answered like the first',
    async (operation) => {
      const shop = aShop();
      if (operation === 'renewDomain') shop.driver.own('example.com');
      const order = (): Promise<{ readonly replayed: boolean }> =>
        operation === 'renewDomain'
          ? shop.another().renewDomain(renewal)
          : shop.another().registerDomain(registration);
      const method = operation === 'renewDomain' ? 'getDomain' : 'quote';
      const read = shop.driver[method].bind(shop.driver) as (...given: unknown[]) => Promise<never>;
      let readings = 0;
      Object.assign(shop.driver, {
        [method]: async (...given: unknown[]) => {
          readings += 1;
          // The second has found nothing in the journal, and reads when the first is through.
          if (readings === 2) await shop.clock.delay(1000);
          return read(...given);
        },
      });
      const [first, second] = [order(), order()];
      await shop.clock.advance(5000);
      expect(await first).toMatchObject({ replayed: false });
      expect(await second).toEqual({ ...(await first), replayed: true });
      expect(shop.driver.count(operation)).toBe(1);
    },
  );

  it('the second tries itself when the first was refused', async () => {
    const shop = aShop();
    let tries = 0;
    shop.driver.course = async (commit, call) => {
      tries += 1;
      await shop.clock.delay(1000);
      if (tries === 1)
        throw new ProviderUnavailableError({ ...call.origin, detail: 'down', effect: 'none' });
      return commit();
    };
    const clicks = Promise.allSettled([
      shop.registrar.registerDomain(registration),
      shop.registrar.registerDomain(registration),
    ]);
    await shop.clock.advance(5000);
    const [first, second] = await clicks;
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'PROVIDER_UNAVAILABLE' } });
    expect(second).toMatchObject({
      status: 'fulfilled',
      value: { status: 'done', replayed: false },
    });
    expect(tries).toBe(2);
  });

  it('the second waits to its deadline and says that the first is still under way', async () => {
    const shop = aShop();
    shop.driver.course = async (commit) => {
      await shop.clock.delay(60_000);
      return commit();
    };
    const first = shop.registrar.registerDomain(registration);
    const second = rejectionOf(shop.registrar.registerDomain(registration, { timeoutMs: 5000 }));
    await shop.clock.advance(5000);
    expect(await second).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      lostBecause: 'an earlier order for this domain is still under way',
    });
    await shop.clock.advance(60_000);
    const { operation } = await first;
    expect(((await second) as { handle: unknown }).handle).toMatchObject({ id: operation.id });
    expect(shop.driver.count('registerDomain')).toBe(1);
  });

  it('a slow sender is not taken for dead', async () => {
    const shop = aShop();
    shop.driver.course = async (commit) => {
      await shop.clock.delay(170_000);
      return commit();
    };
    const first = shop.registrar.registerDomain(registration);
    await shop.clock.advance(165_000);
    const second = shop.another().registerDomain(registration);
    await shop.clock.advance(10_000);
    expect(await first).toMatchObject({ replayed: false, recovered: false });
    expect(await second).toMatchObject({ replayed: true, recovered: false });
    expect(shop.driver.count('registerDomain')).toBe(1);
  });

  it('two orders of one domain under two keys go one after the other', async () => {
    const shop = aShop();
    shop.driver.course = async (commit) => {
      await shop.clock.delay(1000);
      return commit();
    };
    const orders = Promise.allSettled(
      ['first', 'second'].map((idempotencyKey) =>
        shop.registrar.registerDomain(registration, { idempotencyKey }),
      ),
    );
    await shop.clock.advance(10_000);
    expect(await orders).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'DOMAIN_UNAVAILABLE' } },
    ]);
    expect(shop.driver.count('registerDomain')).toBe(1);
  });
});
