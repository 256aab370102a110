import { afterEach, describe, expect, it } from '@jest/globals';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { infoAnswers, order, searchAnswers, sentOrder } from '../support/orders.js';
import { expectRequestsAsTold, fixture, vendor } from '../support/vendor.js';

const domain = 'example-name.com';
const info = fixture('domain-info-active.json') as object;
const notFound = { status: 404, body: fixture('error-not-found.json') };
const page = '<!DOCTYPE html><html></html>';
const html = { 'content-type': 'text/html' };

function registrationAnswers(answer: Parameters<typeof vendor>[3]): void {
  searchAnswers(domain);
  vendor('POST', 'domains/register-with-contacts', { body: sentOrder }, answer);
}

afterEach(expectRequestsAsTold);

describe('an order whose answer is no refusal by the vendor', () => {
  it.each([
    ['a web page with 403', { status: 403, body: page, headers: html }],
    ['a web page with 404', { status: 404, body: page, headers: html }],
    ['a redirect to somewhere else', { status: 302, headers: { location: '/maintenance' } }],
    ['300', { status: 300 }],
    ['304', { status: 304 }],
    ['408', { status: 408 }],
    ['a status of which nobody knows anything', { status: 499 }],
    [
      'an unlisted fault of the registry connection',
      { status: 403, body: { error: { code: 'Dna.DomainService:Epp:10999', message: null } } },
    ],
  ])('such as %s may have been executed', async (_what, answer) => {
    const { registrar } = openRegistrar();
    registrationAnswers(answer);
    infoAnswers(domain, notFound);
    await expectFailure(registrar.registerDomain(order), 'OUTCOME_UNKNOWN');
  });

  it.each([
    ['an empty object', {}],
    ['no number and no date', { id: 0, expirationDate: '0001-01-01T00:00:00', domainName: domain }],
    ['another domain', { id: 4712, domainName: 'someone-else.com' }],
  ])('is not taken for a success because of %s', async (_what, body) => {
    const { registrar } = openRegistrar();
    registrationAnswers({ body });
    // Once to read the domain back where the answer is about it, once for proof.
    if (!('id' in body) || body.id === 0) infoAnswers(domain, notFound);
    infoAnswers(domain, notFound);
    await expectFailure(registrar.registerDomain(order), 'OUTCOME_UNKNOWN');
  });

  it('is a success when the domain shows it, however little the answer says', async () => {
    const { registrar } = openRegistrar();
    registrationAnswers({ body: {} });
    infoAnswers(domain, { body: info });
    expect(await registrar.registerDomain(order)).toMatchObject({
      status: 'done',
      recovered: false,
    });
  });

  it('is no renewal while the date stays where it was', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: info });
    searchAnswers(domain, { status: 'NOTAVAILABLE', price: null, currency: null });
    const query = { MaxResultCount: '1000', SkipCount: '0', Currency: 'USD' };
    vendor('GET', 'products/tlds', { query }, { body: fixture('products-two-pages-first.json') });
    const expirationDate = '2027-10-04T14:55:29Z';
    vendor(
      'POST',
      'domains/renew',
      { body: { domainName: domain, period: 1 } },
      { body: { expirationDate } },
    );
    infoAnswers(domain, { body: info });
    infoAnswers(domain, { body: info });
    const renewal = { domain, years: 1, expectedExpiresOn: '2027-10-04', price: 'listed' } as const;
    await expectFailure(registrar.renewDomain(renewal), 'OUTCOME_UNKNOWN');
  });
});

describe('a search that contradicts itself', () => {
  const free = { domainName: domain, status: 'AVAILABLE', isPremium: false, price: 10.68 };

  it.each([
    ['says yes and no', [free, { ...free, status: 'NOTAVAILABLE' }]],
    ['says no and yes', [{ ...free, status: 'NOTAVAILABLE' }, free]],
    ['says yes, no and yes', [free, { ...free, status: 'NOTAVAILABLE' }, free]],
    ['says standard and premium', [free, { ...free, isPremium: true }]],
    ['does not say readably whether it is premium', [{ ...free, isPremium: 'no idea' }]],
    ['does not say readably for how long its price is', [{ ...free, period: 'P1Y' }]],
    ['says no by its reason', [{ ...free, reason: 'Unauthorized TLD' }]],
  ])('and %s makes nothing available', async (_what, infos) => {
    const { registrar } = openRegistrar();
    const asked = { body: [{ domainName: domain, currency: 'USD' }] };
    vendor('POST', 'domains/bulk-search', asked, { body: { success: true, infos } });
    const [row] = await registrar.checkAvailability({ domains: [domain] });
    expect(row?.availability).toBe('unknown');
  });

  it('counts the same answer twice as one, and believes that a name exists', async () => {
    const { registrar } = openRegistrar();
    const asked = { body: [{ domainName: domain, currency: 'USD' }] };
    vendor('POST', 'domains/bulk-search', asked, {
      body: { infos: [free, { ...free, reason: null }] },
    });
    expect(await registrar.checkAvailability({ domains: [domain] })).toMatchObject([
      { availability: 'available' },
    ]);
    const infos = [{ ...free, reason: 'Domain exists' }];
    vendor('POST', 'domains/bulk-search', asked, { body: { infos } });
    expect(await registrar.checkAvailability({ domains: [domain] })).toMatchObject([
      { availability: 'taken' },
    ]);
  });
});

it('keeps values of several words out of an error that quotes the order', async () => {
  const { registrar } = openRegistrar();
  const message = 'postalCode=EC1A 1BB, address1=1 Example Road is not valid';
  registrationAnswers({ status: 400, body: { error: { message } } });
  const error = await expectFailure(registrar.registerDomain(order), 'INVALID_INPUT');
  expect(JSON.stringify(error)).not.toMatch(/1BB|Road/);
});
