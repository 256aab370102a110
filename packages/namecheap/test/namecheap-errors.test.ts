import { describe, expect, it } from '@jest/globals';
import type { AnyRegistrarError } from '@registrar-kit/core';
import type { NamecheapConfig } from '@registrar-kit/namecheap';
import { expectNoCanary, shapelyCanaryKey } from './support/canaries.js';
import { answerWith, errorBody, okBody } from './support/namecheap-wire.js';
import { createTestDriver, errorOf } from './support/test-driver.js';

const balances = okBody('<UserGetBalancesResult Currency="USD" AvailableBalance="1.00" />');

/** What a read ends with when the vendor answers so. */
async function failWith(
  errors: readonly (readonly [string, string])[],
  config: Partial<NamecheapConfig> = {},
): Promise<AnyRegistrarError> {
  answerWith([errorBody(errors)]);
  const { driver, read } = createTestDriver(config);
  const error = await errorOf(driver.getBalance(read('getBalance')));
  expectNoCanary(error);
  return error;
}

function causesOf(error: AnyRegistrarError): readonly string[] {
  return error.diagnosis.map(({ cause, likelihood }) => `${cause} ${likelihood}`);
}

describe('Namecheap errors', () => {
  it('leaves a rejected key open between its three causes', async () => {
    const error = await failWith(
      [['1011102', 'API Key is invalid or API access has not been enabled']],
      {
        apiKey: shapelyCanaryKey,
      },
    );
    expect(error).toMatchObject({
      code: 'AUTHENTICATION_FAILED',
      status: 401,
      reason: 'key_rejected_or_access_disabled',
      effect: 'none',
      retryable: false,
      vendor: { code: '1011102', httpStatus: 200 },
    });
    expect(causesOf(error)).toEqual([
      'wrong_key possible',
      'api_access_disabled possible',
      'environment_mismatch possible',
    ]);
    expect(error.message).toBe(
      'namecheap: getBalance: the API key is wrong or API access is off for the account (Namecheap 1011102: "API Key is invalid or API access has not been enabled")',
    );
  });

  it('weighs the shape of the key', async () => {
    const error = await failWith([['1011102', 'API Key is invalid']]);
    expect(causesOf(error)[0]).toBe('malformed_key likely');
  });

  it('weighs the host against the environment', async () => {
    const error = await failWith([['1011102', 'API Key is invalid']], {
      apiKey: shapelyCanaryKey,
      environment: 'live',
      baseUrl: 'https://api.sandbox.namecheap.com/xml.response',
    });
    expect(causesOf(error)[0]).toBe('environment_mismatch likely');
    expect(error.diagnosis[0].evidence.join()).toContain(
      'api.sandbox.namecheap.com is the test host',
    );
  });

  it('weighs that the same credentials worked before', async () => {
    answerWith([balances, errorBody([['1011102', 'API Key is invalid']])]);
    const { driver, read } = createTestDriver({ apiKey: shapelyCanaryKey });
    await driver.getBalance(read('getBalance'));
    const error = await errorOf(driver.getBalance(read('getBalance')));
    expect(causesOf(error)[0]).toBe('key_rotated likely');
  });

  it('takes a refusal behind the gate for proof that the gate let us in', async () => {
    answerWith([
      errorBody([['4022312', 'Balance not available']]),
      errorBody([['2019103', 'x']]),
      errorBody([['1011102', 'x']]),
    ]);
    const { driver, read, write } = createTestDriver({ apiKey: shapelyCanaryKey });
    await errorOf(driver.getBalance(write('getBalance')));
    await errorOf(driver.getBalance(read('getBalance')));
    expect(causesOf(await errorOf(driver.getBalance(read('getBalance'))))[0]).toBe(
      'key_rotated likely',
    );
  });

  it('tells which address to allow', async () => {
    const error = await failWith([['1011150', 'Invalid request IP: 198.51.100.23']]);
    expect(error).toMatchObject({
      code: 'ACCESS_DENIED',
      status: 403,
      reason: 'ip_not_allowed',
      observedAddress: '198.51.100.23',
    });
    const mismatch = error.diagnosis.find(({ cause }) => cause === 'client_ip_mismatch');
    expect(mismatch?.evidence).toEqual([
      'the configuration says 203.0.113.7, the registrar saw 198.51.100.23',
    ]);
    const steps = error.diagnosis.map(({ remedy }) => remedy.steps.join(' '));
    for (const text of steps) expect(text).toContain('198.51.100.23');
  });

  it('knows when the address has changed', async () => {
    answerWith([balances, errorBody([['1011150', 'Invalid request IP: 198.51.100.23']])]);
    const { driver, read } = createTestDriver();
    await driver.getBalance(read('getBalance'));
    const error = await errorOf(driver.getBalance(read('getBalance')));
    expect(causesOf(error)).toContain('address_changed likely');
  });

  it.each([
    ['an IPv6 address', 'Invalid request IP: 2001:db8::17', '2001:db8::17'],
    ['no address', 'Invalid request IP', undefined],
    ['more digits than an address has', 'Invalid request IP: 1.2.3.4.5', undefined],
  ])('reads %s out of the words', async (_what, text, observedAddress) => {
    expect(await failWith([['1011150', text]])).toMatchObject({ observedAddress });
  });

  it('does not take an address from the words of other numbers', async () => {
    const error = await failWith([['1017101', 'Parameter ApiUser is disabled, see 192.0.2.1']]);
    expect(error).toMatchObject({ reason: 'account_locked', observedAddress: undefined });
  });

  it.each([
    ['1010101', 'AUTHENTICATION_FAILED', 'missing_credentials'],
    ['1010102', 'AUTHENTICATION_FAILED', 'missing_credentials'],
    ['1019103', 'AUTHENTICATION_FAILED', 'unknown_account'],
    ['1030408', 'AUTHENTICATION_FAILED', 'unsupported_auth_type'],
    ['1010105', 'ACCESS_DENIED', 'client_ip_missing'],
    ['1011105', 'ACCESS_DENIED', 'client_ip_missing'],
    ['1016103', 'ACCESS_DENIED', 'not_authorized_for_account'],
    ['1017101', 'ACCESS_DENIED', 'account_locked'],
    ['1017103', 'ACCESS_DENIED', 'account_locked'],
    ['1017105', 'ACCESS_DENIED', 'ip_locked'],
    ['1017150', 'ACCESS_DENIED', 'ip_locked'],
    ['1017410', 'ACCESS_DENIED', 'account_locked'],
    ['1017411', 'ACCESS_DENIED', 'account_locked'],
    ['2016166', 'ACCESS_DENIED', 'not_domain_owner'],
  ])('states for %s no more than %s, %s', async (number, code, reason) => {
    expect(await failWith([[number, 'Words']])).toMatchObject({ code, reason });
  });

  it.each([
    ['1017410', 'payments_declined confirmed'],
    ['1017411', 'too_many_logins confirmed'],
  ])('confirms the cause that %s states', async (number, cause) => {
    expect(causesOf(await failWith([[number, 'Words']]))).toEqual([cause]);
  });

  it('lets the most telling of several errors decide and keeps them all', async () => {
    const error = await failWith([
      ['5050900', 'Unhandled exception.'],
      ['2011331', 'Subscription is invalid'],
      ['1011150', 'Invalid request IP: 198.51.100.23'],
    ]);
    expect(error).toMatchObject({
      code: 'ACCESS_DENIED',
      vendor: {
        code: '1011150',
        message:
          '1011150: Invalid request IP: 198.51.100.23; 2011331: Subscription is invalid; 5050900: Unhandled exception.',
      },
    });
  });

  it('treats the number for too many requests like the status', async () => {
    answerWith(Array.from({ length: 3 }, () => errorBody([['500000', 'Too many requests']])));
    const { driver, read } = createTestDriver();
    expect(await errorOf(driver.getBalance(read('getBalance')))).toMatchObject({
      code: 'RATE_LIMITED',
      status: 429,
      source: 'registrar',
      reason: 'unspecified',
      retryable: true,
    });
  });

  it('keeps an unknown number', async () => {
    expect(await failWith([['9876543', 'Words nobody has seen']])).toMatchObject({
      code: 'PROVIDER_ERROR',
      vendor: { code: '9876543', message: 'Words nobody has seen' },
    });
  });

  it('reports an unknown number as drift', async () => {
    answerWith([errorBody([['9876543', 'Words nobody has seen']])]);
    const { driver, read, events } = createTestDriver();
    await errorOf(driver.getBalance(read('getBalance')));
    expect(events.filter(({ type }) => type === 'drift')).toMatchObject([
      {
        target: 'namecheap.users.getBalances',
        path: 'Errors.Error',
        sample: '9876543: Words nobody has seen',
      },
    ]);
  });

  it('names remedies with steps for everything it suspects', async () => {
    for (const number of ['1011102', '1011150', '1019103', '1016103', '500000']) {
      const body = errorBody([[number, 'Words']]);
      answerWith([body, body, body]);
      const { driver, read } = createTestDriver();
      const { diagnosis } = await errorOf(driver.getBalance(read('getBalance')));
      for (const { remedy } of diagnosis) {
        expect(remedy.steps.length).toBeGreaterThan(0);
        expect(
          remedy.link === null || remedy.link.startsWith('https://www.namecheap.com/support/'),
        ).toBe(true);
      }
    }
  });
});
