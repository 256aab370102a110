import { describe, expect, it } from '@jest/globals';
import { parseCalendarDate, type PriceReading, type Receipt } from '@registrar-kit/core';
import { answerWith, errorBody, loseAnswer, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, errorOf, globals, name } from '../support/test-driver.js';

const reading: PriceReading = {
  price: { amount: '190.00', currency: 'USD' },
  premium: false,
  earlyAccess: false,
};

const restored = okBody(
  '<DomainReactivateResult Domain="mine.com" IsSuccess="true" ChargedAmount="190.0000" OrderID="23569" TransactionID="25080" />',
);

function restore(changes: Partial<PriceReading> = {}): Promise<Receipt> {
  const { driver, write } = createTestDriver();
  const expiresOn = parseCalendarDate('2026-03-09');
  const order = { domain: name('mine.com'), expiresOn, reading: { ...reading, ...changes } };
  return driver.restoreDomain(order, write('restoreDomain', 'mine.com'));
}

describe('restoreDomain', () => {
  it('sends the order without years of its own', async () => {
    const sent = answerWith([restored]);
    expect(await restore()).toEqual({
      status: 'done',
      charged: { amount: '190.0000', currency: 'USD' },
      vendorRef: '23569',
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.domains.reactivate'), DomainName: 'mine.com' },
    ]);
  });

  it('repeats the restore price of a premium name to the last decimal', async () => {
    const sent = answerWith([restored]);
    await restore({
      premium: true,
      availability: {
        domain: name('mine.com'),
        availability: 'taken',
        premium: {
          renewal: { amount: '20.5000', currency: 'USD' },
          restore: { amount: '210.5000', currency: 'USD' },
        },
      },
    });
    expect(sent[0]?.parameters).toEqual({
      ...globals('namecheap.domains.reactivate'),
      DomainName: 'mine.com',
      IsPremiumDomain: 'true',
      PremiumPrice: '210.5000',
    });
  });

  it('says that a domain which has not expired is to be renewed', async () => {
    answerWith([
      errorBody(
        [['2020166', 'Domain has not yet expired. Please renew your domain.']],
        '<DomainReactivateResult Domain="" ChargedAmount="0" OrderID="0" TransactionID="0" />',
      ),
    ]);
    const error = await errorOf(restore());
    expect(error).toMatchObject({ code: 'INVALID_DOMAIN_STATE', state: 'active', effect: 'none' });
    expect(error.message).toContain('it needs renewDomain');
  });

  it.each([
    ['2019166', 'DOMAIN_NOT_FOUND', 'none'],
    ['2016166', 'ACCESS_DENIED', 'none'],
    ['2015167', 'INVALID_INPUT', 'none'],
    ['2515610', 'PRICE_CHANGED', 'none'],
    ['2528166', 'PROVIDER_ERROR', 'none'],
    ['3024510', 'PROVIDER_ERROR', 'unknown'],
    ['3050511', 'PROVIDER_ERROR', 'unknown'],
    ['4024166', 'PROVIDER_ERROR', 'unknown'],
    ['5050900', 'PROVIDER_ERROR', 'unknown'],
    // Documented for another command only: no proof that this one did nothing.
    ['3028166', 'PROVIDER_ERROR', 'unknown'],
    ['4019166', 'DOMAIN_UNAVAILABLE', 'unknown'],
  ])('turns %s into %s with effect %s, whatever stands beside it', async (number, code, effect) => {
    const sent = answerWith([
      errorBody(
        [[number, 'Some words']],
        '<DomainReactivateResult IsSuccess="true" ChargedAmount="190.0000" OrderID="1" />',
      ),
    ]);
    expect(await errorOf(restore())).toMatchObject({ code, effect });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['a plain no', 'IsSuccess="false" ChargedAmount="0"', 'PROVIDER_ERROR', 'none'],
    [
      'a no that was charged',
      'IsSuccess="false" ChargedAmount="9.0000"',
      'PROVIDER_ERROR',
      'unknown',
    ],
    ['no flag at all', 'ChargedAmount="0"', 'UNEXPECTED_RESPONSE', 'unknown'],
  ])('takes %s for what it is', async (_what, attributes, code, effect) => {
    answerWith([okBody(`<DomainReactivateResult Domain="mine.com" ${attributes} />`)]);
    expect(await errorOf(restore())).toMatchObject({ code, effect });
  });

  it('does not know what a lost answer came to', async () => {
    loseAnswer();
    expect(await errorOf(restore())).toMatchObject({ code: 'TRANSPORT_FAILED', effect: 'unknown' });
  });

  it('succeeds without a charge that can be read', async () => {
    answerWith([okBody('<DomainReactivateResult IsSuccess="true" ChargedAmount="much" />')]);
    const { driver, write, events } = createTestDriver();
    const order = { domain: name('mine.com'), expiresOn: undefined, reading };
    expect(await driver.restoreDomain(order, write('restoreDomain'))).toEqual({ status: 'done' });
    expect(driftOf(events)).toEqual(['DomainReactivateResult.ChargedAmount: is not an amount']);
  });
});
