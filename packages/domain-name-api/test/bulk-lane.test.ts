import { describe, expect, it, test } from '@jest/globals';
import type { DomainNameApiConfig } from '../src/index.js';
import { expectFailure, openRegistrar } from './support/registrar.js';
import { expectRequestsAsTold, fixture, vendor, type Answer } from './support/vendor.js';

const prefix = '/api-bulk/v1';
const account = 'deposit/accounts/me';
const page = '<!DOCTYPE html><html><body>Not Found</body></html>';
const missing =
  '/api-bulk: the gateway does not know /api-bulk; reads of the bulk lane go through /api for the rest of this process';

// Each test has an account of its own: what is learnt of the route holds for one account in this process.
let accounts = 0;
function open(config: Partial<DomainNameApiConfig> = {}) {
  accounts += 1;
  const quota = { api: { windows: [] }, 'api-bulk': { windows: [] } };
  return openRegistrar({ baseUrl: `https://ote${String(accounts)}.example.com`, quota, ...config });
}
function answers(status: number, at: string, answer: Answer = {}): void {
  const host = `https://ote${String(accounts)}.example.com`;
  vendor('GET', account, { host, prefix: at }, { status, ...answer });
}

describe('the bulk lane', () => {
  it('reads through /api-bulk, and interactive calls through /api', async () => {
    const { registrar, drifts } = open();
    answers(200, prefix, { body: fixture('account-both-balances.json') });
    await registrar.getBalance({ lane: 'bulk' });
    answers(200, '/api/v1', { body: fixture('account-both-balances.json') });
    await registrar.getBalance();
    expectRequestsAsTold();
    expect(drifts()).toEqual([]);
  });

  it('takes the prefix and the version from the configuration', async () => {
    const { registrar } = open({ bulkPrefix: 'mass', version: 'v2' });
    answers(200, '/mass/v2', { body: fixture('account-both-balances.json') });
    await registrar.getBalance({ lane: 'bulk' });
    expectRequestsAsTold();
  });

  test.each<[string, number, Answer]>([
    ['404 without a body', 404, {}],
    ['404 with a plain text', 404, { body: 'not found' }],
    ['a page', 404, { body: page, headers: { 'content-type': 'text/html' } }],
    ['a page with HTTP 200', 200, { body: page, headers: { 'content-type': 'text/html' } }],
    ['a redirect', 302, { headers: { location: 'https://www.example.com/' } }],
    ['a redirect to a login page', 302, { headers: { location: '/Account/Login' } }],
  ])('falls back to /api for good where it gets %s', async (_, status, answer) => {
    const { registrar, drifts } = open();
    answers(status, prefix, answer);
    answers(200, '/api/v1', { body: fixture('account-both-balances.json') });
    await registrar.getBalance({ lane: 'bulk' });
    answers(200, '/api/v1', { body: fixture('account-both-balances.json') });
    await registrar.getBalance({ lane: 'bulk' });
    expectRequestsAsTold();
    expect(drifts()).toEqual([missing]);
  });

  it('does not blame the route when /api refuses the credentials too', async () => {
    const { registrar, drifts } = open();
    const login = { headers: { location: '/Account/Login' } };
    answers(302, prefix, login);
    answers(302, '/api/v1', login);
    await expectFailure(registrar.getBalance({ lane: 'bulk' }), 'AUTHENTICATION_FAILED');
    answers(200, prefix, { body: fixture('account-both-balances.json') });
    await registrar.getBalance({ lane: 'bulk' });
    expectRequestsAsTold();
    expect(drifts()).toEqual([]);
  });

  it('takes the vendor at its word when it answers there', async () => {
    const { registrar, drifts } = open();
    const host = `https://ote${String(accounts)}.example.com`;
    const body = { error: { code: 'Dna.DomainService:Domain:10007', message: 'not found' } };
    const about = { host, prefix, query: { DomainName: 'example.com' } };
    vendor('GET', 'domains/info', about, { status: 404, body });
    const call = registrar.getDomain({ domain: 'example.com' }, { lane: 'bulk' });
    await expectFailure(call, 'DOMAIN_NOT_FOUND');
    expectRequestsAsTold();
    expect(drifts()).toEqual([]);
  });

  it('says which route was called too often, and never calls it an authentication error', async () => {
    const { registrar } = open();
    for (let attempt = 0; attempt < 3; attempt += 1)
      answers(429, prefix, { headers: { 'retry-after': '0' } });
    const error = await expectFailure(registrar.getBalance({ lane: 'bulk' }), 'RATE_LIMITED');
    expect(error).toMatchObject({ endpoint: '/api-bulk', source: 'registrar' });
    expectRequestsAsTold();
  });

  it('never carries a write, though the reading afterwards', async () => {
    const { registrar } = open();
    const host = `https://ote${String(accounts)}.example.com`;
    const nameservers = ['ns1.example.net', 'ns2.example.net'];
    const body = { domainName: 'example.com', nameServers: nameservers };
    vendor('PUT', 'domains/dns/name-server', { host, body }, { status: 204 });
    const query = { DomainName: 'example.com' };
    const info = { domainName: 'example.com', status: 'Active', nameservers };
    vendor('GET', 'domains/info', { host, prefix, query }, { body: info });
    await registrar.setNameservers({ domain: 'example.com', nameservers }, { lane: 'bulk' });
    expectRequestsAsTold();
  });
});
