import { afterEach, describe, expect, it } from '@jest/globals';
import { parseCalendarDate, parseDomainName, money, type Receipt } from '@registrar-kit/core';
import { openDriver } from '../support/driver.js';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { infoAnswers, searchAnswers } from '../support/orders.js';
import { expectRequestsAsTold, fixture, vendor } from '../support/vendor.js';

const domain = parseDomainName('example-name.com');
const info = fixture('domain-info-active.json') as object;
const notFound = { status: 404, body: fixture('error-not-found.json') };

function restoreAnswers(answer: Parameters<typeof vendor>[3]): void {
  vendor('POST', 'domains/restore', { body: { domainName: domain } }, answer);
}

function restore(answer: Parameters<typeof vendor>[3]): Promise<Receipt> {
  restoreAnswers(answer);
  const { driver, call } = openDriver('restoreDomain');
  const reading = { price: money('88', 'USD'), premium: false, earlyAccess: false };
  const expiresOn = parseCalendarDate('2026-01-02');
  return driver.restoreDomain({ domain, expiresOn, reading }, call);
}

afterEach(expectRequestsAsTold);

describe('restoreDomain', () => {
  it.each([
    ['nothing', { status: 200 }],
    ['null', { body: 'null' }],
    ['204', { status: 204 }],
  ])('is done when it is answered with %s and the domain is active', async (_what, answer) => {
    infoAnswers(domain, { body: info });
    await expect(restore(answer)).resolves.toEqual({ status: 'done', expiresOn: '2027-10-04' });
  });

  it.each([
    ['is being restored', { body: { ...info, status: 'PendingRestore' } }],
    ['reads as before', { body: { ...info, status: 'PendingDelete' } }],
    ['cannot be read', notFound],
  ])('is pending while the domain %s', async (_what, read) => {
    infoAnswers(domain, read);
    await expect(restore({ status: 200 })).resolves.toEqual({ status: 'pending' });
  });

  it.each([
    [
      'is not in redemption',
      { status: 400, body: { error: { message: 'Domain is not in redemption' } } },
      'INVALID_DOMAIN_STATE',
    ],
    ['is not there', notFound, 'DOMAIN_NOT_FOUND'],
    [
      'cannot be paid',
      { body: { success: false, message: 'Insufficent reseller balance.' } },
      'INSUFFICIENT_FUNDS',
    ],
  ] as const)('is refused for a domain that %s, without effect', async (_what, answer, code) => {
    const error = await expectFailure(restore(answer), code);
    expect(error.effect).toBe('none');
  });

  it.each([
    ['a breakdown', { status: 502 }, 'PROVIDER_UNAVAILABLE'],
    [
      'a web page',
      { body: '<html></html>', headers: { 'content-type': 'text/html' } },
      'UNEXPECTED_RESPONSE',
    ],
    [
      'an unlisted fault at the registry',
      { status: 403, body: { error: { code: 'Dna.DomainService:Epp:10999' } } },
      'PROVIDER_ERROR',
    ],
  ] as const)('does not know what %s did', async (_what, answer, code) => {
    const error = await expectFailure(restore(answer), code);
    expect(error).toMatchObject({ effect: 'unknown', retryable: false });
  });

  it('is reached by the word that the vendor has for a domain in redemption', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: { ...info, status: 'PendingDelete' } });
    searchAnswers(domain, { status: 'NOTAVAILABLE', price: null, currency: null });
    const query = { MaxResultCount: '1000', SkipCount: '0', Currency: 'USD' };
    vendor('GET', 'products/tlds', { query }, { body: fixture('products-two-pages-first.json') });
    restoreAnswers({ status: 200 });
    infoAnswers(domain, { body: { ...info, status: 'PendingRestore' } });
    const price = { atMost: money('88', 'USD') };
    await expect(registrar.restoreDomain({ domain, price })).resolves.toMatchObject({
      status: 'pending',
      domain,
    });
  });
});
