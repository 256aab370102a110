import { afterEach, describe, expect, it } from '@jest/globals';
import { isRegistrarError } from '@registrar-kit/core';
import { liveKey, testKey } from '../support/credentials.js';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { infoAnswers } from '../support/orders.js';
import { expectRequestsAsTold, fixture, vendor } from '../support/vendor.js';

const domain = 'example-name.com';
const account = 'deposit/accounts/me';
const html = { 'content-type': 'text/html; charset=utf-8' };
const page =
  '<!DOCTYPE html><html><head><title>Log in</title></head><body>/Account/Login</body></html>';

afterEach(expectRequestsAsTold);

describe('a redirect', () => {
  it.each([
    [302, { location: '/Account/Login?ReturnUrl=%2Fapi%2Fv1%2Fdeposit%2Faccounts%2Fme' }, ''],
    [301, { location: 'https://ote.domainresellerapi.com/Account/Login' }, ''],
    [302, { location: 'https://ids.example.com/connect/authorize?client_id=x' }, ''],
    [307, { location: '/login' }, ''],
    [
      302,
      {},
      '<html><head><title>Object moved</title></head><body>Object moved to <a href="/Account/Login">here</a>.</body></html>',
    ],
  ])(
    'to a login page (%i %j) means that the credentials were not accepted',
    async (status, headers, body) => {
      const { registrar } = openRegistrar();
      vendor('GET', account, {}, { status, headers, body });
      const error = await expectFailure(registrar.verifyAccess(), 'AUTHENTICATION_FAILED');
      expect(error).toMatchObject({
        reason: 'unauthorized',
        status: 401,
        vendor: { httpStatus: status },
      });
    },
  );

  it.each([
    [301, { location: 'https://www.example.com/' }],
    [302, { location: '/maintenance' }],
    [308, { location: 'https://blogindex.example.com/catalogin' }],
    [302, {}],
  ])('to somewhere else (%i %j) says nothing about the credentials', async (status, headers) => {
    const { registrar } = openRegistrar();
    vendor('GET', account, {}, { status, headers });
    await expect(
      expectFailure(registrar.verifyAccess(), 'UNEXPECTED_RESPONSE'),
    ).resolves.toMatchObject({ kind: 'redirect' });
  });
});

describe('an answer that is none', () => {
  it.each([
    ['a web page', { body: page, headers: html }, 'html'],
    ['a web page at 403', { status: 403, body: page, headers: html }, 'html'],
    ['a web page at 404', { status: 404, body: page, headers: html }, 'html'],
    ['nothing', { status: 200 }, 'empty'],
    ['nothing at 204', { status: 204 }, 'empty'],
    ['half a document', { body: '{"resellerId": "0c0ff' }, 'truncated'],
    ['a list', { body: [] }, 'wrong_shape'],
    ['null', { body: 'null' }, 'wrong_shape'],
    ['a number', { body: '7' }, 'wrong_shape'],
    ['words', { body: 'OK' }, 'not_parsable'],
    ['405', { status: 405 }, 'wrong_status'],
    ['404 for a path', { status: 404 }, 'wrong_status'],
  ])('such as %s is told as such', async (_what, answer, kind) => {
    const { registrar } = openRegistrar();
    vendor('GET', account, {}, answer);
    const error = await expectFailure(registrar.verifyAccess(), 'UNEXPECTED_RESPONSE');
    expect(error).toMatchObject({ kind, effect: 'none' });
  });

  it('names a protection layer as a cause where a page comes with 403', async () => {
    const { registrar } = openRegistrar();
    vendor('GET', account, {}, { status: 403, body: page, headers: html });
    const error = await expectFailure(registrar.verifyAccess(), 'UNEXPECTED_RESPONSE');
    expect(error.diagnosis.map(({ cause }) => cause)).toContain('blocked_by_protection');
  });
});

describe('401', () => {
  it.each([
    ['nothing', ''],
    ['plain text', 'Unauthorized'],
    ['JSON text', '"Unauthorized"'],
    ['Turkish', { error: { message: 'Yetkisiz erişim' } }],
    ['a page', page],
  ])('with %s leaves every cause open alike', async (_what, body) => {
    const { registrar } = openRegistrar();
    vendor('GET', account, {}, { status: 401, body, ...(body === page ? { headers: html } : {}) });
    const error = await expectFailure(registrar.verifyAccess(), 'AUTHENTICATION_FAILED');
    expect(error.reason).toBe('unauthorized');
    expect(error.diagnosis.map(({ cause, likelihood }) => [cause, likelihood])).toEqual([
      ['wrong_key', 'possible'],
      ['unknown_account', 'possible'],
      ['ip_not_allowed', 'possible'],
      ['environment_mismatch', 'possible'],
      ['outdated_client', 'possible'],
    ]);
    const [wrongKey] = error.diagnosis;
    expect(wrongKey.remedy.steps.join(' ')).toContain('Reseller Settings > Integration Details');
  });

  it('is likely a mixed-up environment when both keys are the same', async () => {
    const { registrar } = openRegistrar({ apiKeys: { test: testKey, live: testKey } });
    vendor('GET', account, {}, { status: 401 });
    const error = await expectFailure(registrar.verifyAccess(), 'AUTHENTICATION_FAILED');
    expect(error.diagnosis[0]).toMatchObject({
      cause: 'environment_mismatch',
      likelihood: 'likely',
    });
  });

  it('is likely a mixed-up environment when the host is the other one', async () => {
    const { registrar } = openRegistrar({ baseUrl: 'https://api.domainresellerapi.com' });
    vendor('GET', account, { host: 'https://api.domainresellerapi.com' }, { status: 401 });
    const error = await expectFailure(registrar.verifyAccess(), 'AUTHENTICATION_FAILED');
    expect(error.diagnosis[0]).toMatchObject({
      cause: 'environment_mismatch',
      likelihood: 'likely',
    });
  });

  it('is likely a rotated key after the key has worked', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, {
      status: 404,
      body: { error: { code: 'Dna.DomainService:Domain:10007' } },
    });
    await expectFailure(registrar.getDomain({ domain }), 'DOMAIN_NOT_FOUND');
    vendor('GET', account, {}, { status: 401 });
    const error = await expectFailure(registrar.verifyAccess(), 'AUTHENTICATION_FAILED');
    expect(error.diagnosis.map(({ cause, likelihood }) => `${cause} ${likelihood}`)).toContain(
      'key_rotated likely',
    );
  });

  it('sends the key of its own environment only', async () => {
    const { registrar } = openRegistrar({
      environment: 'live',
      apiKeys: { test: testKey, live: liveKey },
    });
    vendor(
      'GET',
      account,
      { host: 'https://api.domainresellerapi.com', key: liveKey },
      { status: 401 },
    );
    await expectFailure(registrar.verifyAccess(), 'AUTHENTICATION_FAILED');
  });
});

describe('403', () => {
  it('without a word is a refusal that does not say why', async () => {
    const { registrar } = openRegistrar();
    vendor('GET', account, {}, { status: 403 });
    const error = await expectFailure(registrar.verifyAccess(), 'ACCESS_DENIED');
    expect(error).toMatchObject({ reason: 'unspecified', effect: 'none' });
  });

  it('tells the way to the IP whitelist', async () => {
    const { registrar } = openRegistrar();
    vendor(
      'GET',
      account,
      {},
      { status: 401, body: { error: { message: 'The IP address is not authorized to access.' } } },
    );
    const error = await expectFailure(registrar.verifyAccess(), 'ACCESS_DENIED');
    expect(error.reason).toBe('ip_not_allowed');
    expect(error.diagnosis[0]).toMatchObject({
      cause: 'ip_not_allowed',
      likelihood: 'confirmed',
      remedy: { actor: 'account_owner' },
    });
    expect(error.diagnosis[0].remedy.steps.join(' ')).toContain('IP Whitelist');
  });

  it('with a business code is no matter of permission; an unknown code is kept and reported', async () => {
    const { registrar, drifts } = openRegistrar();
    infoAnswers(domain, {
      status: 403,
      body: {
        error: {
          code: 'Dna.DomainService:Domain:10999',
          message: 'Dna.DomainService:Domain:10999',
          details: 'Dna Something is not as it should be',
        },
      },
    });
    const error = await expectFailure(registrar.getDomain({ domain }), 'PROVIDER_ERROR');
    expect(error.vendor).toEqual({
      code: 'Dna.DomainService:Domain:10999',
      message: 'Something is not as it should be',
      httpStatus: 403,
    });
    expect(drifts()).toEqual(['error.code: is not in the error table']);
  });
});

describe('429', () => {
  it('is a rate limit: everybody who shares the key waits, and a read is sent again', async () => {
    const baseUrl = 'http://127.0.0.1:8098';
    const quota = { api: { windows: [{ limit: 1000, windowMs: 40 }] } };
    const { registrar, events } = openRegistrar({ baseUrl, quota });
    const body = { resellerId: '0c0ffee0-1111-4222-8333-444455556666' };
    vendor('GET', account, { host: baseUrl }, { status: 429 });
    vendor('GET', account, { host: baseUrl }, { body });
    await registrar.verifyAccess();
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'quota.paused', bucket: 'api', pauseMs: 40 }),
    );
    expect(events.map(({ type }) => type)).toContain('retry.scheduled');
  });

  it('tells what is limited and who said so', async () => {
    const { registrar } = openRegistrar();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      vendor(
        'GET',
        account,
        {},
        {
          status: 429,
          headers: { 'retry-after': '0' },
          body: 'Unauthorized: is not authorized to access',
        },
      );
    }
    const error = await expectFailure(registrar.verifyAccess(), 'RATE_LIMITED');
    expect(error).toMatchObject({
      reason: 'second',
      source: 'registrar',
      endpoint: '/api',
      retryAfterMs: 0,
      retryable: true,
    });
    expect(error.diagnosis.map(({ cause }) => cause)).toEqual([
      'too_many_requests',
      'parallel_requests',
      'key_shared_with_other_programs',
    ]);
  });

  it('is not repeated for a write', async () => {
    const { registrar } = openRegistrar();
    vendor(
      'PUT',
      'domains/dns/name-server',
      { body: { domainName: domain, nameServers: ['ns1.example.net', 'ns2.example.net'] } },
      { status: 429 },
    );
    const error = await expectFailure(
      registrar.setNameservers({ domain, nameservers: ['ns1.example.net', 'ns2.example.net'] }),
      'RATE_LIMITED',
    );
    // That it comes before the change is reported, not documented.
    expect(error.effect).toBe('unknown');
  });
});

describe('a breakdown', () => {
  it.each([500, 502, 503, 504])(
    'with HTTP %i is tried again when it only reads',
    async (status) => {
      const { registrar } = openRegistrar();
      vendor('GET', account, {}, { status });
      vendor('GET', account, {}, { body: { resellerId: '0c0ffee0-1111-4222-8333-444455556666' } });
      await expect(registrar.verifyAccess()).resolves.toMatchObject({ environment: 'test' });
    },
  );

  it('gives up after three tries', async () => {
    const { registrar } = openRegistrar();
    for (let attempt = 0; attempt < 3; attempt += 1)
      vendor('GET', account, {}, { status: 503, body: page, headers: html });
    await expectFailure(registrar.verifyAccess(), 'PROVIDER_UNAVAILABLE');
  });
});

describe('a 404', () => {
  it.each([[''], [{ message: 'Not found' }], ['Not Found']])(
    'about a domain (%j) is a domain that is not found',
    async (body) => {
      const { registrar } = openRegistrar();
      infoAnswers(domain, { status: 404, body });
      await expectFailure(registrar.getDomain({ domain }), 'DOMAIN_NOT_FOUND');
    },
  );

  it('about something else is not', async () => {
    const { registrar } = openRegistrar();
    vendor('GET', account, {}, { status: 404, body: { message: 'Not found' } });
    await expectFailure(registrar.verifyAccess(), 'PROVIDER_ERROR');
  });
});

describe('the words of the vendor', () => {
  it('are kept without the credentials in them', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, {
      status: 400,
      body: {
        error: { code: testKey, message: `The key ${testKey} is\n\n bad ${'x'.repeat(400)}` },
      },
    });
    const error: unknown = await registrar.getDomain({ domain }).catch((thrown: unknown) => thrown);
    expect(isRegistrarError(error) && error.vendor?.message).toMatch(
      /^The key \[redacted\] is bad x+\.\.\.$/,
    );
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });

  it('are kept without auth codes and personal data, even where a document breaks off inside of one', async () => {
    const { registrar } = openRegistrar();
    const whole = JSON.stringify(fixture('domain-info-active.json'));
    const body = whole.slice(0, whole.indexOf('-auth-code'));
    infoAnswers(domain, { body });
    const error = await expectFailure(registrar.getDomain({ domain }), 'UNEXPECTED_RESPONSE');
    expect(error).toMatchObject({ kind: 'truncated' });
    infoAnswers(domain, { body: [fixture('domain-info-active.json')] });
    const other = await expectFailure(registrar.getDomain({ domain }), 'UNEXPECTED_RESPONSE');
    expect(other.kind).toBe('wrong_shape');
  });
});
