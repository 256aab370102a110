import { describe, expect, it } from '@jest/globals';
import { aContact } from '@registrar-kit/testing';
import { expectFailure, openRegistrar } from '../support/open-registrar.js';
import { expectSent, fixture, vendor } from '../support/vendor.js';

const domain = 'new-boats.com';
const price = { minor: 1048, scale: 2, currency: 'USD' };
const quoteCall = 'POST quotes';
const orderCall = 'POST orders';
const order = {
  domain,
  years: 1,
  contacts: { registrant: aContact({ address2: 'Pier 2' }) },
  price: 'listed',
  nameservers: ['ns1.example.net', 'ns2.example.net'],
  privacy: true,
} as const;
const sentQuote = { call: quoteCall, body: { kind: 'registration', name: domain, years: 1 } };
const sentContact = {
  givenName: 'Ada',
  familyName: 'Example',
  company: 'Example Bakery',
  mail: 'ada@example.com',
  phone: '+12025550123',
  street: ['1 Example Street', 'Pier 2'],
  town: 'Springfield',
  region: 'IL',
  postcode: '62701',
  country: 'US',
};
const sentOrder = {
  call: orderCall,
  body: {
    kind: 'registration',
    name: domain,
    years: 1,
    contacts: {
      registrant: sentContact,
      admin: sentContact,
      tech: sentContact,
      billing: sentContact,
    },
    extras: {},
    servers: ['ns1.example.net', 'ns2.example.net'],
    shield: true,
    accept: price,
  },
};
const readCall = `GET domains/${domain}`;
const switchCall = `PUT domains/${domain}/switches`;

function quoted(): void {
  vendor(quoteCall, { body: { total: price, premium: false, early: false } });
}

describe('registerDomain', () => {
  it('sends the whole order with the price, and is done when the domain is live', async () => {
    const { registrar } = openRegistrar();
    quoted();
    vendor(orderCall, { status: 202, body: fixture('order-queued.json') });
    vendor(readCall, { body: fixture('domain-live.json') });
    vendor(switchCall, { status: 422, body: { fault: { code: 'HN-405', text: 'No shield.' } } });
    const bought = await registrar.registerDomain(order);
    expect(bought).toMatchObject({
      status: 'done',
      charged: { amount: '10.48', currency: 'USD' },
      expiresOn: '2027-05-04',
      recovered: false,
      // The ending has no shield: it was ignored in the order, and is refused by itself.
      incomplete: [{ setting: 'privacy', error: { code: 'UNSUPPORTED_OPERATION' } }],
    });
    expect(bought.operation.vendorRef).toBe('HN-17');
    const sentSwitch = { call: switchCall, body: { shield: true } };
    expectSent(sentQuote, sentOrder, { call: readCall }, sentSwitch);
  });

  it('is pending while the order waits in the queue', async () => {
    const { registrar } = openRegistrar();
    quoted();
    const answer = { ...(JSON.parse(fixture('order-queued.json')) as object), ignored: [] };
    vendor(orderCall, { status: 202, body: answer });
    vendor(readCall, { body: { name: domain, state: 'queued' } });
    await expect(registrar.registerDomain(order)).resolves.toMatchObject({ status: 'pending' });
    expectSent(sentQuote, sentOrder, { call: readCall });
  });

  it('proves nothing by an answer about another domain, and looks for the domain', async () => {
    const { registrar } = openRegistrar();
    quoted();
    vendor(orderCall, { status: 202, body: fixture('order-queued.json').replace(domain, 'x.com') });
    vendor(readCall, { status: 404, body: { fault: { code: 'HN-401', text: 'No such domain.' } } });
    const error = await expectFailure(registrar.registerDomain(order), 'OUTCOME_UNKNOWN');
    expect(error.effect).toBe('unknown');
    expectSent(sentQuote, sentOrder, { call: readCall });
  });

  it('buys nothing when the price has changed since it was read', async () => {
    const { registrar } = openRegistrar();
    quoted();
    vendor(orderCall, { status: 409, body: { fault: { code: 'HN-301', text: 'Dearer.' } } });
    const error = await expectFailure(registrar.registerDomain(order), 'PRICE_CHANGED');
    expect(error.effect).toBe('none');
    expectSent(sentQuote, sentOrder);
  });

  it('names the field at fault in the words of the caller, and no personal data', async () => {
    const { registrar } = openRegistrar();
    quoted();
    const text = 'Nobody reaches ada@example.com by +12025550123.';
    const fault = { code: 'HN-201', text, field: 'servers.0' };
    vendor(orderCall, { status: 422, body: { fault } });
    const error = await expectFailure(registrar.registerDomain(order), 'INVALID_INPUT');
    expect(error.issues.map(({ path }) => path)).toEqual(['nameservers.0']);
    expect(error.message).not.toMatch(/ada@|12025550123/);
    expectSent(sentQuote, sentOrder);
  });
});

describe('renewDomain', () => {
  it('answers the date that the domain shows afterwards', async () => {
    const { registrar } = openRegistrar();
    const body = { kind: 'renewal', name: 'boats.com', years: 2 };
    const row = fixture('domain-live.json');
    const read = 'GET domains/boats.com';
    vendor(read, { body: row });
    vendor(quoteCall, { body: { total: price, premium: false, early: false } });
    vendor(orderCall, { body: { order: 'HN-18', name: 'boats.com', state: 'completed' } });
    vendor(read, { body: row.replace('2027-05-04', '2029-05-04') });
    const renewed = await registrar.renewDomain({
      domain: 'boats.com',
      years: 2,
      expectedExpiresOn: '2027-05-04',
      price: { atMost: { amount: '10.48', currency: 'USD' } },
    });
    expect(renewed).toMatchObject({ status: 'done', expiresOn: '2029-05-04' });
    expect(renewed.charged).toBeUndefined();
    expectSent(
      { call: read },
      { call: quoteCall, body },
      { call: orderCall, body: { ...body, accept: price } },
      { call: read },
    );
  });
});
