import { describe, expect, it } from '@jest/globals';
import {
  completeContacts,
  Secret,
  type Contact,
  type PriceReading,
  type Receipt,
  type TransferOrder,
} from '@registrar-kit/core';
import { expectNoCanary } from '../support/canaries.js';
import { answerWith, errorBody, loseAnswer, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, errorOf, globals, name } from '../support/test-driver.js';

const reading: PriceReading = {
  price: { amount: '9.87', currency: 'USD' },
  premium: false,
  earlyAccess: false,
};

const registrant: Contact = {
  firstName: 'Ada',
  lastName: 'Example',
  email: 'ada@example.com',
  phone: '+12025550123',
  address1: '1 Example Street',
  city: 'Springfield',
  state: 'IL',
  postalCode: '62701',
  country: 'US',
};

const ordered = okBody(
  '<DomainTransferCreateResult Domainname="moving.com" Transfer="true" TransferID="15" StatusID="-1" OrderID="575" TransactionID="759" ChargedAmount="9.87" StatusCode="2" />',
);

function transfer(changes: Partial<TransferOrder> = {}): Promise<Receipt> {
  const { driver, write } = createTestDriver();
  const order: TransferOrder = {
    domain: name('moving.com'),
    authCode: new Secret('CANARY-code'),
    contacts: undefined,
    privacy: undefined,
    reading,
    ...changes,
  };
  return driver.transferDomain(order, write('transferDomain', 'moving.com'));
}

describe('transferDomain', () => {
  it('sends the order with its code in base64, and answers with the number of the transfer', async () => {
    const sent = answerWith([ordered]);
    expect(await transfer()).toEqual({
      status: 'pending',
      charged: { amount: '9.87', currency: 'USD' },
      vendorRef: '15',
    });
    expect(sent).toEqual([
      {
        query: '',
        contentType: 'application/x-www-form-urlencoded; charset=utf-8',
        parameters: {
          ...globals('namecheap.domains.transfer.create'),
          DomainName: 'moving.com',
          Years: '1',
          EPPCode: 'base64:Q0FOQVJZLWNvZGU=',
          AddFreeWhoisguard: 'yes',
        },
      },
    ]);
  });

  it.each([
    ['a&b=c+d%/"<é>', 'base64:YSZiPWMrZCUvIjzDqT4='],
    ['x', 'base64:eA=='],
  ])('sends the code %s whole', async (code, EPPCode) => {
    const sent = answerWith([ordered]);
    await transfer({ authCode: new Secret(code) });
    expect(sent[0]?.parameters.EPPCode).toBe(EPPCode);
  });

  it.each([
    [true, 'yes'],
    [false, 'no'],
  ])('sends privacy %s as %s', async (privacy, WGenable) => {
    const sent = answerWith([ordered]);
    expect(await transfer({ privacy })).not.toHaveProperty('unset');
    expect(sent[0]?.parameters).toMatchObject({ AddFreeWhoisguard: 'yes', WGenable });
  });

  it('leaves wished contacts to be set afterwards, and sends none of them', async () => {
    const sent = answerWith([ordered]);
    expect(await transfer({ contacts: completeContacts({ registrant }) })).toMatchObject({
      status: 'pending',
      unset: ['contacts'],
    });
    expect(JSON.stringify(sent)).not.toContain('Springfield');
  });

  it.each([
    ['2033409', 'AUTHENTICATION_FAILED', 'none'],
    ['2011280', 'INVALID_INPUT', 'none'],
    ['2030280', 'DOMAIN_UNAVAILABLE', 'none'],
    ['2528166', 'PROVIDER_ERROR', 'none'],
    ['3031510', 'PROVIDER_ERROR', 'unknown'],
    ['4023166', 'PROVIDER_ERROR', 'unknown'],
    ['5050900', 'PROVIDER_ERROR', 'unknown'],
  ])('turns %s into %s with effect %s, whatever stands beside it', async (number, code, effect) => {
    const sent = answerWith([
      errorBody(
        [[number, 'Some words']],
        '<DomainTransferCreateResult Transfer="true" TransferID="15" ChargedAmount="9.87" />',
      ),
    ]);
    expect(await errorOf(transfer())).toMatchObject({ code, effect });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['a plain no', 'Transfer="false" TransferID="0" ChargedAmount="0"', 'PROVIDER_ERROR', 'none'],
    [
      'a no that was charged',
      'Transfer="false" TransferID="0" ChargedAmount="9.87"',
      'PROVIDER_ERROR',
      'unknown',
    ],
    [
      'a no that has a number',
      'Transfer="false" TransferID="15" ChargedAmount="0"',
      'PROVIDER_ERROR',
      'unknown',
    ],
    ['no flag at all', 'TransferID="15" ChargedAmount="9.87"', 'UNEXPECTED_RESPONSE', 'unknown'],
  ])('takes %s for what it is', async (_what, attributes, code, effect) => {
    answerWith([okBody(`<DomainTransferCreateResult DomainName="moving.com" ${attributes} />`)]);
    expect(await errorOf(transfer())).toMatchObject({ code, effect });
  });

  it('does not know what a lost answer came to', async () => {
    loseAnswer();
    expect(await errorOf(transfer())).toMatchObject({
      code: 'TRANSPORT_FAILED',
      effect: 'unknown',
    });
  });

  it('succeeds without a number that can be read', async () => {
    answerWith([okBody('<DomainTransferCreateResult Transfer="true" TransferID="soon" />')]);
    expect(await transfer()).toEqual({ status: 'pending' });
  });

  it.each(['CANARY-code', 'Q0FOQVJZLWNvZGU=', 'base64:Q0FOQVJZLWNvZGU='])(
    'keeps the code out of an error that quotes %s',
    async (quoted) => {
      answerWith([errorBody([['2011280', `The code ${quoted} is not right`]])]);
      const error = await errorOf(transfer());
      expectNoCanary(error);
      expect(JSON.stringify(error)).not.toContain('Q0FOQVJZLWNvZGU');
    },
  );
});
