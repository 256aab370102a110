import { describe, expect, it, test } from '@jest/globals';
import {
  foreignRedactor,
  isEmailAddress,
  oddCredentials,
  readForeignRequest,
} from '@registrar-kit/provider-kit';

describe('readForeignRequest', () => {
  it('takes a request apart, names in lower case', () => {
    const read = readForeignRequest({
      method: 'post',
      url: 'https://api.example.com/v1?Key=1&key=2',
      headers: { 'Content-Type': 'Application/JSON; charset=utf-8', 'X-Many': ['a', 'b'] },
      body: '{"outer":{"ApiKey":"k","count":3},"list":[{"deep":true}],"none":null}',
    });
    expect(read).toMatchObject({
      method: 'POST',
      bodyForm: 'json',
      contentType: 'application/json',
    });
    expect(read.url?.host).toBe('api.example.com');
    expect([...read.query]).toEqual([['key', '1']]);
    expect(read.headers.get('x-many')).toBe('a, b');
    expect([...read.fields]).toEqual([
      ['apikey', 'k'],
      ['count', '3'],
      ['deep', 'true'],
    ]);
  });

  test.each([
    ['', 'none', []],
    [
      'a=1&b=%20x',
      'form',
      [
        ['a', '1'],
        ['b', ' x'],
      ],
    ],
    ['<soap:Envelope/>', 'xml', []],
    ['{"broken":', 'json', []],
    ['just words, nothing else', 'text', []],
  ] as const)('%j is of form %s', (body, form, fields) => {
    const read = readForeignRequest({ body });
    expect(read.bodyForm).toBe(form);
    expect([...read.fields]).toEqual(fields);
  });

  test.each([
    ['https://api.example.com/x', 'api.example.com'],
    ['api.example.com/x?y=1', 'api.example.com'],
    ['/api/v1/x?y=1', 'unknown.invalid'],
    ['', undefined],
    ['http://', undefined],
  ])('reads the URL %j', (url, host) => {
    expect(readForeignRequest({ url }).url?.host).toBe(host);
  });
});

describe('foreignRedactor', () => {
  const request = readForeignRequest({
    url: 'https://user:CANARY-url-password@api.example.com/?apiKey=CANARY%2Fquery&plain=visible',
    headers: {
      'X-API-KEY': 'CANARY-header',
      Authorization: `Basic ${Buffer.from('someone:CANARY-basic').toString('base64')}`,
    },
    body: JSON.stringify({ authCode: 'CANARY-auth', name: 'ann.CANARY@example.com' }),
  });
  const redact = foreignRedactor(request, ['CANARY-known', undefined, '']);

  test.each([
    'key CANARY/query',
    'key CANARY%2Fquery',
    'CANARY-header',
    'the password CANARY-basic',
    Buffer.from('someone:CANARY-basic').toString('base64'),
    'code CANARY-auth',
    'mail ann.CANARY@example.com',
    'mail ann.CANARY%40example.com',
    'https://user:CANARY-url-password@api.example.com/',
    'CANARY-known',
    'Bearer token: authorization: Bearer CANARY-unknown-token',
  ])('hides %j', (text) => {
    const shown = redact(text);
    expect(shown).not.toContain('CANARY');
    expect(shown).toContain('[redacted]');
  });

  it('leaves the rest', () => {
    expect(redact('plain=visible')).toBe('plain=visible');
    expect(foreignRedactor(undefined)('nothing')).toBe('nothing');
  });
});

describe('oddCredentials', () => {
  const key = { kind: 'key', pattern: /^[0-9a-f]{8}$/, alphabet: /^[0-9a-f]+$/ } as const;
  const account = { kind: 'account_id', pattern: /^[a-z]{1,10}$/ } as const;

  test.each([
    [undefined, key, []],
    ['', key, []],
    ['0123abcd', key, []],
    ['0123abc', key, ['wrong_length']],
    ['zzzzzzzz', key, ['wrong_shape']],
    ['0123abcd\u200B', key, ['invisible_character']],
    [' 0123abcd', key, ['white_space']],
    ['０123abcd', key, ['full_width_character']],
    ['0123äbcd', key, ['wrong_shape']],
    ['YOUR_API_KEY', key, ['placeholder']],
    ['YourApiKey', key, ['placeholder']],
    ['<api key>', key, ['white_space']],
    ['<api-key>', key, ['placeholder']],
    ['{{apiKey}}', key, ['placeholder']],
    ['xxxxxxxx', key, ['placeholder']],
    ['me@example.com', key, ['wrong_shape']],
    ['me@example.com', account, ['email_address']],
    ['panel', account, []],
    ['panel-user', account, ['wrong_shape']],
  ] as const)('%j', (value, shape, oddities) => {
    const found = oddCredentials('field', value, shape);
    expect(found.map(({ oddity }) => oddity)).toEqual(oddities);
    expect(found.every(({ kind }) => kind === shape.kind)).toBe(true);
  });

  it('shows of a value no more than it may', () => {
    const [email] = oddCredentials('id', 'someone@example.com', account);
    expect(email?.shown).toBe('s…@example.com');
    const [short] = oddCredentials('key', 'abcd123', key);
    expect(short?.shown).toBe('7 characters');
    expect(isEmailAddress('a@b')).toBe(false);
  });
});
