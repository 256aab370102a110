import { describe, expect, it } from '@jest/globals';
import {
  completeContacts,
  type Contact,
  type Nameserver,
  type PriceReading,
  type RegistrationOrder,
  type Receipt,
} from '@registrar-kit/core';
import { canaryPhone, expectNoCanary } from '../support/canaries.js';
import { answerWith, errorBody, fixture, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, errorOf, globals, name } from '../support/test-driver.js';

const person: Contact = {
  firstName: 'Ada',
  lastName: 'Canarylace',
  email: 'ada@example.com',
  phone: canaryPhone,
  address1: 'Örnek Sokak 1',
  city: 'İstanbul',
  state: 'İstanbul',
  postalCode: '34000',
  country: 'TR',
};
const contact: Contact = { ...person, organization: 'Example Ltd', address2: 'Kat 2' };
const technician: Contact = { ...person, firstName: 'Linus', phone: '+12125550123' };

const reading: PriceReading = {
  price: { amount: '20.32', currency: 'USD' },
  premium: false,
  earlyAccess: false,
  availability: { domain: name('free.com'), availability: 'available' },
};

const order: RegistrationOrder = {
  domain: name('free.com'),
  years: 2,
  contacts: completeContacts({ registrant: contact, tech: technician }),
  nameservers: ['ns1.example.net', 'ns2.example.net'] as Nameserver[],
  privacy: true,
  lock: undefined,
  tldAttributes: {},
  reading,
};

function register(changes: Partial<RegistrationOrder> = {}): Promise<Receipt> {
  const { driver, write } = createTestDriver();
  const changed = { ...order, ...changes };
  return driver.registerDomain(changed, write('registerDomain', changed.domain));
}

function contactParameters(prefix: string, fields: Contact, phone: string): Record<string, string> {
  return {
    ...(fields.organization === undefined
      ? {}
      : { [`${prefix}OrganizationName`]: fields.organization }),
    [`${prefix}FirstName`]: fields.firstName,
    [`${prefix}LastName`]: fields.lastName,
    [`${prefix}Address1`]: fields.address1,
    ...(fields.address2 === undefined ? {} : { [`${prefix}Address2`]: fields.address2 }),
    [`${prefix}City`]: fields.city,
    [`${prefix}StateProvince`]: fields.state,
    [`${prefix}PostalCode`]: fields.postalCode,
    [`${prefix}Country`]: fields.country,
    [`${prefix}Phone`]: phone,
    [`${prefix}EmailAddress`]: fields.email,
  };
}

describe('registerDomain', () => {
  it('sends four complete contacts and nothing that was not asked for', async () => {
    const sent = answerWith([fixture('create-ok')]);
    const receipt = await register();
    expect(sent).toEqual([
      {
        query: '',
        contentType: 'application/x-www-form-urlencoded; charset=utf-8',
        parameters: {
          ...globals('namecheap.domains.create'),
          DomainName: 'free.com',
          Years: '2',
          Nameservers: 'ns1.example.net,ns2.example.net',
          AddFreeWhoisguard: 'yes',
          WGEnabled: 'yes',
          ...contactParameters('Registrant', contact, '+90.2125550142'),
          ...contactParameters('Admin', contact, '+90.2125550142'),
          ...contactParameters('Tech', technician, '+1.2125550123'),
          ...contactParameters('AuxBilling', contact, '+90.2125550142'),
        },
      },
    ]);
    expect(receipt).toEqual({
      status: 'done',
      charged: { amount: '20.3200', currency: 'USD' },
      vendorRef: '719221',
      unset: [],
    });
  });

  it('leaves privacy and name servers to the vendor where nothing is wished, and can switch privacy on later', async () => {
    const sent = answerWith([fixture('create-ok')]);
    await register({ privacy: undefined, nameservers: [] });
    const keys = Object.keys(sent[0]?.parameters ?? {});
    expect(sent[0]?.parameters).toMatchObject({ AddFreeWhoisguard: 'yes' });
    expect(keys).not.toEqual(expect.arrayContaining(['WGEnabled']));
    expect(keys).not.toEqual(expect.arrayContaining(['Nameservers']));
  });

  it.each([
    [false, 'no', 'true', ['privacy']],
    [false, 'no', 'false', []],
    [true, 'yes', 'false', ['privacy']],
    [true, 'yes', 'true', []],
    // It says nothing, so that it is looked at afterwards.
    [true, 'yes', '', ['privacy']],
  ])('sends privacy %s as %s, and tells what %j left unset', async (privacy, word, is, unset) => {
    const sent = answerWith([
      okBody(
        `<DomainCreateResult Domain="free.com" Registered="true" ChargedAmount="9.9800" OrderID="7" WhoisguardEnable="${is}" NonRealTimeDomain="false" />`,
      ),
    ]);
    expect(await register({ privacy })).toMatchObject({ status: 'done', unset });
    expect(sent[0]?.parameters).toMatchObject({ AddFreeWhoisguard: 'yes', WGEnabled: word });
  });

  it.each([true, false])('leaves a wished lock, %s, to be set afterwards', async (lock) => {
    answerWith([fixture('create-ok')]);
    expect(await register({ lock })).toMatchObject({ unset: ['lock'] });
  });

  it('repeats the premium price to the last decimal', async () => {
    const sent = answerWith([fixture('create-ok')]);
    await register({
      reading: {
        price: { amount: '13000.1800', currency: 'USD' },
        premium: true,
        earlyAccess: false,
        availability: {
          domain: name('free.com'),
          availability: 'available',
          premium: { registration: { amount: '13000.0000', currency: 'USD' } },
        },
      },
    });
    expect(sent[0]?.parameters).toMatchObject({
      IsPremiumDomain: 'true',
      PremiumPrice: '13000.0000',
    });
    expect(sent[0]?.parameters).not.toHaveProperty('EapFee');
  });

  it('repeats the early-access fee', async () => {
    const sent = answerWith([fixture('create-ok')]);
    await register({
      reading: {
        ...reading,
        earlyAccess: true,
        availability: {
          domain: name('free.com'),
          availability: 'available',
          premium: { earlyAccess: { amount: '120.5000', currency: 'USD' } },
        },
      },
    });
    expect(sent[0]?.parameters).toMatchObject({ EapFee: '120.5000' });
    expect(sent[0]?.parameters).not.toHaveProperty('IsPremiumDomain');
  });

  it('passes the extra fields of a registry on as they are', async () => {
    const sent = answerWith([fixture('create-ok')]);
    await register({ tldAttributes: { RegistrantNexus: 'C11', RegistrantPurpose: 'P1' } });
    expect(sent[0]?.parameters).toMatchObject({ RegistrantNexus: 'C11', RegistrantPurpose: 'P1' });
  });

  it.each([
    'ApiKey',
    'apikey',
    'Command',
    'DomainName',
    'years',
    'PremiumPrice',
    'registrantemailaddress',
    'A&B',
    '',
  ])('lets no extra field called %j into the request', async (key) => {
    const error = await errorOf(register({ tldAttributes: { [key]: 'x' } }));
    expect(error).toMatchObject({ code: 'INVALID_INPUT', effect: 'none' });
  });

  it('wants the language of an international name', async () => {
    const domain = name('müller-ornek.com');
    expect(await errorOf(register({ domain }))).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'tldAttributes.IdnCode' }],
    });
    const sent = answerWith([fixture('create-ok')]);
    await register({ domain, tldAttributes: { IdnCode: 'GER' } });
    expect(sent[0]?.parameters).toMatchObject({
      DomainName: 'xn--mller-ornek-thb.com',
      IdnCode: 'GER',
    });
  });

  it('names every contact field that cannot be sent, and no value', async () => {
    const odd = { ...contact, phone: '+999123456789', city: 'x'.repeat(51) };
    const error = await errorOf(
      register({ contacts: completeContacts({ registrant: contact, admin: odd }) }),
    );
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [
        { path: 'contacts.admin.city', problem: 'has 51 characters' },
        { path: 'contacts.admin.phone', problem: 'starts with no country code that is in use' },
      ],
    });
    expect(error.message).not.toContain('+999');
  });

  it('answers pending where the registry takes its time', async () => {
    answerWith([
      okBody(
        '<DomainCreateResult Domain="free.com" Registered="true" ChargedAmount="9.9800" DomainID="0" OrderID="7" TransactionID="8" WhoisguardEnable="true" FreePositiveSSL="false" NonRealTimeDomain="true" />',
      ),
    ]);
    expect(await register()).toMatchObject({ status: 'pending', vendorRef: '7' });
  });

  it.each([
    [
      'a plain no',
      'Registered="false" ChargedAmount="0" NonRealTimeDomain="false"',
      'PROVIDER_ERROR',
      'none',
    ],
    [
      'a no that was charged',
      'Registered="false" ChargedAmount="9.9800" NonRealTimeDomain="false"',
      'PROVIDER_ERROR',
      'unknown',
    ],
    [
      'a no that waits',
      'Registered="false" ChargedAmount="0" NonRealTimeDomain="true"',
      'PROVIDER_ERROR',
      'unknown',
    ],
    ['no flag at all', 'ChargedAmount="0"', 'UNEXPECTED_RESPONSE', 'unknown'],
    ['an empty flag', 'Registered="" ChargedAmount="0"', 'UNEXPECTED_RESPONSE', 'unknown'],
  ])('does not take status OK for success: %s', async (_what, attributes, code, effect) => {
    answerWith([okBody(`<DomainCreateResult Domain="free.com" ${attributes} />`)]);
    expect(await errorOf(register())).toMatchObject({ code, effect });
  });

  it('reads a refusal although numbers of an order stand beside it', async () => {
    answerWith([fixture('create-taken')]);
    expect(await errorOf(register())).toMatchObject({
      code: 'DOMAIN_UNAVAILABLE',
      effect: 'none',
      vendor: { code: '3031166', message: 'Domain name not available', httpStatus: 200 },
    });
  });

  it.each([
    ['3019166', 'DOMAIN_UNAVAILABLE', 'none'],
    ['4019166', 'DOMAIN_UNAVAILABLE', 'none'],
    ['2030280', 'DOMAIN_UNAVAILABLE', 'none'],
    ['2015182', 'INVALID_INPUT', 'none'],
    ['2515610', 'PRICE_CHANGED', 'none'],
    ['2515623', 'PRICE_CHANGED', 'none'],
    ['2528166', 'PROVIDER_ERROR', 'none'],
    ['1011102', 'AUTHENTICATION_FAILED', 'none'],
    ['1050900', 'PROVIDER_ERROR', 'none'],
    ['3028166', 'PROVIDER_ERROR', 'unknown'],
    ['3031900', 'PROVIDER_ERROR', 'unknown'],
    ['4023166', 'PROVIDER_ERROR', 'unknown'],
    ['4023271', 'PROVIDER_ERROR', 'unknown'],
    ['5050900', 'PROVIDER_ERROR', 'unknown'],
    ['4999999', 'PROVIDER_ERROR', 'unknown'],
    ['500000', 'RATE_LIMITED', 'unknown'],
  ])('sends once and turns %s into %s with effect %s', async (number, code, effect) => {
    const sent = answerWith([errorBody([[number, 'Some words.']])]);
    const error = await errorOf(register());
    expect(error).toMatchObject({ code, effect, vendor: { code: number } });
    expect(error.retryable).toBe(effect === 'none' && number === '1050900');
    expect(sent).toHaveLength(1);
  });

  it('tells an insufficient balance by the words', async () => {
    answerWith([errorBody([['2528166', 'Order creation failed. Insufficient funds.']])]);
    expect(await errorOf(register())).toMatchObject({ code: 'INSUFFICIENT_FUNDS', effect: 'none' });
  });

  it.each([
    ['HTTP 405', 405, '<html>', 'RATE_LIMITED', 'none'],
    ['HTTP 429', 429, '', 'RATE_LIMITED', 'unknown'],
    ['HTTP 503', 503, '', 'PROVIDER_UNAVAILABLE', 'unknown'],
    ['a web page', 200, '<!DOCTYPE html><html></html>', 'UNEXPECTED_RESPONSE', 'unknown'],
    ['nothing', 200, '', 'UNEXPECTED_RESPONSE', 'unknown'],
    [
      'half an answer',
      200,
      '<?xml version="1.0"?><ApiResponse Status="OK"><CommandResp',
      'UNEXPECTED_RESPONSE',
      'unknown',
    ],
  ])('sends once and answers honestly after %s', async (_what, status, body, code, effect) => {
    const sent = answerWith([body], { status });
    expect(await errorOf(register())).toMatchObject({ code, effect });
    expect(sent).toHaveLength(1);
  });

  it('keeps contacts out of messages although the vendor quotes them', async () => {
    answerWith([
      errorBody([
        [
          '2015182',
          'Registrant phone +90.2125550142 of Canarylace, ada@example.com at Örnek Sokak 1 is invalid',
        ],
      ]),
    ]);
    const error = await errorOf(register());
    expectNoCanary(error);
    const shown = JSON.stringify(error);
    for (const text of ['Canarylace', 'ada@example.com', 'Örnek Sokak'])
      expect(shown).not.toContain(text);
  });
});
