import { describe, expect, it } from '@jest/globals';
import {
  addMoney,
  compareMoney,
  money,
  type Money,
  type QuoteComparison,
  type QuoteInput,
  type QuoteRow,
} from '@registrar-kit/core';
import fc from 'fast-check';
// What the comparison does with prices is looked at alone here; everything else goes through the package's door.
import { rank } from '../../src/registrars/compare-quotes.js';
import { aContact } from '../support/a-contact.js';
import {
  down,
  failing,
  lockedOut,
  threeAccounts,
  type ThreeAccounts,
} from '../support/three-accounts.js';
import { rejectionOf } from '../support/thrown-by.js';
import { volatileJournal } from '@registrar-kit/core';

const order: QuoteInput = { operation: 'registerDomain', domain: 'example.com', years: 2 };

/** Rows in a few words. */
function told({ rows }: QuoteComparison): readonly string[] {
  return rows.map(({ registrar, quote, error }) =>
    quote === undefined
      ? `${registrar}: ${error.code}`
      : `${registrar}: ${quote.price.amount} ${quote.price.currency}`,
  );
}

function priced(main: Money, second: Money, dna: Money): ThreeAccounts {
  const shop = threeAccounts(undefined, { journal: volatileJournal() });
  shop.main.price = main;
  shop.second.price = second;
  shop.dna.price = dna;
  return shop;
}

const usd = (amount: string): Money => money(amount, 'USD');

describe('quote over several registrars', () => {
  it('shows the cheapest first, and who asks it', async () => {
    const shop = priced(usd('10.10'), usd('9.100'), usd('9.1'));
    const comparison = await shop.registrars.quote({ ...order, domain: 'Example.COM' });
    expect(comparison).toMatchObject({
      operation: 'registerDomain',
      domain: 'example.com',
      years: 2,
      cheapest: [{ currency: 'USD', price: usd('9.100'), registrars: ['second', 'dna'] }],
    });
    expect(told(comparison)).toEqual(['second: 9.100 USD', 'dna: 9.1 USD', 'main: 10.10 USD']);
    expect(shop.dna.log).toMatchObject([
      {
        operation: 'quote',
        request: { operation: 'registerDomain', domain: 'example.com', years: 2 },
      },
    ]);
  });

  it('compares no two currencies', async () => {
    const shop = priced(usd('10'), money('1.00', 'TRY'), usd('9'));
    const comparison = await shop.registrars.quote(order);
    expect(told(comparison)).toEqual(['dna: 9 USD', 'main: 10 USD', 'second: 1.00 TRY']);
    expect(comparison.cheapest.map(({ registrars }) => registrars)).toEqual([['dna'], ['second']]);
  });

  it('keeps what is special about a price', async () => {
    const shop = priced(usd('10'), usd('1'), usd('9'));
    shop.dna.special = { premium: true };
    shop.main.special = { earlyAccess: true };
    const { rows } = await shop.registrars.quote(order);
    expect(rows.map(({ quote }) => [quote?.premium, quote?.earlyAccess])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
  });

  it('gives each account that cannot say a price its reason, after the others', async () => {
    const shop = priced(usd('10'), usd('1'), usd('9'));
    failing(shop.main, 'quote', lockedOut);
    shop.second.own('example.com');
    expect(told(await shop.registrars.quote(order))).toEqual([
      'dna: 9 USD',
      'main: AUTHENTICATION_FAILED',
      'second: DOMAIN_UNAVAILABLE',
    ]);
    failing(shop.dna, 'quote', down);
    const nobody = await shop.registrars.quote(order);
    expect(nobody.cheapest).toEqual([]);
    expect(nobody.rows.map(({ error }) => error?.code)).toEqual([
      'AUTHENTICATION_FAILED',
      'DOMAIN_UNAVAILABLE',
      'PROVIDER_UNAVAILABLE',
    ]);
  });

  it('asks only those that sell the ending', async () => {
    const shop = threeAccounts({ tlds: { com: ['dna', 'main'], xyz: [] } });
    expect(told(await shop.registrars.quote(order))).toEqual(['dna: 10.00 USD', 'main: 10.00 USD']);
    const nobody = shop.registrars.quote({ ...order, domain: 'example.xyz' });
    expect(await rejectionOf(nobody)).toMatchObject({
      code: 'DOMAIN_UNAVAILABLE',
      domain: 'example.xyz',
      message: expect.stringContaining('routes.tlds.xyz names none'),
      diagnosis: [{ cause: 'tld_not_sold' }],
    });
  });

  it('takes no price that cannot be compared exactly', async () => {
    const shop = priced({ amount: '1e3', currency: 'USD' }, usd('1'), usd('9'));
    expect(told(await shop.registrars.quote(order))).toEqual([
      'second: 1 USD',
      'dna: 9 USD',
      'main: PROVIDER_ERROR',
    ]);
  });

  it.each([
    [{ ...order, domain: 'nothing' }, 'domain'],
    [{ ...order, years: 11 }, 'years'],
    [{ ...order, operation: 'transferDomain' }, 'years'],
    [{ ...order, operation: 'buyDomain' }, 'operation'],
    [{ ...order, registrar: 'main' }, 'registrar'],
    [undefined, 'input'],
  ])('refuses %j before anybody is asked', async (input, path) => {
    const shop = threeAccounts();
    expect(await rejectionOf(shop.registrars.quote(input as never))).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path }],
    });
    expect(shop.main.log).toEqual([]);
  });

  it('refuses what throws when it is read, without its words', async () => {
    const { registrars } = threeAccounts();
    const input = {
      get operation(): never {
        throw new Error('CANARY');
      },
    };
    for (const quote of [
      registrars.quote(input as never),
      registrars.get('main').quote(input as never),
    ]) {
      const error = await rejectionOf(quote);
      expect(error).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: 'input' }] });
      expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('CANARY');
    }
  });

  it('ends for all when the caller ends it', async () => {
    const { registrars } = threeAccounts();
    const signal = AbortSignal.abort();
    expect(await rejectionOf(registrars.quote(order, { signal }))).toMatchObject({
      code: 'CANCELLED',
    });
  });

  it('leads to the purchase', async () => {
    const shop = priced(usd('12'), usd('11.5'), usd('11.75'));
    const [cheapest] = (await shop.registrars.quote(order)).rows;
    expect(cheapest?.registrar).toBe('second');
    const bought = await shop.registrars.get(cheapest!.registrar).registerDomain({
      domain: 'example.com',
      years: 2,
      contacts: { registrant: aContact() },
      price: cheapest!.quote!,
    });
    expect(bought.status).toBe('done');
    expect([shop.main, shop.second, shop.dna].map((each) => each.count('registerDomain'))).toEqual([
      0, 1, 0,
    ]);
  });
});

describe('the comparison of prices', () => {
  const amount = fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 99 }), fc.nat(6))
    .map(
      ([whole, cents, zeros]) =>
        `${String(whole)}.${String(cents).padStart(2, '0')}${'0'.repeat(zeros)}`,
    );
  const price = fc.record({ amount, currency: fc.constantFrom('USD', 'TRY', 'EUR') });
  const offers = fc.array(fc.option(price, { nil: undefined }), { maxLength: 8 });

  const rowsOf = (prices: readonly (Money | undefined)[]): QuoteRow[] =>
    prices.map((each, index) => {
      const registrar = `r${String(index)}`;
      return each === undefined
        ? { registrar, error: Object.assign(new Error('down')) as never }
        : { registrar, quote: { price: each } as never };
    });

  it('is exact, complete and stable, and stays within each currency', () => {
    fc.assert(
      fc.property(offers, (prices) => {
        const given = rowsOf(prices);
        const { rows, cheapest } = rank(given);
        expect(new Set(rows)).toEqual(new Set(given));
        expect(rows).toHaveLength(given.length);
        const position = (row: QuoteRow): number => given.indexOf(row);
        for (const [index, row] of rows.entries()) {
          const next = rows[index + 1];
          if (next === undefined) continue;
          if (row.quote === undefined) {
            // Those without a price come last, in the order given.
            expect(next.quote).toBeUndefined();
            expect(position(next)).toBeGreaterThan(position(row));
          } else if (next.quote?.price.currency === row.quote.price.currency) {
            const difference = compareMoney(row.quote.price, next.quote.price);
            expect(difference).toBeLessThanOrEqual(0);
            expect(difference < 0 || position(next) > position(row)).toBe(true);
          }
        }
        const currencies = prices.flatMap((each) => (each === undefined ? [] : [each.currency]));
        expect(cheapest.map(({ currency }) => currency)).toEqual([...new Set(currencies)]);
        const cent = (currency: string): Money => money('0.00000001', currency);
        for (const { currency, price: least, registrars } of cheapest) {
          const offered = given.filter(({ quote }) => quote?.price.currency === currency);
          for (const { registrar, quote } of offered) {
            const wins = registrars.includes(registrar);
            const beaten = compareMoney(addMoney(least, cent(currency)), quote!.price) <= 0;
            expect(wins).toBe(!beaten);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
