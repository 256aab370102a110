import { describe, expect, it, test } from '@jest/globals';
import { errorStatus, isRegistrarError, money, type ErrorCode } from '@registrar-kit/core';
import {
  aBalance,
  aContactSet,
  aDomain,
  aDomainSummary,
  aDomainSync,
  anAvailability,
  anOperation,
  aPriceList,
  aQuote,
  aRegistrarError,
  aRegistration,
  aRenewal,
  aTldPrice,
  aTransfer,
  aTransferOrder,
  FakeRegistrar,
} from '@registrar-kit/testing';

const domain = 'own-bakery.com';

/** What a real answer holds, so that a built one holds no field less and none more. */
async function realAnswers() {
  const fake = new FakeRegistrar();
  fake.seed({ domain, expiresOn: '2027-03-01' });
  fake.world.putForeignDomain({ domain: 'far-bakery.com', authCode: 'Made-Up!1' });
  const order = { years: 1, contacts: aContactSet(), price: 'listed' } as const;
  const [availability] = await fake.checkAvailability({ domains: ['new-bakery.com'] });
  const { items } = await fake.listDomains().page();
  const registration = await fake.registerDomain({ ...order, domain: 'new-bakery.com' });
  const renewal = await fake.renewDomain({
    domain,
    years: 1,
    expectedExpiresOn: '2027-03-01',
    price: 'listed',
  });
  const transfer = await fake.transferDomain({
    domain: 'far-bakery.com',
    authCode: 'Made-Up!1',
    price: 'listed',
  });
  return {
    availability,
    domain: await fake.getDomain({ domain }),
    summary: items[0],
    sync: await fake.syncDomain({ domain }),
    quote: await fake.quote({ operation: 'renewDomain', domain }),
    balance: await fake.getBalance(),
    prices: await fake.getPrices({ tlds: ['com'] }),
    registration,
    renewal,
    transferOrder: transfer,
    transfer: await fake.getTransfer({ domain: 'far-bakery.com' }),
  };
}

function fieldsOf(value: unknown): string[] {
  return Object.keys(value as object)
    .filter((field) => field !== 'vendorRef' && field !== 'vendorStatus' && field !== 'fee')
    .sort();
}

describe('the builders of results', () => {
  it('hold what real answers hold', async () => {
    const real = await realAnswers();
    const pairs: [string, unknown, unknown][] = [
      ['an availability', anAvailability(), real.availability],
      ['a domain', aDomain(), real.domain],
      ['a row', aDomainSummary(), real.summary],
      ['a sync', aDomainSync(), real.sync],
      ['a quote', aQuote(), real.quote],
      ['a balance', aBalance(), real.balance],
      ['prices', aPriceList(), real.prices],
      ['a price', aTldPrice(), real.prices.prices[0]],
      ['a registration', aRegistration(), real.registration],
      ['a renewal', aRenewal(), real.renewal],
      ['an order of a transfer', aTransferOrder(), real.transferOrder],
      ['a transfer', aTransfer(), real.transfer],
      ['an operation', anOperation(), real.registration.operation],
    ];
    expect(pairs.map(([name, built]) => [name, fieldsOf(built)])).toEqual(
      pairs.map(([name, , answer]) => [name, fieldsOf(answer)]),
    );
  });

  it('are departed from with plain text, which is parsed', () => {
    expect(aDomain({ domain: 'BÜCHER.com', nameservers: ['NS1.example.org'] })).toMatchObject({
      domain: 'xn--bcher-kva.com',
      unicode: 'bücher.com',
      nameservers: ['ns1.example.org'],
    });
    expect(() => aDomain({ expiresOn: 'soon' })).toThrow('parseCalendarDate');
    expect(() => aQuote({ domain: 'no name' })).toThrow('parseDomainName');
    expect(anAvailability({ input: 'Shop.com', availability: 'taken' })).toEqual({
      input: 'Shop.com',
      domain: 'shop.com',
      availability: 'taken',
    });
    expect(
      anAvailability({ input: '-', domain: null, availability: 'unknown', reason: 'invalid_name' }),
    ).toEqual({ input: '-', domain: null, availability: 'unknown', reason: 'invalid_name' });
    expect(aBalance(money('1.00', 'USD'), money('2.00', 'TRY')).available).toHaveLength(2);
    expect(aRenewal({ domain: 'a.com', years: 2 })).toMatchObject({
      domain: 'a.com',
      years: 2,
      operation: { kind: 'renewDomain', domain: 'a.com' },
    });
  });
});

describe('the builder of errors', () => {
  const codes = Object.keys(errorStatus) as ErrorCode[];

  test.each(codes)('%s', (code) => {
    const error = aRegistrarError(code);
    expect(isRegistrarError(error, code)).toBe(true);
    expect(error.status).toBe(errorStatus[code]);
    expect(error.diagnosis.length).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ code, message: error.message });
    const moved = aRegistrarError(code, { provider: 'namecheap', operation: 'setLock' });
    expect(moved).toMatchObject({ code, provider: 'namecheap', operation: 'setLock' });
  });

  it('knows the fields of each code', () => {
    const limited = aRegistrarError('RATE_LIMITED', { retryAfterMs: 3000, source: 'quota' });
    expect(limited.retryAfterMs).toBe(3000);
    expect(aRegistrarError('ACCESS_DENIED', { reason: 'account_locked' }).reason).toBe(
      'account_locked',
    );
    // @ts-expect-error an authentication has no time to wait
    aRegistrarError('AUTHENTICATION_FAILED', { retryAfterMs: 3000 });
    expect(() => aRegistrarError('OTHER' as 'TIMEOUT')).toThrow('there is no error code "OTHER"');
  });
});
