import { inspect } from 'node:util';
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
import { domainNameApi } from '../../src/index.js';
import { liveKey, resellerId } from '../support/credentials.js';

const live = 'https://api.domainresellerapi.com/api/v1';
const signedIn = { 'X-API-KEY': liveKey, __reseller: resellerId };
const json = { 'Content-Type': 'application/json' };
const toLogin = { status: 302, headers: { Location: '/Account/Login?ReturnUrl=%2Fapi' } };
const bare401 = { status: 401, body: '' };
const account: ForeignRequest = {
  method: 'GET',
  url: `${live}/deposit/accounts/me`,
  headers: signedIn,
};
const search: ForeignRequest = {
  method: 'POST',
  url: `${live}/domains/bulk-search`,
  headers: { ...signedIn, ...json },
  body: '[{"domainName":"example.com"}]',
};

interface Row {
  /** Where the vendor's guide on "Unauthorized" speaks of it. */
  readonly guide: string;
  readonly failure: ForeignFailure;
  readonly code: ErrorCode;
  readonly reason: string;
  /** The findings that are as likely as the first. */
  readonly leading: readonly DiagnosisCause[];
  readonly likelihood: Likelihood;
  /** Causes that must be there, further down. */
  readonly beside?: readonly (readonly [DiagnosisCause, Likelihood])[];
  /** Part of what speaks for the first. */
  readonly because?: string;
}

/** What a documented request leaves open that is answered with a bare 401. */
const open: readonly DiagnosisCause[] = [
  'wrong_key',
  'unknown_account',
  'ip_not_allowed',
  'environment_mismatch',
];
const refused = { code: 'AUTHENTICATION_FAILED', reason: 'unauthorized' } as const;

const rows: readonly Row[] = [
  {
    guide: '1 wrong key, 2 wrong Reseller ID, 4 address, 5 environment: answered alike',
    failure: { request: account, ...bare401 },
    ...refused,
    leading: open,
    likelihood: 'possible',
    beside: [['outdated_client', 'unlikely']],
  },
  {
    guide: '1 wrong key, as a redirect to the login page',
    failure: { request: account, ...toLogin },
    ...refused,
    leading: open,
    likelihood: 'possible',
  },
  {
    guide: '1 missing key',
    failure: { request: { ...account, headers: { __reseller: resellerId } }, ...toLogin },
    ...refused,
    leading: ['missing_authorization_header'],
    likelihood: 'confirmed',
    because: 'the header X-API-KEY is missing',
  },
  {
    guide: '1 a key of an example was left in',
    failure: {
      request: { ...account, headers: { ...signedIn, 'X-API-KEY': 'YOUR_API_KEY' } },
      ...bare401,
    },
    ...refused,
    leading: ['placeholder_value'],
    likelihood: 'likely',
  },
  {
    guide: '2 wrong Reseller ID, where the answer says so',
    failure: {
      request: account,
      status: 401,
      body: '{"error":{"code":null,"message":"Reseller not found","details":null}}',
    },
    code: 'AUTHENTICATION_FAILED',
    reason: 'unknown_account',
    leading: ['unknown_account'],
    likelihood: 'confirmed',
  },
  {
    guide: '2 a piece of the Reseller ID',
    failure: {
      request: { ...account, headers: { ...signedIn, __reseller: resellerId.slice(0, 30) } },
      ...bare401,
    },
    ...refused,
    leading: ['malformed_account_id'],
    likelihood: 'likely',
  },
  {
    guide: '3 an e-mail address as Reseller ID',
    failure: {
      request: { ...account, headers: { ...signedIn, __reseller: 'CANARY@example.com' } },
      ...toLogin,
    },
    ...refused,
    leading: ['email_as_account_id'],
    likelihood: 'likely',
    because: '__reseller (C…@example.com): an e-mail address stands where an account id',
  },
  {
    guide: '4 an address that is not on the list, where the answer says so',
    failure: {
      request: account,
      status: 401,
      body: '{"error":{"message":"This IP address is not authorized to access."}}',
    },
    code: 'ACCESS_DENIED',
    reason: 'ip_not_allowed',
    leading: ['ip_not_allowed'],
    likelihood: 'confirmed',
  },
  {
    guide: '6 a missing Authorization header: no __reseller',
    failure: { request: { ...account, headers: { 'X-API-KEY': liveKey } }, ...toLogin },
    ...refused,
    leading: ['missing_authorization_header'],
    likelihood: 'confirmed',
    because: 'the header __reseller is missing',
  },
  {
    guide: '6 the credentials in the body, as the generated examples have them',
    failure: {
      request: {
        method: 'POST',
        url: 'https://api.domainresellerapi.com/v1/domain/check',
        headers: json,
        body: JSON.stringify({ resellerId, apiKey: liveKey, domain: 'example.com' }),
      },
      ...toLogin,
    },
    ...refused,
    leading: ['missing_authorization_header', 'credentials_in_wrong_place'],
    likelihood: 'confirmed',
  },
  {
    guide: '6 the credentials in the query',
    failure: {
      request: {
        method: 'GET',
        url: `${live}/domains?apiKey=${liveKey}&resellerId=${resellerId}`,
      },
      ...bare401,
    },
    ...refused,
    leading: ['missing_authorization_header', 'credentials_in_wrong_place'],
    likelihood: 'confirmed',
    beside: [['key_in_url', 'unlikely']],
  },
  {
    guide: '7 a Bearer token out of habit',
    failure: {
      request: { ...account, headers: { Authorization: `Bearer ${liveKey}` } },
      ...bare401,
    },
    ...refused,
    leading: ['missing_authorization_header', 'bearer_token_used'],
    likelihood: 'confirmed',
  },
  {
    guide: '7 a Bearer token beside the credentials does nothing',
    failure: {
      request: { ...account, headers: { ...signedIn, Authorization: `Bearer ${liveKey}` } },
      ...bare401,
    },
    ...refused,
    leading: open,
    likelihood: 'possible',
    beside: [['bearer_token_used', 'unlikely']],
  },
  {
    guide: '7 HTTP Basic',
    failure: {
      request: {
        ...account,
        headers: {
          Authorization: `Basic ${Buffer.from(`${resellerId}:${liveKey}`).toString('base64')}`,
        },
      },
      ...bare401,
    },
    ...refused,
    leading: ['missing_authorization_header', 'unsupported_auth_type'],
    likelihood: 'confirmed',
  },
  {
    guide: '8 an outdated module: the former test host',
    failure: {
      request: {
        ...account,
        url: 'https://rest-test.domainnameapi.com/api/v1/deposit/accounts/me',
      },
      ...bare401,
    },
    ...refused,
    leading: ['outdated_client'],
    likelihood: 'likely',
    because: 'switched off on 2026-05-05',
  },
  {
    guide: '8 an outdated module: the first draft of the interface',
    failure: {
      request: {
        ...account,
        url: 'https://api.domainresellerapi.com/api/deposit/accounts/me',
        headers: { Authorization: `Bearer ${liveKey}`, __reseller: resellerId },
      },
      ...toLogin,
    },
    ...refused,
    leading: ['missing_authorization_header', 'bearer_token_used'],
    likelihood: 'confirmed',
    beside: [['outdated_client', 'likely']],
  },
  {
    guide: '9 an invisible character',
    failure: {
      request: { ...account, headers: { ...signedIn, 'X-API-KEY': `${liveKey}\u200B` } },
      ...bare401,
    },
    ...refused,
    leading: ['invisible_character'],
    likelihood: 'likely',
    because: 'U+200B',
  },
  {
    guide: '9 a blank',
    failure: {
      request: { ...account, headers: { ...signedIn, __reseller: `${resellerId} ` } },
      ...bare401,
    },
    ...refused,
    leading: ['invisible_character'],
    likelihood: 'likely',
  },
  {
    guide: '9 a full-width character',
    failure: {
      request: { ...account, headers: { ...signedIn, 'X-API-KEY': `${liveKey}１` } },
      ...bare401,
    },
    ...refused,
    leading: ['invisible_character'],
    likelihood: 'likely',
  },
  {
    guide: '10 JSON that is called a form',
    failure: {
      request: {
        ...search,
        headers: { ...signedIn, 'Content-Type': 'application/x-www-form-urlencoded' },
      },
      status: 415,
      body: '',
    },
    code: 'PROVIDER_ERROR',
    reason: 'none',
    leading: ['wrong_content_type'],
    likelihood: 'likely',
    because: 'the body is JSON and is called application/x-www-form-urlencoded',
  },
  {
    guide: '10 JSON without a Content-Type, refused at the door',
    failure: { request: { ...search, headers: signedIn }, ...bare401 },
    ...refused,
    leading: ['wrong_content_type'],
    likelihood: 'likely',
  },
  {
    guide: 'questions: WiseCP with the fields swapped',
    failure: {
      request: { ...account, headers: { 'X-API-KEY': resellerId, __reseller: liveKey } },
      ...bare401,
    },
    ...refused,
    leading: ['swapped_fields'],
    likelihood: 'likely',
  },
  {
    guide: 'questions: Invalid API Key is more than Unauthorized',
    failure: { request: account, status: 401, body: 'Invalid API Key' },
    code: 'AUTHENTICATION_FAILED',
    reason: 'invalid_api_key',
    leading: ['wrong_key', 'environment_mismatch'],
    likelihood: 'possible',
  },
  {
    guide: 'questions: Authentication Failed is the same as Unauthorized',
    failure: {
      request: account,
      status: 401,
      body: '{"error":{"message":"Authentication Failed"}}',
    },
    ...refused,
    leading: open,
    likelihood: 'possible',
  },
  {
    guide: 'questions: is 429 the same as 401',
    failure: { request: search, status: 429, body: '' },
    code: 'RATE_LIMITED',
    reason: 'second',
    leading: ['too_many_requests', 'parallel_requests', 'key_shared_with_other_programs'],
    likelihood: 'possible',
  },
  {
    guide: 'questions: the difference of 401 and 403',
    failure: { request: search, status: 403, body: '' },
    code: 'ACCESS_DENIED',
    reason: 'unspecified',
    leading: ['operation_not_allowed', 'ip_not_allowed', 'account_locked'],
    likelihood: 'possible',
  },
  {
    guide: 'questions: a protection layer answers for the interface',
    failure: {
      request: search,
      status: 403,
      body: '<!DOCTYPE html><html><body>blocked</body></html>',
    },
    code: 'UNEXPECTED_RESPONSE',
    reason: 'none',
    leading: ['blocked_by_protection', 'unexpected_answer'],
    likelihood: 'possible',
  },
];

function expectNoSecret(value: unknown): void {
  const shown = [inspect(value, { depth: 12 }), JSON.stringify(value)].join('\n');
  expect(shown).not.toContain('CANARY');
  expect(shown).not.toContain(Buffer.from(liveKey).toString('base64').slice(4, 20));
}

test.each(rows.map((row) => [row.guide, row] as const))('%s', async (_, row) => {
  const explanation = await explainFailure(domainNameApi, row.failure);
  expectNoSecret(explanation);
  const { error, diagnosis, succeeded } = explanation;
  expect(succeeded).toBe(false);
  expect(error?.code).toBe(row.code);
  expect((error as { reason?: string } | undefined)?.reason ?? 'none').toBe(row.reason);
  expect(leadingFindings(diagnosis).map(({ cause }) => cause)).toEqual(row.leading);
  expect(diagnosis[0].likelihood).toBe(row.likelihood);
  expect(diagnosis.map(({ cause, likelihood }) => [cause, likelihood])).toEqual(
    expect.arrayContaining((row.beside ?? []).map((each) => [...each])),
  );
  expect(diagnosis[0].evidence.join('; ')).toContain(row.because ?? '');
});

describe('without the request', () => {
  it('leaves all ten causes of the guide open', async () => {
    const { diagnosis, request } = await explainFailure(domainNameApi, bare401);
    expect(request).toBeUndefined();
    expect(diagnosis.every(({ likelihood }) => likelihood === 'possible')).toBe(true);
    expect(new Set(diagnosis.map(({ cause }) => cause))).toEqual(
      new Set([
        ...open,
        'outdated_client',
        'missing_authorization_header',
        'bearer_token_used',
        'credentials_in_wrong_place',
        'wrong_content_type',
        'email_as_account_id',
        'swapped_fields',
        'invisible_character',
      ]),
    );
  });
});

describe('an answer that reports success', () => {
  it.each([
    ['no body', { status: 204 }],
    ['a result', { status: 200, body: '{"resellerId":"x"}' }],
  ])('with %s was misread', async (_, answer) => {
    const explanation = await explainFailure(domainNameApi, { request: account, ...answer });
    expect(explanation).toMatchObject({ succeeded: true, error: undefined });
    expect(explanation.diagnosis[0]).toMatchObject({
      cause: 'answer_misread',
      likelihood: 'confirmed',
    });
  });

  it('is none where the body says success: false', async () => {
    const explanation = await explainFailure(domainNameApi, {
      request: account,
      status: 200,
      body: '{"success":false,"message":"The balance is not sufficient"}',
    });
    expect(explanation.error).toMatchObject({ code: 'INSUFFICIENT_FUNDS', status: 402 });
  });
});

it('names the environment and the call, and hides auth codes of both sides', async () => {
  const explanation = await explainFailure(domainNameApi, {
    request: {
      method: 'post',
      url: `${live}/domains/transfer`,
      headers: { ...signedIn, ...json },
      body: '{"domainName":"example.com","authCode":"CANARY-epp-1"}',
    },
    status: 400,
    body: '{"error":{"message":"The code CANARY-epp-1 is wrong","details":"key CANARY-live-key-93ab20c6d8"}}',
  });
  expectNoSecret(explanation);
  expect(explanation).toMatchObject({
    environment: 'live',
    target: 'POST domains/transfer',
    request: { method: 'POST', headers: { 'x-api-key': '[redacted]', __reseller: resellerId } },
    error: { code: 'INVALID_INPUT', environment: 'live', operation: 'explainFailure' },
  });
});

it('hides a key that comes back as a code, a field or a type of content', async () => {
  const key = 'c0ffee00c0ffee00CANARY00c0ffee00';
  const error = { code: key, message: key, validationErrors: [{ message: key, members: [key] }] };
  expectNoSecret(
    await explainFailure(domainNameApi, {
      request: {
        method: 'POST',
        url: `${live}/domains/${key}`,
        headers: { ...signedIn, 'X-API-KEY': key, 'Content-Type': `text/${key}` },
        body: '{"a":1}',
      },
      status: 400,
      body: JSON.stringify({ error }),
    }),
  );
});

it('tells for an address what the guide says of NAT, load balancers, shared hosting and several servers', async () => {
  const { diagnosis } = await explainFailure(domainNameApi, { request: account, ...bare401 });
  const steps = diagnosis.find(({ cause }) => cause === 'ip_not_allowed')?.remedy.steps.join(' ');
  for (const word of [
    'NAT',
    'Cloudflare',
    'load balancer',
    'shared hosting',
    'every other server',
    'not documented',
  ])
    expect(steps).toContain(word);
});
