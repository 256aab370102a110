import { Secret, type AnyRegistrarError } from '@registrar-kit/core';
import { describe, expect, it } from '@jest/globals';
import {
  accountText,
  addFault,
  commonConfigShape,
  parseConfig,
  publicIpv4,
  secretText,
  withQuotaOverrides,
} from '@registrar-kit/provider-kit';
import * as z from 'zod';
import { expectNoCanary } from '../support/canary.js';
import { thrown } from '../support/caught.js';

const schema = z.strictObject({
  ...commonConfigShape,
  accountId: accountText({ found: 'the account page' }),
  apiKey: secretText({ pattern: /^[a-z\d]{8}$/i, shape: 'a key of 8 letters and digits' }),
  clientIp: z
    .union([publicIpv4(), z.strictObject({ detect: z.array(z.string()).min(1) })])
    .optional(),
});

const good = { provider: 'example', environment: 'test', accountId: 'someone', apiKey: 'CANARY12' };

function refused(input: unknown): Extract<AnyRegistrarError, { code: 'CONFIGURATION_INVALID' }> {
  const error = thrown(() => parseConfig('example', schema, input));
  if (error.code !== 'CONFIGURATION_INVALID') throw error;
  expectNoCanary(error);
  return error;
}

const issuesOf = (changes: object): unknown => refused({ ...good, ...changes }).issues;

describe('a configuration that is right', () => {
  it('is answered with secrets wrapped and the URL read', () => {
    const config = parseConfig('example', schema, {
      ...good,
      baseUrl: 'https://api.example.com/xml',
      timeoutMs: 20_000,
      proxy: 'socks5://user:CANARY@192.0.2.1:1080',
      quota: { api: { windows: [{ limit: 50, windowMs: 60_000 }] } },
      clientIp: '192.0.2.7',
    });
    expect(config.apiKey.reveal()).toBe('CANARY12');
    expect(config.baseUrl?.href).toBe('https://api.example.com/xml');
    expect(config).toMatchObject({
      accountId: 'someone',
      timeoutMs: 20_000,
      clientIp: '192.0.2.7',
    });
    expect(JSON.stringify({ ...config, proxy: undefined })).not.toContain('CANARY');
  });

  it('can be read again', () => {
    const once = parseConfig('example', schema, { ...good, baseUrl: 'http://127.0.0.1:8080/' });
    const twice = parseConfig('example', schema, once);
    expect(twice.apiKey.reveal()).toBe('CANARY12');
    expect(twice.baseUrl?.href).toBe('http://127.0.0.1:8080/');
  });
});

describe('a configuration that is wrong', () => {
  it('is refused with every fault at once', () => {
    const error = refused({
      provider: 'example',
      environment: 'production',
      accountID: 'someone',
      apiKey: 'CANARY 2',
      timeoutMs: 10,
      clientIp: '10.0.0.1',
    });
    expect(error).toMatchObject({
      provider: 'example',
      operation: 'parseConfig',
      environment: undefined,
    });
    expect(error.issues).toEqual([
      {
        path: 'environment',
        problem: 'has a value that is not allowed',
        cure: 'give "test" or "live"',
      },
      { path: 'timeoutMs', problem: 'is too small', cure: 'give at least 1000' },
      {
        path: 'accountId',
        problem: 'is missing',
        cure: 'set it from the account page',
        cause: 'missing_credentials',
      },
      {
        path: 'apiKey',
        problem: 'holds white space at position 7 (U+0020)',
        cure: 'copy it again as plain text',
        cause: 'invisible_character',
      },
      {
        path: 'clientIp',
        problem: 'is a private address',
        cure: 'set the public IPv4 address from which the server reaches the internet',
        cause: 'client_ip_not_public_ipv4',
      },
      {
        path: 'accountID',
        problem: 'is not a known field',
        cure: 'did you mean "accountId"? Otherwise remove it',
      },
    ]);
    expect(error.message).toMatch(/^example: parseConfig: environment: has a value/);
    expect(error.diagnosis.map(({ cause }) => cause)).toEqual(
      expect.arrayContaining([
        'missing_credentials',
        'invisible_character',
        'client_ip_not_public_ipv4',
      ]),
    );
  });

  it('names the environment that it is for', () => {
    expect(refused({ ...good, apiKey: '' }).environment).toBe('test');
  });

  it.each([undefined, null, 'text', 5, []])('is no object: %p', (input) => {
    expect(refused(input).issues).toMatchObject([{ path: 'configuration' }]);
  });

  it.each([
    [{ apikey: 'CANARY12' }, 'did you mean "apiKey"? Otherwise remove it'],
    [{ api_key: 'CANARY12' }, 'did you mean "apiKey"? Otherwise remove it'],
    [{ enviroment: 'test' }, 'did you mean "environment"? Otherwise remove it'],
    [{ timeout: 5 }, 'did you mean "timeoutMs"? Otherwise remove it'],
    [{ password: 'CANARY' }, 'remove it'],
  ])('has an unknown field: %p', (changes, cure) => {
    const [path] = Object.keys(changes);
    expect(issuesOf(changes)).toEqual([{ path, problem: 'is not a known field', cure }]);
  });

  it('names another provider', () => {
    expect(issuesOf({ provider: 'other' })).toEqual([
      {
        path: 'provider',
        problem: 'names another provider than "example"',
        cure: 'set it to "example"',
      },
    ]);
  });

  it.each([
    ['http://api.example.com/', 'would send the credentials over plain http'],
    ['http://localhost.example.com/', 'would send the credentials over plain http'],
    ['http://127.0.0.1.example.com/', 'would send the credentials over plain http'],
    ['ftp://api.example.com/', 'is not an https URL'],
    ['api.example.com', 'is not an https URL'],
    ['', 'is not an https URL'],
    ['https://user:CANARY@api.example.com/', 'holds credentials'],
    ['https://api.example.com/?key=CANARY', 'has a query or a fragment'],
  ])('has the base URL %s', (baseUrl, problem) => {
    expect(issuesOf({ baseUrl })).toMatchObject([{ path: 'baseUrl', problem }]);
  });

  it.each([
    'http://localhost:8080/',
    'http://127.0.0.9/',
    'http://[::1]:80/',
    'https://api.example.com',
  ])('may have the base URL %s', (baseUrl) =>
    expect(parseConfig('example', schema, { ...good, baseUrl }).baseUrl).toBeInstanceOf(URL),
  );

  it.each([
    ['socks4://192.0.2.1:1080', 'is neither http, https nor socks5'],
    ['192.0.2.1:3128', 'is not a URL'],
    ['not a url CANARY', 'is not a URL'],
    ['http://192.0.2.1:3128/CANARY', 'has a path, a query or a fragment'],
  ])('has the proxy %s', (proxy, problem) => {
    expect(issuesOf({ proxy })).toMatchObject([{ path: 'proxy', problem }]);
  });

  it.each([
    [
      { timeoutMs: 600_001 },
      { path: 'timeoutMs', problem: 'is too large', cure: 'give at most 600000' },
    ],
    [
      { timeoutMs: '5000' },
      { path: 'timeoutMs', problem: 'is not a number', cure: 'give a number' },
    ],
    [{ timeoutMs: 1500.5 }, { path: 'timeoutMs', problem: 'is not a whole number' }],
    [{ baseUrl: 5 }, { path: 'baseUrl' }],
    [{ proxy: ['CANARY'] }, { path: 'proxy', problem: 'is not text' }],
    [
      { quota: { api: { windows: [{ limit: 0, windowMs: 1 }] } } },
      { path: 'quota.api.windows[0].limit', problem: 'is too small', cure: 'give at least 1' },
    ],
    [
      { quota: { api: { perMinute: 1 } } },
      { path: 'quota.api.perMinute', problem: 'is not a known field' },
    ],
    [{ clientIp: { detect: [] } }, { path: 'clientIp.detect', problem: 'has too few entries' }],
    [{ clientIp: {} }, { path: 'clientIp.detect', problem: 'is missing' }],
    [{ clientIp: 5 }, { path: 'clientIp', problem: 'is not text' }],
    [{ clientIp: 'example.com' }, { path: 'clientIp', problem: 'is not an IPv4 address' }],
    [{ clientIp: '' }, { path: 'clientIp', cause: 'client_ip_missing' }],
  ])('has %j', (changes, issue) => {
    expect(issuesOf(changes)).toMatchObject([issue]);
  });

  it('is refused by a check of the adapter over several fields', () => {
    const whole = schema.superRefine((_config, context) =>
      addFault(context, {
        problem: 'does not fit',
        cure: 'change one of them',
        cause: 'environment_mismatch',
      }),
    );
    const error = thrown(() => parseConfig('example', whole, good));
    expect(error).toMatchObject({
      issues: [
        {
          path: 'configuration',
          problem: 'does not fit',
          cure: 'change one of them',
          cause: 'environment_mismatch',
        },
      ],
    });
    expect(thrown(() => parseConfig('example', whole, { ...good, apikey: 'x' })).message).toContain(
      'did you mean "apiKey"',
    );
  });
});

describe('a credential', () => {
  it.each([
    ['', 'is empty', 'missing_credentials'],
    ['   ', 'is empty', 'missing_credentials'],
    [undefined, 'is missing', 'missing_credentials'],
    [null, 'is missing', 'missing_credentials'],
    [12_345_678, 'is not text', 'malformed_key'],
    ['CANARY12 ', 'holds white space at position 9 (U+0020)', 'invisible_character'],
    ['\tCANARY12', 'holds white space at position 1 (U+0009)', 'invisible_character'],
    ['CANARY12\n', 'holds white space at position 9 (U+000A)', 'invisible_character'],
    ['CANARY\u00A01', 'holds white space at position 7 (U+00A0)', 'invisible_character'],
    ['CANARY\u30001', 'holds white space at position 7 (U+3000)', 'invisible_character'],
    ['CANARY\u200B1', 'holds an invisible character at position 7 (U+200B)', 'invisible_character'],
    ['\uFEFFCANARY1', 'holds an invisible character at position 1 (U+FEFF)', 'invisible_character'],
    ['CANARY\u00AD1', 'holds an invisible character at position 7 (U+00AD)', 'invisible_character'],
    ['CANARY\u20601', 'holds an invisible character at position 7 (U+2060)', 'invisible_character'],
    ['CANARY\u202E1', 'holds an invisible character at position 7 (U+202E)', 'invisible_character'],
    ['CANARY\u00001', 'holds an invisible character at position 7 (U+0000)', 'invisible_character'],
    ['CANARY\u31641', 'holds an invisible character at position 7 (U+3164)', 'invisible_character'],
    ['CANARY\uFF11', 'holds a full-width character at position 7 (U+FF11)', 'invisible_character'],
    ['CANARYé1', 'holds a character outside of ASCII at position 7 (U+00E9)', 'malformed_key'],
    ['😀CANARY1', 'holds a character outside of ASCII at position 1 (U+1F600)', 'malformed_key'],
    ['CANARY@example.com', 'holds an e-mail address', 'malformed_key'],
    ['CANARY', 'does not look like a key of 8 letters and digits', 'malformed_key'],
  ])('%j: %s', (apiKey, problem, cause) => {
    expect(issuesOf({ apiKey })).toMatchObject([{ path: 'apiKey', problem, cause }]);
  });

  it('can be given as a Secret', () => {
    const config = parseConfig('example', schema, { ...good, apiKey: new Secret('CANARY12') });
    expect(config.apiKey.reveal()).toBe('CANARY12');
    expect(issuesOf({ apiKey: new Secret('CANARY') })).toMatchObject([{ cause: 'malformed_key' }]);
  });

  it.each([
    ['CANARY@example.com', 'holds an e-mail address', 'email_as_account_id'],
    [
      'CANARY\u200Bone',
      'holds an invisible character at position 7 (U+200B)',
      'invisible_character',
    ],
    ['', 'is empty', 'missing_credentials'],
    [
      'çCANARY',
      'holds a character outside of ASCII at position 1 (U+00E7)',
      'malformed_account_id',
    ],
    [5, 'is not text', 'malformed_account_id'],
  ])('that is an account id: %j: %s', (accountId, problem, cause) => {
    expect(issuesOf({ accountId })).toMatchObject([{ path: 'accountId', problem, cause }]);
  });

  it('is optional where the adapter says so', () => {
    const optional = z.strictObject({ key: secretText().optional() });
    expect(parseConfig('example', optional, {})).toEqual({});
    expect(thrown(() => parseConfig('example', optional, { key: '' }))).toMatchObject({
      issues: [{ path: 'key', cause: 'missing_credentials' }],
    });
  });
});

describe('a public IPv4 address', () => {
  const address = z.strictObject({ ip: publicIpv4() });

  it.each([
    '192.0.2.1',
    '198.51.100.7',
    '203.0.113.255',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '223.255.255.1',
    '198.20.0.1',
  ])('%s is one', (ip) => expect(parseConfig('example', address, { ip })).toEqual({ ip }));

  it.each([
    ['2001:db8::1', 'is an IPv6 address'],
    ['::ffff:192.0.2.1', 'is an IPv6 address'],
    ['10.1.2.3', 'is a private address'],
    ['172.16.0.1', 'is a private address'],
    ['172.31.255.255', 'is a private address'],
    ['192.168.1.1', 'is a private address'],
    ['127.0.0.1', 'is a loopback address'],
    ['169.254.1.1', 'is a link-local address'],
    ['100.64.0.1', "is an address inside a provider's network (carrier-grade NAT)"],
    ['100.127.255.255', "is an address inside a provider's network (carrier-grade NAT)"],
    ['0.0.0.0', 'is an unspecified address'],
    ['224.0.0.1', 'is a multicast address'],
    ['255.255.255.255', 'is a reserved address'],
    ['192.0.2.1 ', 'is not an IPv4 address'],
    ['192.0.2', 'is not an IPv4 address'],
    ['192.0.2.01', 'is not an IPv4 address'],
    ['host.example.com', 'is not an IPv4 address'],
  ])('%s is none: %s', (ip, problem) => {
    expect(thrown(() => parseConfig('example', address, { ip }))).toMatchObject({
      issues: [{ path: 'ip', problem, cause: 'client_ip_not_public_ipv4' }],
    });
  });

  it.each([{}, { ip: '' }, { ip: null }])('is missing: %j', (input) => {
    expect(thrown(() => parseConfig('example', address, input))).toMatchObject({
      issues: [{ path: 'ip', cause: 'client_ip_missing' }],
    });
  });
});

describe('withQuotaOverrides', () => {
  const limits = {
    api: { windows: [{ limit: 20, windowMs: 60_000 }], countsFrom: 'start' },
    bulk: { windows: [{ limit: 1, windowMs: 1000 }], maxConcurrent: 1, countsFrom: 'completion' },
  } as const;

  it('replaces the fields that are given, bucket by bucket', () => {
    expect(withQuotaOverrides('example', limits)).toEqual(limits);
    const windows = [{ limit: 50, windowMs: 60_000 }];
    expect(
      withQuotaOverrides('example', limits, {
        api: { windows, maxConcurrent: 4 },
        bulk: { countsFrom: 'start' },
      }),
    ).toEqual({
      api: { windows, maxConcurrent: 4, countsFrom: 'start' },
      bulk: { ...limits.bulk, countsFrom: 'start' },
    });
  });

  it('refuses a bucket that there is not', () => {
    expect(
      thrown(() => withQuotaOverrides('example', limits, { blk: {}, other: {} })),
    ).toMatchObject({
      code: 'CONFIGURATION_INVALID',
      issues: [
        { path: 'quota.blk', cure: 'did you mean "bulk"?' },
        { path: 'quota.other', cure: 'use api or bulk' },
      ],
    });
  });
});
