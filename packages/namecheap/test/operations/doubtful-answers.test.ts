import { describe, expect, it } from '@jest/globals';
import {
  completeContacts,
  type Contact,
  type PriceReading,
  type RegistrationOrder,
} from '@registrar-kit/core';
import { expectNoCanary } from '../support/canaries.js';
import { answerWith, errorBody, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, errorOf, name } from '../support/test-driver.js';

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
const reading: PriceReading = {
  price: { amount: '10.16', currency: 'USD' },
  premium: false,
  earlyAccess: false,
};
const order: RegistrationOrder = {
  domain: name('free.com'),
  years: 1,
  contacts: completeContacts({ registrant }),
  nameservers: [],
  privacy: undefined,
  lock: undefined,
  tldAttributes: {},
  reading,
};

function register(changes: Partial<RegistrationOrder> = {}): Promise<unknown> {
  const { driver, write } = createTestDriver();
  return driver.registerDomain({ ...order, ...changes }, write('registerDomain', 'free.com'));
}

describe('an order that is answered with several errors', () => {
  it.each([
    ['one of the gate', ['1011102', 'API Key is invalid']],
    ['a refusal', ['2011170', 'Promotion code is invalid']],
    ['an unlisted number of the gate', ['1099999', 'Something']],
  ] as const)('may have been executed when one says so beside %s', async (_what, other) => {
    // The add-on failed, so that the domain may well be registered.
    const addOn = ['4023271', 'Failed to add free PositiveSSL'] as const;
    for (const errors of [
      [addOn, other],
      [other, addOn],
    ]) {
      answerWith([errorBody(errors)]);
      expect(await errorOf(register())).toMatchObject({ effect: 'unknown' });
    }
  });

  it('was not executed when all of them come from the gate', async () => {
    answerWith([errorBody([['1011102', 'API Key is invalid']])]);
    expect(await errorOf(register())).toMatchObject({
      code: 'AUTHENTICATION_FAILED',
      effect: 'none',
    });
  });
});

describe('an answer with two responses', () => {
  it('is not believed, since the second may say the opposite', async () => {
    const responseOf = (available: string): string =>
      `<CommandResponse><DomainCheckResult Domain="free.com" Available="${available}" /></CommandResponse>`;
    answerWith([
      `<ApiResponse Status="OK"><Errors />${responseOf('true')}${responseOf('false')}</ApiResponse>`,
    ]);
    const { driver, read } = createTestDriver();
    const checked = driver.checkAvailability([name('free.com')], read('checkAvailability'));
    expect(await errorOf(checked)).toMatchObject({
      code: 'UNEXPECTED_RESPONSE',
      kind: 'wrong_shape',
    });
  });
});

describe('an answer that contradicts itself', () => {
  const row = (available: string, premium = 'false'): string =>
    `<DomainCheckResult Domain="free.com" Available="${available}" ErrorNo="0" IsPremiumName="${premium}" />`;

  it.each([
    ['yes and no', row('true') + row('false')],
    ['no and yes', row('false') + row('true')],
    ['yes, no and yes', row('true') + row('false') + row('true')],
    ['standard and premium', row('true') + row('true', 'true')],
    ['nothing that can be read and yes', row('') + row('true')],
    ['yes and nothing that can be read', row('true') + row('')],
  ])('by saying %s of a name makes nothing available', async (_what, rows) => {
    answerWith([okBody(rows)]);
    const { driver, read, events } = createTestDriver();
    const call = read('checkAvailability');
    const [answer] = await driver.checkAvailability([name('free.com')], call);
    expect(answer).toMatchObject({ availability: 'unknown', reason: 'request_failed' });
    expect(answer?.error).toMatchObject({ code: 'PROVIDER_ERROR', domain: 'free.com' });
    expect(driftOf(events)).toContain('DomainCheckResult: answers a name twice and differently');
  });

  it('by saying the same twice says it once', async () => {
    answerWith([okBody(row('true') + row('true'))]);
    const { driver, read } = createTestDriver();
    const [answer] = await driver.checkAvailability([name('free.com')], read('checkAvailability'));
    expect(answer?.availability).toBe('available');
  });

  it.each([400, 403, 500])('by HTTP status %i beside OK is not believed', async (status) => {
    answerWith([okBody('<DomainCreateResult Registered="true" ChargedAmount="10.16" />')], {
      status,
    });
    expect(await errorOf(register())).toMatchObject({
      code: 'UNEXPECTED_RESPONSE',
      kind: 'wrong_status',
      effect: 'unknown',
    });
  });
});

it('keeps the extra fields of an order out of an error that quotes them', async () => {
  const tldAttributes = { NINumber: 'CANARY-identity-7f21' };
  answerWith([errorBody([['2011322', 'The value CANARY-identity-7f21 is not valid']])]);
  const error = await errorOf(register({ tldAttributes }));
  expect(error.code).toBe('INVALID_INPUT');
  expectNoCanary(error);
});

it('keeps values of several words out of an error that quotes the parameters', async () => {
  const quoted = 'RegistrantAddress1=1 Example Street&amp;RegistrantFirstName=Ada';
  answerWith([errorBody([['2015182', quoted]])]);
  expect(JSON.stringify(await errorOf(register()))).not.toMatch(/Street|Ada/);
});

it.each(['0', '-1', 'x', '1.5', '99999999'])('refuses %j, which is no cursor', async (cursor) => {
  const { driver, read } = createTestDriver();
  expect(await errorOf(driver.listDomains({ cursor }, read('listDomains')))).toMatchObject({
    issues: [{ path: 'cursor' }],
  });
  expect(await errorOf(driver.listTlds({ cursor }, read('listTlds')))).toMatchObject({
    code: 'INVALID_INPUT',
  });
});
