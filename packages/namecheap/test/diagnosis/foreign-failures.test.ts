import { describe, expect, it, test } from '@jest/globals';
import {
  explainFailure,
  leadingFindings,
  type DiagnosisCause,
  type ErrorCode,
  type ForeignFailure,
  type ForeignRequest,
  type Likelihood,
} from '@registrar-kit/core';
import { namecheap } from '../../src/index.js';
import { canaryKey, expectNoCanary, shapelyCanaryKey } from '../support/canaries.js';
import { errorBody, okBody } from '../support/namecheap-wire.js';

const production = 'https://api.namecheap.com/xml.response';
const sandbox = 'https://api.sandbox.namecheap.com/xml.response';
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** A command as the vendor's pages show it, with changes. */
function command(
  changes: Readonly<Record<string, string | undefined>> = {},
  { url = production, method = 'POST' } = {},
): ForeignRequest {
  const parameters: Readonly<Record<string, string | undefined>> = {
    ApiUser: 'paneluser',
    ApiKey: shapelyCanaryKey,
    UserName: 'paneluser',
    Command: 'namecheap.domains.check',
    ClientIp: '203.0.113.7',
    DomainList: 'example.com',
    ...changes,
  };
  const sent = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
  ).toString();
  return method === 'GET'
    ? { method, url: `${url}?${sent}` }
    : { method, url, headers: form, body: sent };
}

function answer(number: string, text: string): { status: number; body: string } {
  return { status: 200, body: errorBody([[number, text]]) };
}

const rejected = answer('1011102', 'API Key is invalid or API access has not been enabled');

interface Row {
  /** What the vendor's page or the guide on Error 1011 says. */
  readonly seed: string;
  readonly failure: ForeignFailure;
  readonly code: ErrorCode;
  readonly reason: string;
  readonly leading: readonly DiagnosisCause[];
  readonly likelihood: Likelihood;
  readonly beside?: readonly (readonly [DiagnosisCause, Likelihood])[];
  readonly because?: string;
}

const key = {
  code: 'AUTHENTICATION_FAILED',
  reason: 'key_rejected_or_access_disabled',
} as const;
const address = { code: 'ACCESS_DENIED', reason: 'ip_not_allowed' } as const;

const rows: readonly Row[] = [
  {
    seed: 'gate 1: a live account below the threshold is answered like a wrong key and a sandbox key',
    failure: { request: command(), ...rejected },
    ...key,
    leading: ['wrong_key', 'api_access_disabled', 'environment_mismatch', 'account_standing'],
    likelihood: 'possible',
  },
  {
    seed: 'gate 1: the sandbox has no threshold',
    failure: { request: command({}, { url: sandbox }), ...rejected },
    ...key,
    leading: ['wrong_key', 'api_access_disabled', 'environment_mismatch'],
    likelihood: 'possible',
  },
  {
    seed: 'gate 2: the address is not on the list',
    failure: { request: command(), ...answer('1011150', 'Invalid request IP: 203.0.113.7') },
    ...address,
    leading: ['ip_not_allowed'],
    likelihood: 'confirmed',
    because: 'the registrar quotes the address 203.0.113.7',
  },
  {
    seed: 'gate 2 and pitfall 2: ClientIp is the server, the script runs on a laptop',
    failure: { request: command(), ...answer('1011150', 'Invalid request IP: 198.51.100.23') },
    ...address,
    leading: ['client_ip_mismatch'],
    likelihood: 'likely',
    beside: [['ip_not_allowed', 'possible']],
    because: 'the configuration says 203.0.113.7, the registrar saw 198.51.100.23',
  },
  {
    seed: 'the example left in: ClientIp 192.168.1.1',
    failure: {
      request: command({ ClientIp: '192.168.1.1' }),
      ...answer('1011150', 'Invalid request IP: 198.51.100.23'),
    },
    ...address,
    leading: ['client_ip_not_public_ipv4'],
    likelihood: 'confirmed',
    beside: [['client_ip_mismatch', 'likely']],
    because: '192.168.1.1, which is a private address',
  },
  {
    seed: 'only IPv4 can be used, and the request left by IPv6',
    failure: { request: command(), ...answer('1011150', 'Invalid request IP: 2001:db8::17') },
    ...address,
    leading: ['ipv6_egress'],
    likelihood: 'confirmed',
    beside: [['client_ip_mismatch', 'likely']],
  },
  {
    seed: 'the key of the example left in: Your32CharacterAPIKey',
    failure: { request: command({ ApiKey: 'Your32CharacterAPIKey' }), ...rejected },
    ...key,
    leading: ['placeholder_value'],
    likelihood: 'likely',
  },
  {
    seed: 'a piece of the key',
    failure: { request: command({ ApiKey: shapelyCanaryKey.slice(0, 20) }), ...rejected },
    ...key,
    leading: ['malformed_key'],
    likelihood: 'likely',
    because: '20 characters',
  },
  {
    seed: 'a key of another kind',
    failure: { request: command({ ApiKey: canaryKey }), ...rejected },
    ...key,
    leading: ['malformed_key'],
    likelihood: 'likely',
  },
  {
    seed: 'an e-mail address as ApiUser',
    failure: { request: command({ ApiUser: 'CANARY@example.com' }), ...rejected },
    ...key,
    leading: ['email_as_account_id'],
    likelihood: 'likely',
    because: 'ApiUser (C…@example.com)',
  },
  {
    seed: 'user name and key exchanged',
    failure: {
      request: command({ ApiUser: shapelyCanaryKey, ApiKey: 'paneluser' }),
      ...rejected,
    },
    ...key,
    leading: ['swapped_fields'],
    likelihood: 'likely',
  },
  {
    seed: 'an invisible character in the key',
    failure: { request: command({ ApiKey: `${shapelyCanaryKey}\u200B` }), ...rejected },
    ...key,
    leading: ['invisible_character'],
    likelihood: 'likely',
  },
  {
    seed: '1010101 Parameter APIUser is missing',
    failure: {
      request: command({ ApiUser: undefined }),
      ...answer('1010101', 'Parameter APIUser is missing'),
    },
    code: 'AUTHENTICATION_FAILED',
    reason: 'missing_credentials',
    leading: ['missing_credentials'],
    likelihood: 'confirmed',
    because: 'ApiUser is not among the parameters',
  },
  {
    seed: '1030408 Unsupported authentication type, with HTTP Basic',
    failure: {
      request: {
        method: 'POST',
        url: production,
        headers: {
          ...form,
          Authorization: `Basic ${Buffer.from(`paneluser:${canaryKey}`).toString('base64')}`,
        },
        body: 'Command=namecheap.domains.check&ClientIp=203.0.113.7',
      },
      ...answer('1030408', 'Unsupported authentication type'),
    },
    code: 'AUTHENTICATION_FAILED',
    reason: 'unsupported_auth_type',
    leading: ['missing_credentials', 'unsupported_auth_type'],
    likelihood: 'confirmed',
  },
  {
    seed: 'a bearer token, as modern interfaces want it',
    failure: {
      request: {
        method: 'POST',
        url: production,
        headers: { ...form, Authorization: `Bearer ${canaryKey}` },
        body: 'Command=namecheap.domains.check',
      },
      ...answer('1010102', 'Parameter APIKey is missing'),
    },
    code: 'AUTHENTICATION_FAILED',
    reason: 'missing_credentials',
    leading: ['missing_credentials', 'bearer_token_used'],
    likelihood: 'confirmed',
  },
  {
    seed: 'credentials in a JSON body, as the page of setHosts shows',
    failure: {
      request: {
        method: 'POST',
        url: production,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ authDetails: { ApiUser: 'paneluser', ApiKey: canaryKey } }),
      },
      ...answer('1010102', 'Parameter APIKey is missing'),
    },
    code: 'AUTHENTICATION_FAILED',
    reason: 'missing_credentials',
    leading: ['credentials_in_wrong_place'],
    likelihood: 'confirmed',
  },
  {
    seed: 'a GET with the key in the URL: worth mending, explains no refusal',
    failure: {
      request: command({}, { method: 'GET' }),
      ...answer('1011150', 'Invalid request IP: 203.0.113.7'),
    },
    ...address,
    leading: ['ip_not_allowed'],
    likelihood: 'confirmed',
    beside: [['key_in_url', 'unlikely']],
  },
  {
    seed: 'a GET that is too long ends in 404',
    failure: {
      request: command({ DomainList: 'a'.repeat(3000) }, { method: 'GET' }),
      status: 404,
      body: '<!DOCTYPE html><html><body>404</body></html>',
    },
    code: 'UNEXPECTED_RESPONSE',
    reason: 'none',
    leading: ['key_in_url'],
    likelihood: 'likely',
    because: 'more than web servers take',
  },
  {
    seed: 'too many requests',
    failure: { request: command(), status: 405, body: '' },
    code: 'RATE_LIMITED',
    reason: 'unspecified',
    leading: ['too_many_requests'],
    likelihood: 'confirmed',
  },
];

test.each(rows.map((row) => [row.seed, row] as const))('%s', async (_, row) => {
  const explanation = await explainFailure(namecheap, row.failure);
  expectNoCanary(explanation);
  const { error, diagnosis } = explanation;
  expect(error?.code).toBe(row.code);
  expect((error as { reason?: string } | undefined)?.reason ?? 'none').toBe(row.reason);
  expect(leadingFindings(diagnosis).map(({ cause }) => cause)).toEqual(row.leading);
  expect(diagnosis[0].likelihood).toBe(row.likelihood);
  expect(diagnosis.map(({ cause, likelihood }) => [cause, likelihood])).toEqual(
    expect.arrayContaining((row.beside ?? []).map((each) => [...each])),
  );
  expect(diagnosis[0].evidence.join('; ')).toContain(row.because ?? '');
});

/** The vendor's page of global parameters: each number with its words, and what it becomes. */
const globalNumbers: readonly (readonly [string, string, ErrorCode, string, DiagnosisCause])[] = [
  [
    '1010101',
    'Parameter APIUser is missing',
    'AUTHENTICATION_FAILED',
    'missing_credentials',
    'missing_credentials',
  ],
  [
    '1030408',
    'Unsupported authentication type',
    'AUTHENTICATION_FAILED',
    'unsupported_auth_type',
    'unsupported_auth_type',
  ],
  ['1010104', 'Parameter Command is missing', 'INVALID_INPUT', 'none', 'invalid_input'],
  [
    '1010102',
    'Parameter APIKey is missing',
    'AUTHENTICATION_FAILED',
    'missing_credentials',
    'missing_credentials',
  ],
  [
    '1011102',
    'Parameter APIKey is missing',
    'AUTHENTICATION_FAILED',
    'key_rejected_or_access_disabled',
    'wrong_key',
  ],
  [
    '1010105',
    'Parameter ClientIP is missing',
    'ACCESS_DENIED',
    'client_ip_missing',
    'client_ip_missing',
  ],
  [
    '1011105',
    'Parameter ClientIP is missing',
    'ACCESS_DENIED',
    'client_ip_missing',
    'client_ip_missing',
  ],
  ['1050900', 'Unknown error when validating APIUser', 'PROVIDER_ERROR', 'none', 'provider_fault'],
  [
    '1011150',
    'Parameter RequestIP is invalid',
    'ACCESS_DENIED',
    'ip_not_allowed',
    'ip_not_allowed',
  ],
  [
    '1017150',
    'Parameter RequestIP is disabled or locked',
    'ACCESS_DENIED',
    'ip_locked',
    'ip_locked',
  ],
  [
    '1017105',
    'Parameter ClientIP is disabled or locked',
    'ACCESS_DENIED',
    'ip_locked',
    'ip_locked',
  ],
  [
    '1017101',
    'Parameter ApiUser is disabled or locked',
    'ACCESS_DENIED',
    'account_locked',
    'account_locked',
  ],
  ['1017410', 'Too many declined payments', 'ACCESS_DENIED', 'account_locked', 'payments_declined'],
  ['1017411', 'Too many login attempts', 'ACCESS_DENIED', 'account_locked', 'too_many_logins'],
  [
    '1019103',
    'Parameter UserName is not available',
    'AUTHENTICATION_FAILED',
    'unknown_account',
    'unknown_account',
  ],
  [
    '1016103',
    'Parameter UserName is unauthorized',
    'ACCESS_DENIED',
    'not_authorized_for_account',
    'not_authorized_for_account',
  ],
  [
    '1017103',
    'Parameter UserName is disabled or locked',
    'ACCESS_DENIED',
    'account_locked',
    'account_locked',
  ],
];

test.each(globalNumbers)('%s %s', async (number, text, code, reason, cause) => {
  const { error, diagnosis } = await explainFailure(namecheap, answer(number, text));
  expect(error).toMatchObject({ code, vendor: { code: number, message: text } });
  expect((error as { reason?: string }).reason ?? 'none').toBe(reason);
  expect(leadingFindings(diagnosis).map((finding) => finding.cause)).toContain(cause);
});

describe('an answer that reports success', () => {
  it('was misread, as by a search without the namespace (pitfall 3)', async () => {
    const body = okBody('<DomainCheckResult Domain="example.com" Available="true" />');
    const explanation = await explainFailure(namecheap, { request: command(), status: 200, body });
    expect(explanation).toMatchObject({
      environment: 'live',
      target: 'namecheap.domains.check',
      succeeded: true,
      error: undefined,
    });
    const [finding] = explanation.diagnosis;
    expect(finding).toMatchObject({ cause: 'answer_misread', likelihood: 'confirmed' });
    expect(finding.remedy.steps.join(' ')).toContain('namespace');
  });

  it('is none where the result says that nothing was done', async () => {
    const body = okBody('<DomainCreateResult Domain="example.com" Registered="false" />');
    const { error, succeeded } = await explainFailure(namecheap, { status: 200, body });
    expect(succeeded).toBe(false);
    expect(error).toMatchObject({ code: 'PROVIDER_ERROR' });
  });
});

it('hides keys and auth codes of both sides', async () => {
  const explanation = await explainFailure(namecheap, {
    request: command({ EPPCode: 'CANARY-epp-1', Command: 'namecheap.domains.transfer.create' }),
    status: 200,
    body: errorBody([['2030280', `ApiKey=${shapelyCanaryKey} and CANARY-epp-1`]]),
  });
  expectNoCanary(explanation);
  expect(explanation.request).toMatchObject({ method: 'POST', url: production });
  expect(explanation.request?.body).toContain('UserName=paneluser');
});

it('gives the exact address to allow, and who must do it', async () => {
  const { diagnosis } = await explainFailure(namecheap, {
    request: command(),
    ...answer('1011150', 'Invalid request IP: 198.51.100.23'),
  });
  for (const { remedy } of diagnosis) expect(remedy.steps.join(' ')).toContain('198.51.100.23');
  expect(diagnosis[0].remedy).toMatchObject({ actor: 'developer' });
  expect(diagnosis[0].customerText).not.toMatch(/\d/);
});

it('hides a key that stands where the reader looks for something else', async () => {
  for (const changes of [
    { ClientIp: shapelyCanaryKey },
    { Command: shapelyCanaryKey },
    { UserName: shapelyCanaryKey },
    { ApiUser: `${shapelyCanaryKey} ` },
  ])
    expectNoCanary(
      await explainFailure(namecheap, {
        request: { ...command(changes), method: shapelyCanaryKey },
        ...answer(shapelyCanaryKey, `${shapelyCanaryKey} is no number`),
      }),
    );
});

it('1011102 with the words of the page leaves a missing key open too, unless the request shows it', async () => {
  const words = answer('1011102', 'Parameter APIKey is missing');
  const open = await explainFailure(namecheap, words);
  expect(leadingFindings(open.diagnosis).map(({ cause }) => cause)).toEqual(
    expect.arrayContaining(['missing_credentials', 'wrong_key', 'api_access_disabled']),
  );
  const shown = await explainFailure(namecheap, { request: command(), ...words });
  expect(leadingFindings(shown.diagnosis).map(({ cause }) => cause)).not.toContain(
    'missing_credentials',
  );
});
