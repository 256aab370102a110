import { describe, expect, it, test } from '@jest/globals';
import {
  isRegistrarError,
  RateLimitError,
  TransportError,
  type RegistrarRoutes,
  type RoutedAvailability,
} from '@registrar-kit/core';
import { TestClock } from '../support/test-clock.js';
import {
  askedFor,
  down,
  failing,
  lockedOut,
  saying,
  threeAccounts,
  type ThreeAccounts,
} from '../support/three-accounts.js';
import { rejectionOf } from '../support/thrown-by.js';

const routes: RegistrarRoutes = {
  tlds: { com: ['main', 'dna'], de: 'dna', uk: ['second', 'main', 'dna'], xyz: [] },
  default: 'second',
};

const available = { availability: 'available' } as const;
const notSold = { availability: 'unknown', reason: 'tld_not_sold' } as const;

function check(shop: ThreeAccounts, ...domains: string[]): Promise<readonly RoutedAvailability[]> {
  return shop.registrars.checkAvailability({ domains });
}

/** A row in a few words. */
function told(rows: readonly RoutedAvailability[]): readonly unknown[] {
  return rows.map(({ input, availability, reason, registrar, error, alsoAsked }) =>
    [
      `${input}: ${availability}${reason === undefined ? '' : ` (${reason})`}`,
      registrar === undefined ? 'nobody' : `by ${registrar}`,
      ...(error === undefined ? [] : [error.code]),
      ...(alsoAsked ?? []).map(
        (each) => `not ${each.registrar}: ${each.error?.code ?? each.reason}`,
      ),
    ].join(', '),
  );
}

describe('checkAvailability over several registrars', () => {
  it('asks each name where it is sold, and answers in order, duplicates kept', async () => {
    const shop = threeAccounts(routes);
    shop.dna.own('taken.de');
    expect(
      told(await check(shop, 'b.de', 'a.com', 'TAKEN.de', 'not a name', 'b.de.', 'c.org')),
    ).toEqual([
      'b.de: available, by dna',
      'a.com: available, by main',
      'TAKEN.de: taken, by dna',
      'not a name: unknown (invalid_name), nobody, INVALID_INPUT',
      'b.de.: available, by dna',
      'c.org: available, by second',
    ]);
    expect([shop.main, shop.second, shop.dna].map(askedFor)).toEqual([
      [['a.com']],
      [['c.org']],
      [['b.de', 'taken.de']],
    ]);
  });

  it('keeps the form of the row, premium prices included', async () => {
    const shop = threeAccounts(routes);
    const premium = { registration: { amount: '99.00', currency: 'USD' } };
    saying(shop.main, () => ({ ...available, premium }));
    expect(await check(shop, 'Shop.com')).toEqual([
      {
        input: 'Shop.com',
        domain: 'shop.com',
        availability: 'available',
        premium,
        registrar: 'main',
      },
    ]);
  });

  it('asks the next one where the first does not sell the ending, leaves the name out or fails for it', async () => {
    const shop = threeAccounts(routes);
    saying(shop.main, (domain) => {
      if (domain === 'a.com') return notSold;
      if (domain === 'b.com') return undefined;
      const error = new TransportError({
        provider: 'first-registrar',
        operation: 'checkAvailability',
        detail: 'reset',
        phase: 'sent',
      });
      if (domain === 'c.com') return { availability: 'unknown', reason: 'request_failed', error };
      return available;
    });
    expect(told(await check(shop, 'a.com', 'b.com', 'c.com', 'd.com'))).toEqual([
      'a.com: available, by dna, not main: tld_not_sold',
      'b.com: available, by dna, not main: missing_from_answer',
      'c.com: available, by dna, not main: TRANSPORT_FAILED',
      'd.com: available, by main',
    ]);
    expect(askedFor(shop.dna)).toEqual([['a.com', 'b.com', 'c.com']]);
  });

  test.each([
    ['down', down, 'PROVIDER_UNAVAILABLE'],
    ['locked out', lockedOut, 'AUTHENTICATION_FAILED'],
  ])('loses nobody else’s names when one account is %s, and says so', async (_, error, code) => {
    const shop = threeAccounts(routes);
    failing(shop.main, 'checkAvailability', error);
    failing(shop.second, 'checkAvailability', error);
    expect(told(await check(shop, 'a.com', 'a.de', 'a.org', 'a.co.uk'))).toEqual([
      `a.com: available, by dna, not main: ${code}`,
      'a.de: available, by dna',
      `a.org: unknown (request_failed), by second, ${code}`,
      `a.co.uk: available, by dna, not second: ${code}, not main: ${code}`,
    ]);
    // The second time around it was known to be down.
    expect(askedFor(shop.main)).toEqual([['a.com']]);
  });

  it('shows of several reasons the one that may pass', async () => {
    const shop = threeAccounts(routes);
    saying(shop.second, () => notSold);
    failing(shop.main, 'checkAvailability', down);
    saying(shop.dna, () => undefined);
    expect(told(await check(shop, 'a.uk', 'b.com'))).toEqual([
      'a.uk: unknown (request_failed), by main, PROVIDER_UNAVAILABLE, not second: tld_not_sold, not dna: missing_from_answer',
      'b.com: unknown (request_failed), by main, PROVIDER_UNAVAILABLE, not dna: missing_from_answer',
    ]);
  });

  it('asks nobody about an ending that nobody is to sell', async () => {
    const shop = threeAccounts(routes);
    expect(await check(shop, 'a.xyz')).toEqual([
      { input: 'a.xyz', domain: 'a.xyz', availability: 'unknown', reason: 'tld_not_sold' },
    ]);
    expect([shop.main, shop.second, shop.dna].flatMap(askedFor)).toEqual([]);
  });

  it('throws the error of the first when all that were asked failed, and only then', async () => {
    const shop = threeAccounts(routes);
    failing(shop.main, 'checkAvailability', lockedOut);
    failing(shop.dna, 'checkAvailability', down);
    const names = ['a.com', 'a.xyz', 'not a name'];
    expect(await rejectionOf(check(shop, ...names))).toMatchObject({
      code: 'AUTHENTICATION_FAILED',
    });
    expect(told(await check(shop, ...names, 'a.org')).at(0)).toBe(
      'a.com: unknown (request_failed), by main, AUTHENTICATION_FAILED, not dna: PROVIDER_UNAVAILABLE',
    );
  });

  test.each([
    [{ domains: [] }],
    [{ domains: 'a.com' }],
    [{}],
    [{ domains: ['a.com'], tld: 'com' }],
  ])('refuses %j', async (input) => {
    const { registrars } = threeAccounts(routes);
    const error = await rejectionOf(registrars.checkAvailability(input as never));
    expect(error).toMatchObject({ code: 'INVALID_INPUT', provider: 'registrar-kit' });
  });

  it('refuses options that are none, before anybody is asked', async () => {
    const shop = threeAccounts(routes);
    const input = { domains: ['a.com'] };
    for (const options of [{ timeoutMs: 0 }, { lane: 'fast' }, { timeout: 5 }])
      expect(
        await rejectionOf(shop.registrars.checkAvailability(input, options as never)),
      ).toMatchObject({ code: 'INVALID_INPUT' });
    expect(askedFor(shop.main)).toEqual([]);
  });

  it('hands on the lane', async () => {
    const shop = threeAccounts(routes);
    const domains = ['a.com', 'a.de'];
    await shop.registrars.checkAvailability({ domains }, { lane: 'bulk', timeoutMs: 5000 });
    expect([shop.main, shop.dna].map(({ log }) => log.map(({ call }) => call.lane))).toEqual([
      ['bulk'],
      ['bulk'],
    ]);
  });

  it('is under one deadline, whoever is asked, and keeps what the others said', async () => {
    const clock = new TestClock();
    const shop = threeAccounts(routes, { clock });
    // Slow, and listens to the call's signal, as drivers do.
    const slow = (driver: ThreeAccounts['main'], ms: number): void => {
      const answer = driver.checkAvailability.bind(driver);
      driver.checkAvailability = async (domains, call) => {
        await clock.delay(ms, call.signal);
        return answer(domains, call);
      };
    };
    slow(shop.second, 20_000);
    slow(shop.main, 6000);
    saying(shop.dna, () => available);
    const answer = shop.registrars.checkAvailability(
      { domains: ['a.uk', 'b.com', 'c.de'] },
      { timeoutMs: 10_000 },
    );
    await clock.advance(9999);
    await clock.advance(1);
    expect(told(await answer)).toEqual([
      'a.uk: unknown (request_failed), by second, TIMEOUT, not main: TIMEOUT, not dna: TIMEOUT',
      'b.com: available, by main',
      'c.de: available, by dna',
    ]);
    expect(askedFor(shop.dna)).toEqual([['c.de']]);
    expect(clock.waiting).toBe(0);
  });

  it('ends for all when the caller ends it', async () => {
    const shop = threeAccounts(routes);
    const ending = new AbortController();
    saying(shop.main, () => {
      ending.abort();
      return undefined;
    });
    const input = { domains: ['a.com', 'b.de'] };
    const error = await rejectionOf(
      shop.registrars.checkAvailability(input, { signal: ending.signal, timeoutMs: 5000 }),
    );
    expect(isRegistrarError(error, 'CANCELLED')).toBe(true);
  });

  it('takes what is no error of this library for a failure of that account alone', async () => {
    const shop = threeAccounts(routes);
    const main = shop.registrars.get('main');
    Object.defineProperty(main, 'checkAvailability', {
      value: () => Promise.reject(new Error('CANARY')),
    });
    const [row] = await check(shop, 'a.com');
    expect(told([row!])).toEqual(['a.com: available, by dna, not main: PROVIDER_ERROR']);
    expect(JSON.stringify(row)).not.toContain('CANARY');
  });

  it('tells a limit with its wait, so that the panel can come back', async () => {
    const shop = threeAccounts(routes);
    failing(
      shop.second,
      'checkAvailability',
      (origin) =>
        new RateLimitError({
          ...origin,
          reason: 'minute',
          source: 'registrar',
          retryAfterMs: 9000,
          detail: 'wait',
        }),
    );
    const [row] = await check(shop, 'a.org', 'a.de');
    expect(row?.error).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 9000 });
    const json = JSON.parse(JSON.stringify(row)) as unknown;
    expect(json).toMatchObject({ registrar: 'second', error: { code: 'RATE_LIMITED' } });
  });
});
