import { afterEach, describe, expect, it } from '@jest/globals';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { expectRequestsAsTold, fixture, vendor } from '../support/vendor.js';

const products = { query: { MaxResultCount: '1000', SkipCount: '0', Currency: 'USD' } };

function searched(domainName: string, row: object = {}, asked = domainName): void {
  const infos = [
    {
      domainName,
      status: 'AVAILABLE',
      isPremium: false,
      price: 10.68,
      currency: 'USD',
      period: 1,
      ...row,
    },
  ];
  vendor(
    'POST',
    'domains/bulk-search',
    { body: [{ domainName: asked, currency: 'USD' }] },
    { body: { success: true, infos } },
  );
}

function listed(): void {
  vendor('GET', 'products/tlds', products, {
    body: { ...(fixture('products-two-pages-first.json') as object), totalCount: 2 },
  });
}

afterEach(expectRequestsAsTold);

describe('quote', () => {
  it('reads the price of a registration for one year from the search', async () => {
    const { registrar } = openRegistrar();
    searched('free-name.com');
    await expect(
      registrar.quote({ operation: 'registerDomain', domain: 'free-name.com' }),
    ).resolves.toMatchObject({
      provider: 'domain-name-api',
      environment: 'test',
      operation: 'registerDomain',
      domain: 'free-name.com',
      years: 1,
      price: { amount: '10.68', currency: 'USD' },
      premium: false,
      earlyAccess: false,
    });
  });

  it('reads the price for more years from the list', async () => {
    const { registrar } = openRegistrar();
    searched('free-name.com');
    listed();
    const quote = await registrar.quote({
      operation: 'registerDomain',
      domain: 'free-name.com',
      years: 2,
    });
    expect(quote.price).toEqual({ amount: '21.36', currency: 'USD' });
  });

  it('does not compute a price that is not listed', async () => {
    const { registrar } = openRegistrar();
    searched('free-name.com');
    listed();
    const error = await expectFailure(
      registrar.quote({ operation: 'registerDomain', domain: 'free-name.com', years: 3 }),
      'INVALID_INPUT',
    );
    expect(error.issues).toEqual([
      {
        path: 'years',
        problem: '.com has no listed price for registerDomain over 3 years',
        cure: 'choose one of: 1, 2',
      },
    ]);
  });

  it.each([
    ['renewDomain', '14.78'],
    ['transferDomain', '10.48'],
    ['restoreDomain', '88'],
  ] as const)('reads the price of %s from the list', async (operation, amount) => {
    const { registrar } = openRegistrar();
    searched('owned-name.com', { status: 'NOTAVAILABLE', price: null, currency: null });
    listed();
    const quote = await registrar.quote({ operation, domain: 'owned-name.com' });
    expect(quote.price).toEqual({ amount, currency: 'USD' });
  });

  it('gives the price of a premium name for one year', async () => {
    const { registrar } = openRegistrar();
    searched('premium-name.com', { isPremium: true, price: 13000.0001 });
    const quote = await registrar.quote({
      operation: 'registerDomain',
      domain: 'premium-name.com',
    });
    expect(quote).toMatchObject({
      premium: true,
      price: { amount: '13000.0001', currency: 'USD' },
    });
  });

  it('has no price of a premium name for more years', async () => {
    const { registrar } = openRegistrar();
    searched('premium-name.com', { isPremium: true });
    const error = await expectFailure(
      registrar.quote({ operation: 'registerDomain', domain: 'premium-name.com', years: 2 }),
      'INVALID_INPUT',
    );
    expect(error.issues[0]).toMatchObject({ path: 'years', cure: 'give 1' });
  });

  it('does not take a name that the search left out for one without a premium price', async () => {
    const { registrar } = openRegistrar();
    searched('someone-else.com', { status: 'NOTAVAILABLE' }, 'left-out.com');
    const error = await expectFailure(
      registrar.quote({ operation: 'renewDomain', domain: 'left-out.com' }),
      'PROVIDER_ERROR',
    );
    expect(error).toMatchObject({ effect: 'none', retryable: true });
  });

  it('has no price for renewing a premium name', async () => {
    const { registrar } = openRegistrar();
    searched('premium-name.com', { status: 'NOTAVAILABLE', isPremium: true });
    const error = await expectFailure(
      registrar.quote({ operation: 'renewDomain', domain: 'premium-name.com' }),
      'PROVIDER_ERROR',
    );
    expect(error.message).toContain('states no price');
  });

  it('falls back to the list where the search states no price', async () => {
    const { registrar } = openRegistrar();
    searched('free-name.com', { price: null });
    listed();
    const quote = await registrar.quote({ operation: 'registerDomain', domain: 'free-name.com' });
    expect(quote.price).toEqual({ amount: '10.68', currency: 'USD' });
  });

  it.each([
    ['taken', { status: 'NOTAVAILABLE' }, 'DOMAIN_UNAVAILABLE'],
    [
      'of an ending that is not sold',
      { status: 'NOTAVAILABLE', reason: 'Unauthorized TLD' },
      'DOMAIN_UNAVAILABLE',
    ],
    ['invalid', { status: 'INVALIDDOMAINNAME' }, 'INVALID_INPUT'],
    ['not to be checked', { status: 'ERROR' }, 'PROVIDER_ERROR'],
    ['missing', { domainName: 'other-name.com' }, 'PROVIDER_ERROR'],
  ] as const)('gives no price for a name that is %s', async (_what, row, code) => {
    const { registrar } = openRegistrar();
    searched('free-name.com', row);
    await expectFailure(
      registrar.quote({ operation: 'registerDomain', domain: 'free-name.com' }),
      code,
    );
  });

  it('tells an ending that is not in the list', async () => {
    const { registrar } = openRegistrar();
    searched('owned-name.net', { status: 'NOTAVAILABLE' });
    listed();
    const error = await expectFailure(
      registrar.quote({ operation: 'renewDomain', domain: 'owned-name.net' }),
      'DOMAIN_UNAVAILABLE',
    );
    expect(error.diagnosis[0].cause).toBe('tld_not_sold');
  });
});
