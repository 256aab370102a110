import { describe, expect, it } from '@jest/globals';
import { answerWith, errorBody, fixture, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, errorOf, globals } from '../support/test-driver.js';

describe('listTlds', () => {
  it('answers every ending on one page', async () => {
    const sent = answerWith([fixture('get-tld-list')]);
    const { driver, read, events } = createTestDriver();
    expect(await driver.listTlds({}, read('listTlds'))).toEqual({
      total: 3,
      items: [
        {
          tld: 'com',
          registrable: true,
          renewable: true,
          transferable: true,
          registrationYears: { min: 1, max: 10 },
          renewalYears: { min: 1, max: 10 },
          needsAuthCode: true,
          supportsIdn: true,
          supportsLock: true,
          supportsPrivacy: true,
        },
        {
          tld: 'co.uk',
          registrable: true,
          renewable: false,
          transferable: false,
          registrationYears: { min: 1, max: 10 },
          renewalYears: { min: 1, max: 10 },
          needsAuthCode: false,
          supportsIdn: false,
          supportsLock: false,
          supportsPrivacy: false,
        },
        { tld: 'xn--p1ai', registrable: false },
      ],
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      globals('namecheap.domains.getTldList'),
    ]);
    // One row that cannot be read costs that row.
    expect(driftOf(events)).toEqual([expect.stringContaining('Tlds.Tld[3].IsApiRegisterable')]);
  });

  it('reads 5,000 endings', async () => {
    const row = (index: number): string =>
      `<Tld Name="ending${index}" IsApiRegisterable="true" Type="GTLD">An ending &amp; more<Categories><TldCategory Name="popular" SequenceNumber="10" /></Categories></Tld>\r\n`;
    const rows = Array.from({ length: 5000 }, (_, index) => row(index)).join('');
    answerWith([okBody(`<Tlds>${rows}</Tlds>`)]);
    const { driver, read } = createTestDriver();
    const { items } = await driver.listTlds({}, read('listTlds'));
    expect(items).toHaveLength(5000);
    expect(items[4999]).toEqual({ tld: 'ending4999', registrable: true });
  });
});

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
});
