import { afterEach, describe, expect, it } from '@jest/globals';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { infoAnswers, searchAnswers } from '../support/orders.js';
import { expectRequestsAsTold, fixture, vendor } from '../support/vendor.js';

const domain = 'example-name.com';
const info = fixture('domain-info-active.json') as object;
const input = { domain, years: 1, expectedExpiresOn: '2027-10-04', price: 'listed' } as const;

/** The readings that stand before every renewal: the domain, whether it is premium, its price. */
function guardAnswers(): void {
  infoAnswers(domain, { body: info });
  searchAnswers(domain, { status: 'NOTAVAILABLE', price: null, currency: null });
  const query = { MaxResultCount: '1000', SkipCount: '0', Currency: 'USD' };
  vendor('GET', 'products/tlds', { query }, { body: fixture('products-two-pages-first.json') });
}

function renewalAnswers(answer: Parameters<typeof vendor>[3]): void {
  vendor('POST', 'domains/renew', { body: { domainName: domain, period: 1 } }, answer);
}

afterEach(expectRequestsAsTold);

describe('renewDomain', () => {
  it('renews and answers the date as the domain itself shows it', async () => {
    const { registrar } = openRegistrar();
    guardAnswers();
    // Three hours and a day boundary before what the domain shows.
    renewalAnswers({ body: { domainName: domain, expirationDate: '2028-10-03T20:55:29Z' } });
    infoAnswers(domain, { body: { ...info, expirationDate: '2028-10-04T23:55:29.4171901' } });
    await expect(registrar.renewDomain(input)).resolves.toMatchObject({
      status: 'done',
      domain,
      years: 1,
      previousExpiresOn: '2027-10-04',
      expiresOn: '2028-10-04',
      recovered: false,
    });
  });

  it.each([
    ['cannot be read', { status: 404, body: fixture('error-not-found.json') }],
    ['has not moved yet', { body: info }],
  ])('is done without a date when the domain %s', async (_what, answer) => {
    const { registrar } = openRegistrar();
    guardAnswers();
    renewalAnswers({ body: { expirationDate: '2028-10-04T20:55:29' } });
    infoAnswers(domain, answer);
    const result = await registrar.renewDomain(input);
    expect(result).toMatchObject({ status: 'done', recovered: false });
    expect(result).not.toHaveProperty('expiresOn');
  });

  it('is not sent when the domain was renewed meanwhile', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: { ...info, expirationDate: '2028-10-04T00:00:00' } });
    await expectFailure(registrar.renewDomain(input), 'INVALID_DOMAIN_STATE');
  });

  it('trusts no answer without a date', async () => {
    const { registrar } = openRegistrar();
    guardAnswers();
    renewalAnswers({ body: { domainName: domain } });
    infoAnswers(domain, { body: info });
    await expectFailure(registrar.renewDomain(input), 'OUTCOME_UNKNOWN');
  });

  it('is refused by a conflict, without effect', async () => {
    const { registrar } = openRegistrar();
    guardAnswers();
    renewalAnswers({ status: 409, body: { error: { message: 'Alan adı yenilenemez durumda.' } } });
    const error = await expectFailure(registrar.renewDomain(input), 'INVALID_DOMAIN_STATE');
    expect(error.effect).toBe('none');
    expect(error.vendor?.message).toBe('Alan adı yenilenemez durumda');
  });
});
