import { describe, expect, it } from '@jest/globals';
import { expectFailure, openRegistrar } from '../support/open-registrar.js';
import { expectSent, fixture, vendor } from '../support/vendor.js';

const domain = 'boats.com';
const read = `GET domains/${domain}`;

describe('getDomain', () => {
  it('maps what is stated, and invents nothing', async () => {
    const { registrar } = openRegistrar();
    vendor(read, { body: fixture('domain-live.json') });
    await expect(registrar.getDomain({ domain })).resolves.toEqual({
      domain,
      unicode: domain,
      status: 'active',
      vendorStatus: 'live',
      owned: true,
      registeredOn: '2025-05-04',
      expiresOn: '2027-05-04',
      nameservers: ['ns1.example.net', 'ns2.example.net'],
      locked: true,
      privacy: false,
    });
    expectSent({ call: read });
  });

  it('keeps a word for the state that the manual does not have', async () => {
    const { registrar, events } = openRegistrar();
    vendor(read, { body: { name: domain, state: 'constructor', expires: 7 } });
    const held = await registrar.getDomain({ domain });
    expect(held).toMatchObject({ status: 'unknown', vendorStatus: 'constructor' });
    expect(held.expiresOn).toBeUndefined();
    expect(events.filter(({ type }) => type === 'drift')).toMatchObject([{ path: 'expires' }]);
    expectSent({ call: read });
  });

  it('does not find a domain of others', async () => {
    const { registrar } = openRegistrar();
    vendor(read, { status: 404, body: { fault: { code: 'HN-401', text: 'No such domain.' } } });
    await expectFailure(registrar.getDomain({ domain }), 'DOMAIN_NOT_FOUND');
    expectSent({ call: read });
  });

  it('takes a 404 of somebody else for no answer of the registrar', async () => {
    const { registrar } = openRegistrar();
    vendor(read, { status: 404, body: '' });
    await expectFailure(registrar.getDomain({ domain }), 'UNEXPECTED_RESPONSE');
    expectSent({ call: read });
  });
});

describe('listDomains', () => {
  it('follows the cursor, and searches in lower case', async () => {
    const { registrar } = openRegistrar();
    const row = JSON.parse(fixture('domain-live.json')) as object;
    const first = 'GET domains?limit=100&contains=boat';
    const second = 'GET domains?limit=100&contains=boat&after=a-b_1';
    vendor(first, { body: { rows: [row], after: 'a-b_1' } });
    vendor(second, {
      body: {
        rows: [
          { ...row, name: 'xn--bt-lka.com' },
          { ...row, name: '?' },
        ],
      },
    });
    const names = [];
    for await (const { unicode } of registrar.listDomains({ search: 'Boat' })) names.push(unicode);
    expect(names).toEqual(['boats.com', 'bøt.com']);
    expectSent({ call: first }, { call: second });
  });

  it('sends nothing for a cursor that cannot be one', async () => {
    const { registrar } = openRegistrar();
    await expectFailure(registrar.listDomains().page('no cursor'), 'INVALID_INPUT');
    expectSent();
  });
});

describe('deleteDomain and getAuthCode', () => {
  it('send one request each, and show no code', async () => {
    const { registrar, events } = openRegistrar();
    const code = `GET domains/${domain}/transfer-code`;
    const removal = `DELETE domains/${domain}`;
    vendor(code, { body: { code: 'CANARY-code-1' } });
    vendor(removal, { body: { name: domain, state: 'removal' } });
    const { authCode } = await registrar.getAuthCode({ domain });
    await registrar.deleteDomain({ domain });
    expect(authCode.reveal()).toBe('CANARY-code-1');
    expect(JSON.stringify([authCode, events])).not.toContain('CANARY');
    expectSent({ call: code }, { call: removal });
  });

  it('quote nothing of an answer that may hold a code', async () => {
    const { registrar } = openRegistrar();
    const call = `GET domains/${domain}/transfer-code`;
    vendor(call, { body: '{"code":["CANARY-code-1"]}' });
    const error = await expectFailure(registrar.getAuthCode({ domain }), 'UNEXPECTED_RESPONSE');
    expect(error.snippet).toBeUndefined();
    expectSent({ call });
  });
});
