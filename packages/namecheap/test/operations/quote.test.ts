import { describe, expect, it } from '@jest/globals';
import type { PricedOperation } from '@registrar-kit/core';
import { answerWith, errorBody, fixture, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, errorOf, globals, name } from '../support/test-driver.js';

function checked(attributes: string): string {
  return okBody(`<DomainCheckResult ErrorNo="0" Description="" ${attributes} />`);
}

const free = checked(
  'Domain="free.com" Available="true" IsPremiumName="false" IcannFee="0" EapFee="0.0"',
);
const premium = checked(
  'Domain="gem.com" Available="true" IsPremiumName="true" PremiumRegistrationPrice="13000.0000" PremiumRenewalPrice="20.5000" PremiumRestorePrice="65.0000" PremiumTransferPrice="0" IcannFee="0.1800" EapFee="0.0"',
);

function priced(action: string, ...rows: readonly string[]): string {
  return okBody(
    `<UserGetPricingResult><ProductType Name="domains"><ProductCategory Name="${action}"><Product Name="com">${rows.join('')}</Product></ProductCategory></ProductType></UserGetPricingResult>`,
  );
}

function quoteFor(
  operation: PricedOperation,
  domain: string,
  years = 1,
): ReturnType<ReturnType<typeof createTestDriver>['driver']['quote']> {
  const { driver, read } = createTestDriver();
  return driver.quote({ operation, domain: name(domain), years }, read('quote', domain));
}

describe('quote', () => {
  it('reads the name and the price list, and multiplies', async () => {
    const sent = answerWith([free, fixture('get-pricing-register')]);
    expect(await quoteFor('registerDomain', 'free.com', 2)).toEqual({
      price: { amount: '20.32', currency: 'USD' },
      premium: false,
      earlyAccess: false,
      availability: { domain: 'free.com', availability: 'available' },
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.domains.check'), DomainList: 'free.com' },
      {
        ...globals('namecheap.users.getPricing'),
        ProductType: 'DOMAIN',
        ProductCategory: 'DOMAINS',
        ActionName: 'REGISTER',
        ProductName: 'COM',
      },
    ]);
  });

  it('adds the fee of the check only where the price list has none', async () => {
    const withFee = checked(
      'Domain="free.com" Available="true" IsPremiumName="false" IcannFee="0.2000" EapFee="0.0"',
    );
    const bare =
      '<Price Duration="3" DurationType="YEAR" YourPrice="10.00" YourPriceType="MULTIPLE" Currency="USD" />';
    answerWith([withFee, priced('register', bare)]);
    expect((await quoteFor('registerDomain', 'free.com', 3)).price.amount).toBe('30.6000');
    answerWith([withFee, fixture('get-pricing-register')]);
    expect((await quoteFor('registerDomain', 'free.com', 2)).price.amount).toBe('20.32');
  });

  it('takes the price of a premium name from the check, to the last decimal, and adds its fee', async () => {
    answerWith([premium]);
    expect(await quoteFor('registerDomain', 'gem.com')).toEqual({
      price: { amount: '13000.1800', currency: 'USD' },
      premium: true,
      earlyAccess: false,
      availability: {
        domain: 'gem.com',
        availability: 'available',
        premium: {
          registration: { amount: '13000.0000', currency: 'USD' },
          renewal: { amount: '20.5000', currency: 'USD' },
          restore: { amount: '65.0000', currency: 'USD' },
        },
      },
    });
    answerWith([premium]);
    expect((await quoteFor('renewDomain', 'gem.com')).price.amount).toBe('20.6800');
    answerWith([premium]);
    expect((await quoteFor('restoreDomain', 'gem.com')).price.amount).toBe('65.0000');
  });

  it('invents no price for a premium name', async () => {
    answerWith([premium]);
    expect(await errorOf(quoteFor('transferDomain', 'gem.com'))).toMatchObject({
      code: 'PROVIDER_ERROR',
    });
    answerWith([premium]);
    expect(await errorOf(quoteFor('renewDomain', 'gem.com', 2))).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'years', cure: 'order one year' }],
    });
  });

  it('adds an early-access fee once', async () => {
    const early = checked(
      'Domain="early.com" Available="true" IsPremiumName="false" IcannFee="0" EapFee="120.5000"',
    );
    answerWith([early, fixture('get-pricing-register')]);
    expect(await quoteFor('registerDomain', 'early.com', 2)).toMatchObject({
      price: { amount: '140.8200', currency: 'USD' },
      premium: false,
      earlyAccess: true,
      availability: { premium: { earlyAccess: { amount: '120.5000', currency: 'USD' } } },
    });
    const list =
      '<Price Duration="1" DurationType="YEAR" YourPrice="14.58" YourPriceType="MULTIPLE" Currency="USD" />';
    answerWith([early, priced('renew', list)]);
    expect(await quoteFor('renewDomain', 'early.com')).toMatchObject({
      price: { amount: '14.58', currency: 'USD' },
      earlyAccess: false,
    });
  });

  it('refuses a premium name in early access, which the API cannot order', async () => {
    answerWith([
      checked(
        'Domain="gem.com" Available="true" IsPremiumName="true" PremiumRegistrationPrice="9.0000" EapFee="120.0000"',
      ),
    ]);
    expect(await errorOf(quoteFor('registerDomain', 'gem.com'))).toMatchObject({
      code: 'DOMAIN_UNAVAILABLE',
    });
  });

  it('still tells the price of a taken name', async () => {
    answerWith([
      checked('Domain="taken.com" Available="false" IsPremiumName="false" EapFee="0.0"'),
      fixture('get-pricing-register'),
    ]);
    expect(await quoteFor('registerDomain', 'taken.com')).toMatchObject({
      price: { amount: '10.16' },
      availability: { availability: 'taken' },
    });
  });

  it('names the years that have a price', async () => {
    answerWith([free, fixture('get-pricing-register')]);
    expect(await errorOf(quoteFor('registerDomain', 'free.com', 7))).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'years', cure: 'choose from 1, 2' }],
    });
  });

  it.each([
    ['registerDomain', 'DOMAIN_UNAVAILABLE'],
    ['renewDomain', 'UNSUPPORTED_OPERATION'],
    ['transferDomain', 'UNSUPPORTED_OPERATION'],
  ] as const)('says that %s has no price', async (operation, code) => {
    answerWith([free, okBody('<UserGetPricingResult />')]);
    expect(await errorOf(quoteFor(operation, 'free.com'))).toMatchObject({ code });
    answerWith([errorBody([['2030280', 'TLD is not supported in API: one.zz']])]);
    expect(await errorOf(quoteFor(operation, 'one.zz'))).toMatchObject({ code });
  });

  it('gives no price where the vendor does not say whether the name is premium', async () => {
    answerWith([okBody('')]);
    expect(await errorOf(quoteFor('renewDomain', 'free.com'))).toMatchObject({
      code: 'PROVIDER_ERROR',
      retryable: true,
    });
    answerWith([
      okBody(
        '<DomainCheckResult Domain="free.com" Available="false" ErrorNo="3011511" Description="Unknown response from the provider" />',
      ),
    ]);
    expect(await errorOf(quoteFor('renewDomain', 'free.com'))).toMatchObject({
      code: 'PROVIDER_ERROR',
      vendor: { code: '3011511' },
    });
  });
});
