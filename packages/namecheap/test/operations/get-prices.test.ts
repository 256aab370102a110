import { describe, expect, it } from '@jest/globals';
import type { TldPrice } from '@registrar-kit/core';
import { expectNoCanary } from '../support/canaries.js';
import { answerWith, errorBody, fixture, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, errorOf, globals } from '../support/test-driver.js';

/** The attributes of one price, and what has to come of them. */
interface CountedRow {
  readonly what: string;
  readonly row: string;
  readonly price: string;
  readonly fee?: string;
}

describe('getPrices', () => {
  it('asks for one ending by name and adds the fee of every year', async () => {
    const sent = answerWith([fixture('get-pricing-register')]);
    const { driver, read } = createTestDriver();
    const prices = await driver.getPrices(
      { tlds: ['com'], operations: ['registerDomain'] },
      read('getPrices'),
    );
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      {
        ...globals('namecheap.users.getPricing'),
        ProductType: 'DOMAIN',
        ProductCategory: 'DOMAINS',
        ActionName: 'REGISTER',
        ProductName: 'COM',
      },
    ]);
    expect(prices).toEqual([
      {
        tld: 'com',
        operation: 'registerDomain',
        years: 1,
        price: { amount: '10.16', currency: 'USD' },
        fee: { amount: '0.18', currency: 'USD' },
      },
      {
        tld: 'com',
        operation: 'registerDomain',
        years: 2,
        price: { amount: '20.32', currency: 'USD' },
        fee: { amount: '0.36', currency: 'USD' },
      },
    ]);
  });

  it('asks for everything when several endings are wanted, and leaves out rows without a price', async () => {
    const sent = answerWith([fixture('get-pricing-register'), fixture('get-pricing-register')]);
    const { driver, read } = createTestDriver();
    const prices = await driver.getPrices(
      { tlds: ['net', 'org'], operations: ['registerDomain', 'renewDomain'] },
      read('getPrices'),
    );
    expect(sent.map(({ parameters }) => [parameters.ActionName, parameters.ProductName])).toEqual([
      ['REGISTER', undefined],
      ['RENEW', undefined],
    ]);
    // "" in YourPrice falls back to the price; ABSOLUTE is for the whole duration; 0 and "" are no prices.
    expect(prices).toEqual([
      {
        tld: 'net',
        operation: 'registerDomain',
        years: 1,
        price: { amount: '12.48', currency: 'USD' },
      },
    ]);
  });

  it('asks for all where no ending is named, with the words for each operation', async () => {
    const body = fixture('get-pricing-register');
    const sent = answerWith([body, body, body, body]);
    const { driver, read } = createTestDriver();
    const prices = await driver.getPrices(
      {
        tlds: undefined,
        operations: ['registerDomain', 'renewDomain', 'transferDomain', 'restoreDomain'],
      },
      read('getPrices'),
    );
    expect(sent.map(({ parameters }) => parameters.ActionName)).toEqual([
      'REGISTER',
      'RENEW',
      'TRANSFER',
      'REACTIVATE',
    ]);
    expect(prices.map(({ tld, operation, years }) => `${operation} ${tld} ${years}`)).toEqual([
      'registerDomain com 1',
      'registerDomain com 2',
      'registerDomain net 1',
      'registerDomain photography-and-more 1',
      'renewDomain com 1',
    ]);
  });

  it('does not name an ending that the parameter has no room for', async () => {
    const sent = answerWith([okBody('<UserGetPricingResult />')]);
    const { driver, read } = createTestDriver();
    const prices = await driver.getPrices(
      { tlds: ['xn--vermgensberatung-pwb'], operations: ['registerDomain'] },
      read('getPrices'),
    );
    expect(sent.map(({ parameters }) => parameters.ProductName)).toEqual([undefined]);
    expect(prices).toEqual([]);
  });

  it('leaves out what is not for years or cannot be read', async () => {
    answerWith([
      okBody(`<UserGetPricingResult><ProductType Name="domains"><ProductCategory Name="REGISTER"><Product Name="COM">
        <Price Duration="6" DurationType="MONTH" Price="5.00" YourPrice="5.00" Currency="USD" />
        <Price Duration="one" DurationType="YEAR" Price="5.00" Currency="USD" />
        <Price Duration="2" DurationType="YEAR" Price="9.00" YourPrice="8,00" Currency="USD" />
        <Price Duration="1" DurationType="YEAR" Price="9.00" Currency="EUR" />
      </Product></ProductCategory></ProductType></UserGetPricingResult>`),
    ]);
    const { driver, read, events } = createTestDriver();
    const prices = await driver.getPrices(
      { tlds: ['com'], operations: ['registerDomain'] },
      read('getPrices'),
    );
    expect(prices).toEqual([
      {
        tld: 'com',
        operation: 'registerDomain',
        years: 1,
        price: { amount: '9.00', currency: 'EUR' },
      },
    ]);
    expect(driftOf(events)).toEqual([
      'Product[0].Price[1].Duration: is not a number of years',
      'Product[0].Price[2].YourPrice: is not an amount',
    ]);
  });

  it('reads again after a passing failure', async () => {
    const sent = answerWith([
      errorBody([['3050900', 'Unknown error']]),
      okBody('<UserGetPricingResult />'),
    ]);
    const { driver, read, events } = createTestDriver();
    await driver.getPrices({ tlds: ['com'], operations: ['renewDomain'] }, read('getPrices'));
    expect(sent).toHaveLength(2);
    expect(events.filter(({ type }) => type === 'retry.scheduled')).toHaveLength(1);
  });

  it('gives up on what does not pass', async () => {
    const sent = answerWith([errorBody([['2011298', 'Invalid ProductType']])]);
    const { driver, read } = createTestDriver();
    const error = await errorOf(
      driver.getPrices({ tlds: ['com'], operations: ['renewDomain'] }, read('getPrices')),
    );
    expect(error.code).toBe('INVALID_INPUT');
    expect(sent).toHaveLength(1);
  });

  it('keeps only the categories and endings that were asked for, however the filters were taken', async () => {
    const row =
      '<Price Duration="1" DurationType="YEAR" YourPrice="7.00" YourPriceType="MULTIPLE" Currency="USD" />';
    const body = okBody(`<UserGetPricingResult>
      <ProductType Name="ssl"><ProductCategory Name="renew"><Product Name="com">${row}</Product></ProductCategory></ProductType>
      <ProductType Name="Domains">
        <ProductCategory Name="register"><Product Name="com">${row}</Product></ProductCategory>
        <ProductCategory Name="RENEW">
          <Product Name="net">${row}</Product><Product Name="COM">${row.replace('7.00', '8.00')}</Product>
          <Product Name="com.de">${row}</Product><Product Name="">${row}</Product>
        </ProductCategory>
        <ProductCategory Name="reactivate"><Product Name="com">${row}</Product></ProductCategory>
        <ProductCategory><Product Name="com">${row}</Product></ProductCategory>
      </ProductType>
    </UserGetPricingResult>`);
    answerWith([body]);
    const { driver, read } = createTestDriver();
    const prices = await driver.getPrices(
      { tlds: ['com'], operations: ['renewDomain'] },
      read('getPrices'),
    );
    expect(prices).toEqual([
      {
        tld: 'com',
        operation: 'renewDomain',
        years: 1,
        price: { amount: '8.00', currency: 'USD' },
      },
    ]);
  });

  it.each([
    ['photography-and-more', 'PHOTOGRAPHY-AND-MORE'],
    ['photography-and-moree', undefined],
    ['xn--p1ai', 'XN--P1AI'],
    ['co.uk', 'CO.UK'],
  ])('finds %s, asking for the product %s', async (tld, productName) => {
    const listed = tld === 'xn--p1ai' ? 'рф' : tld;
    const product = (name: string): string =>
      `<Product Name="${name}"><Price Duration="1" DurationType="YEAR" YourPrice="7.00" Currency="USD" /></Product>`;
    const sent = answerWith([
      okBody(
        `<UserGetPricingResult><ProductType Name="domains"><ProductCategory Name="register">${product('com')}${product(listed)}</ProductCategory></ProductType></UserGetPricingResult>`,
      ),
    ]);
    const { driver, read } = createTestDriver();
    const prices = await driver.getPrices(
      { tlds: [tld], operations: ['registerDomain'] },
      read('getPrices'),
    );
    expect(prices.map((price) => price.tld)).toEqual([tld]);
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      {
        ...globals('namecheap.users.getPricing'),
        ProductType: 'DOMAIN',
        ProductCategory: 'DOMAINS',
        ActionName: 'REGISTER',
        ...(productName === undefined ? {} : { ProductName: productName }),
      },
    ]);
  });

  it.each<CountedRow>([
    {
      what: 'a price per year and a fee per year',
      row: 'Duration="3" YourPrice="10.10" YourPriceType="MULTIPLE" YourAdditonalCost="0.18"',
      price: '30.84',
      fee: '0.54',
    },
    {
      what: 'a price for all years and a fee per year',
      row: 'Duration="3" YourPrice="30.10" YourPriceType="ABSOLUTE" YourAdditonalCost="0.18"',
      price: '30.64',
      fee: '0.54',
    },
    {
      what: 'ten years to the last decimal',
      row: 'Duration="10" YourPrice="1234567.8901" YourPriceType="Multiple" YourAdditonalCost="0.0001"',
      price: '12345678.9020',
      fee: '0.0010',
    },
    {
      what: 'the type of the list price where its own is missing',
      row: 'Duration="2" Price="9.00" PricingType="MULTIPLE" YourPrice="8.00"',
      price: '16.00',
    },
    {
      what: 'no multiple of a price without any type, as older replies have it',
      row: 'Duration="2" Price="17.76" YourPrice="19.98"',
      price: '19.98',
    },
    {
      what: 'the list price and its fee where this account has none of its own',
      row: 'Duration="2" Price="9.00" PricingType="MULTIPLE" AdditionalCost="0.20" YourPrice="0.0" YourPriceType="ABSOLUTE" YourAdditonalCost=""',
      price: '18.40',
      fee: '0.40',
    },
    {
      what: 'no fee where it is zero',
      row: 'Duration="1" YourPrice="9.00" AdditionalCost="0.0" YourAdditonalCost="0.0"',
      price: '9.00',
    },
    {
      what: 'what this account pays and not what it would have paid',
      row: 'Duration="1" Price="9.00" RegularPrice="12.98" RegularPriceType="MULTIPLE" RegularAdditionalCost="0.30" YourPrice="8.00"',
      price: '8.00',
    },
    {
      // Takes a promotion code, and none is sent.
      what: 'no promotion',
      row: 'Duration="2" YourPrice="8.00" YourPriceType="MULTIPLE" PromotionPrice="1.98"',
      price: '16.00',
    },
    {
      what: 'no promotion under its older name',
      row: 'Duration="2" YourPrice="8.00" YourPriceType="MULTIPLE" CouponPrice="1.98"',
      price: '16.00',
    },
  ])('counts $what', async ({ row, price, fee }) => {
    answerWith([
      okBody(
        `<UserGetPricingResult><ProductType Name="domains"><ProductCategory Name="register"><Product Name="com"><Price DurationType="YEAR" Currency="USD" ${row} /></Product></ProductCategory></ProductType></UserGetPricingResult>`,
      ),
    ]);
    const { driver, read, events } = createTestDriver();
    const prices = await driver.getPrices(
      { tlds: ['com'], operations: ['registerDomain'] },
      read('getPrices'),
    );
    expect(prices).toEqual([
      {
        tld: 'com',
        operation: 'registerDomain',
        years: Number(/Duration="(\d+)"/.exec(row)?.[1]),
        price: { amount: price, currency: 'USD' },
        ...(fee === undefined ? {} : { fee: { amount: fee, currency: 'USD' } }),
      },
    ]);
    expect(driftOf(events)).toEqual([]);
    expectNoCanary(prices, events);
  });

  it('takes a list that is larger than other replies may be', async () => {
    const products = `<Product Name="com"><Price Duration="1" YourPrice="7.00" Currency="USD" /></Product>`;
    answerWith([
      okBody(
        `<UserGetPricingResult>${' '.repeat(5 * 1024 * 1024)}<ProductType Name="domains"><ProductCategory Name="register">${products}</ProductCategory></ProductType></UserGetPricingResult>`,
      ),
    ]);
    const { driver, read } = createTestDriver();
    const prices = await driver.getPrices(
      { tlds: undefined, operations: ['registerDomain'] },
      read('getPrices'),
    );
    expect(prices.map(({ price }) => price.amount)).toEqual(['7.00']);
  });

  it('reads thousands of prices exactly, and lets everything else have its turn', async () => {
    const endings = 300;
    const years = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const row = (ending: number, duration: number): string =>
      `<Price Duration="${duration}" DurationType="YEAR" YourPrice="${ending}.0${duration - 1}" YourPriceType="MULTIPLE" YourAdditonalCost="0.18" Currency="USD" />`;
    const products = Array.from(
      { length: endings },
      (_, ending) =>
        `<Product Name="ending${ending}">${years.map((duration) => row(ending + 1, duration)).join('')}</Product>`,
    );
    answerWith([
      okBody(
        `<UserGetPricingResult><ProductType Name="domains"><ProductCategory Name="register">${products.join('')}</ProductCategory></ProductType></UserGetPricingResult>`,
      ),
    ]);
    const { driver, read } = createTestDriver();
    let turns = 0;
    const counting = (): void => {
      turns += 1;
      next = setImmediate(counting);
    };
    let next = setImmediate(counting);
    const prices = await driver.getPrices(
      { tlds: undefined, operations: ['registerDomain'] },
      read('getPrices'),
    );
    clearImmediate(next);
    const cents = (units: number): string =>
      `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`;
    expect(prices).toEqual(
      Array.from({ length: endings }, (_, ending) =>
        years.map((duration): TldPrice => {
          const perYear = (ending + 1) * 100 + duration - 1;
          return {
            tld: `ending${ending}`,
            operation: 'registerDomain',
            years: duration,
            price: { amount: cents((perYear + 18) * duration), currency: 'USD' },
            fee: { amount: cents(18 * duration), currency: 'USD' },
          };
        }),
      ).flat(),
    );
    expect(turns).toBeGreaterThan((endings * years.length) / 20);
  });
});
