import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, test } from '@jest/globals';
import { openRegistrar } from './support/registrar.js';
import { expectRequestsAsTold, vendor } from './support/vendor.js';
import type { DomainNameApiMethod, DomainNameApiRawParameters } from '../src/index.js';

afterEach(expectRequestsAsTold);

interface Case extends DomainNameApiRawParameters {
  readonly query?: Readonly<Record<string, string>>;
  readonly answer: unknown;
  /** Where a word that only one account knows stands in the path. */
  readonly at?: string;
}

const domainName = 'example.com';
const zoneStruct = { name: 'www', ttl: 3600, type: 'A', contents: ['192.0.2.1'] };

/** Endpoints for which the contract has no operation, or another endpoint serves better. Of most the answer is not published. */
const withoutOperation: Readonly<Record<string, Case>> = {
  'GET deposit/transactions': { query: { SkipCount: '0' }, answer: { totalCount: 0, items: [] } },
  'POST domains/search': {
    body: { domainName, currency: 'USD' },
    answer: { success: true, info: { domainName, status: 'NOTAVAILABLE' } },
  },
  'POST domains/register': { body: { domainName, period: 1 }, answer: { id: 7 } },
  'POST domains/renew/check': { body: { domainName, period: 1 }, answer: {} },
  'POST domains/transfers/query': { body: { domainName }, answer: {} },
  'POST contacts': {
    body: { contactType: 'Admin', firstName: 'Ada', isHidden: false },
    answer: { handle: 'D-1', isSuccess: true, operationMessage: null },
  },
  'PUT contacts/{handle}': {
    at: 'contacts/D-R100026',
    body: { city: 'Ankara' },
    answer: { handle: 'D-R100026', isSuccess: true, operationMessage: null },
  },
  'GET contacts/verification/check': { query: { DomainName: domainName }, answer: {} },
  'POST contacts/verification/request': { body: { domainName }, answer: {} },
  'GET products/info': { query: { FilterText: 'com' }, answer: {} },
  'GET order/{orderCode}': { at: 'order/A1B2-77', answer: {} },
  'PUT domains/zones': {
    query: { domainName, recordName: 'www' },
    body: { zoneStruct },
    answer: {},
  },
};

describe('an endpoint that no operation stands for', () => {
  test.each(Object.entries(withoutOperation))(
    '%s goes out whole and comes back',
    async (...given) => {
      const [endpoint, { answer, at, query, body }] = given;
      const [method = '', name = ''] = endpoint.split(' ');
      const { registrar } = openRegistrar();
      const sent = {
        ...(query === undefined ? {} : { query }),
        ...(body === undefined ? {} : { body }),
      };
      vendor(method, at ?? name, sent, { body: answer });
      const options = endpoint === 'POST domains/register' ? { acceptCharge: true } : {};
      expect(await registrar.raw(method as DomainNameApiMethod, at ?? name, sent, options)).toEqual(
        answer,
      );
    },
  );
});

/** Every endpoint of the reference's §5. */
const endpoints = [
  'GET deposit/accounts/me',
  'GET deposit/transactions',
  'POST domains/search',
  'POST domains/bulk-search',
  'GET domains',
  'GET domains/info',
  'POST domains/register-with-contacts',
  'POST domains/register',
  'POST domains/renew',
  'POST domains/renew/check',
  'POST domains/restore',
  'POST domains/transfer',
  'POST domains/transfers/check',
  'POST domains/transfers/cancel',
  'POST domains/transfers/approve',
  'POST domains/transfers/reject',
  'POST domains/transfers/query',
  'PUT domains/dns/name-server',
  'POST domains/dns/host',
  'PUT domains/dns/host',
  'DELETE domains/dns/host',
  'PUT domains/contacts/update',
  'POST contacts',
  'PUT contacts/{handle}',
  'GET contacts/verification/check',
  'POST contacts/verification/request',
  'POST domains/lock',
  'POST domains/unlock',
  'POST domains/privacy',
  'GET products/tlds',
  'GET products/info',
  'GET order/{orderCode}',
  'GET domains/zones',
  'POST domains/zones',
  'PUT domains/zones',
  'DELETE domains/zones',
  'POST domains/zones/apply',
  'GET domains/forwards',
  'POST domains/forwards',
  'DELETE domains/forwards',
];

function textsBelow(folder: string): string {
  return readdirSync(path.join(__dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(__dirname, folder, name), 'utf8'))
    .join('\n');
}

describe('every endpoint', () => {
  const sources = textsBelow('../src/operations');
  const tests = textsBelow('operations') + textsBelow('support');

  it.each(endpoints)('%s is sent by an operation and tested there, or stands above', (endpoint) => {
    const name = `'${endpoint.split(' ')[1] ?? ''}'`;
    const above = Object.hasOwn(withoutOperation, endpoint);
    if (!above) expect([sources, tests].map((text) => text.includes(name))).toEqual([true, true]);
    expect(Object.keys(withoutOperation).every((other) => endpoints.includes(other))).toBe(true);
  });
});
