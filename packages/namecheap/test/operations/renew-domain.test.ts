import { describe, expect, it } from '@jest/globals';
import { parseCalendarDate, type PriceReading, type Receipt } from '@registrar-kit/core';
import { answerWith, errorBody, fixture, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, errorOf, globals, name } from '../support/test-driver.js';

const reading: PriceReading = {
  price: { amount: '14.76', currency: 'USD' },
  premium: false,
  earlyAccess: false,
};

function renew(changes: Partial<PriceReading> = {}): Promise<Receipt> {
  const { driver, write } = createTestDriver();
  return driver.renewDomain(
    {
      domain: name('mine.com'),
      years: 1,
      expiresOn: parseCalendarDate('2027-03-09'),
      reading: { ...reading, ...changes },
    },
    write('renewDomain', 'mine.com'),
  );
}

describe('renewDomain', () => {
  it('sends the order and reads the new date without its time of day', async () => {
    const sent = answerWith([fixture('renew-ok')]);
    expect(await renew()).toEqual({
      status: 'done',
      charged: { amount: '14.7600', currency: 'USD' },
      vendorRef: '719310',
      expiresOn: '2028-03-09',
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.domains.renew'), DomainName: 'mine.com', Years: '1' },
    ]);
  });

  it('repeats the renewal price of a premium name', async () => {
    const sent = answerWith([fixture('renew-ok')]);
    await renew({
      premium: true,
      availability: {
        domain: name('mine.com'),
        availability: 'taken',
        premium: { renewal: { amount: '20.5000', currency: 'USD' } },
      },
    });
    expect(sent[0]?.parameters).toEqual({
      ...globals('namecheap.domains.renew'),
      DomainName: 'mine.com',
      Years: '1',
      IsPremiumDomain: 'true',
      PremiumPrice: '20.5000',
    });
  });

  it('says that an expired domain needs a restore, at another price', async () => {
    answerWith([errorBody([['2020166', 'Domain has expired. Please reactivate your domain.']])]);
    const error = await errorOf(renew());
    expect(error).toMatchObject({ code: 'INVALID_DOMAIN_STATE', state: 'expired', effect: 'none' });
    expect(error.message).toContain('restoreDomain, which has another price');
  });

  it.each([
    ['2019166', 'DOMAIN_NOT_FOUND', 'none'],
    ['2016166', 'ACCESS_DENIED', 'none'],
    ['2015167', 'INVALID_INPUT', 'none'],
    ['3028166', 'PROVIDER_ERROR', 'unknown'],
    ['3031510', 'PROVIDER_ERROR', 'unknown'],
    ['4024167', 'PROVIDER_ERROR', 'unknown'],
    ['4022337', 'PROVIDER_ERROR', 'unknown'],
    // Documented for another command only: no proof that this one did nothing.
    ['4019166', 'DOMAIN_UNAVAILABLE', 'unknown'],
  ])('turns %s into %s with effect %s', async (number, code, effect) => {
    answerWith([errorBody([[number, 'Some words']])]);
    expect(await errorOf(renew())).toMatchObject({ code, effect });
  });

  it('does not take status OK for success', async () => {
    answerWith([
      okBody('<DomainRenewResult DomainName="mine.com" Renew="false" ChargedAmount="0" />'),
    ]);
    expect(await errorOf(renew())).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'none' });
    answerWith([
      okBody('<DomainRenewResult DomainName="mine.com" Renew="false" ChargedAmount="9.0000" />'),
    ]);
    expect(await errorOf(renew())).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'unknown' });
  });

  it('succeeds without a date that cannot be read', async () => {
    answerWith([
      okBody(
        '<DomainRenewResult Renew="true" OrderID="0"><DomainDetails><ExpiredDate>soon</ExpiredDate></DomainDetails></DomainRenewResult>',
      ),
    ]);
    const { driver, write, events } = createTestDriver();
    const order = {
      domain: name('mine.com'),
      years: 1,
      expiresOn: parseCalendarDate('2027-03-09'),
      reading,
    };
    expect(await driver.renewDomain(order, write('renewDomain'))).toEqual({ status: 'done' });
    expect(driftOf(events)).toEqual(['DomainDetails.ExpiredDate: is not a date']);
  });
});
