import { Secret } from '@registrar-kit/core';
import { describe, expect, it } from '@jest/globals';
import { createRedactor, snippetOf } from '@registrar-kit/provider-kit';
import fc from 'fast-check';
import { canaryKey, expectNoCanary } from '../support/canary.js';

const redact = createRedactor([new Secret(canaryKey)]);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a known secret', () => {
  it.each([
    ['as it is', canaryKey],
    ['in a URL', encodeURIComponent(canaryKey)],
    [
      'in a URL, in lower case',
      encodeURIComponent(canaryKey).replace(/%../g, (code) => code.toLowerCase()),
    ],
    ['in a form', new URLSearchParams({ a: canaryKey }).toString().slice(2)],
    ['in JSON', JSON.stringify({ a: canaryKey })],
    ['in JSON with escaped slashes', JSON.stringify(canaryKey).replaceAll('/', '\\/')],
    ['in XML', `<a b="${canaryKey.replaceAll('&', '&amp;')}"/>`],
    ['in base64', base64(canaryKey)],
    ['behind a user name in base64', base64(`user:${canaryKey}`)],
    ['behind another one', base64(`someone:${canaryKey}`)],
    ['between others in base64', base64(`us:${canaryKey}:rest`)],
    ['in base64 for URLs', Buffer.from(canaryKey).toString('base64url')],
    ['twice', `${canaryKey} and ${canaryKey}`],
    ['in capitals', canaryKey.toUpperCase()],
    ['in small letters', canaryKey.toLowerCase()],
  ])('is taken out %s', (_name, text) => {
    const result = redact(`before ${text} after`);
    expect(result).toMatch(/^before .*\[redacted\].* after$/);
    expectNoCanary(result);
  });

  it('leaves nothing of a longer one that begins alike', () => {
    const both = createRedactor(['CANARY-short', 'CANARY-short-and-longer']);
    expect(both('x CANARY-short-and-longer y')).toBe('x [redacted] y');
  });

  it('is taken out of names in capitals, of any script', () => {
    const names = createRedactor(['Ayşe', 'Łukasz', 'Ελένη']);
    expect(names('AYŞE ŁUKASZ ΕΛΈΝΗ')).toBe('[redacted] [redacted] [redacted]');
  });

  it('is not looked for when it is so short that every text would be torn', () => {
    expect(createRedactor(['ab', ''])('abcab')).toBe('abcab');
  });

  it('is taken out whatever it is', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'binary', minLength: 6, maxLength: 40 })
          .filter((text) => !'[redacted]'.includes(text)),
        (secret) => {
          const own = createRedactor([secret]);
          for (const text of [secret, JSON.stringify(secret).slice(1, -1), base64(secret)])
            expect(own(`<${text}>`)).not.toContain(text);
        },
      ),
    );
  });

  it('leaves a text without it alone', () => {
    const text = 'domain example.com is taken; price 10.87 USD; id 4711';
    expect(redact(text)).toBe(text);
  });
});

describe('a field that is known to hold a secret', () => {
  it.each([
    ['ApiUser=someone&ApiKey=CANARY&UserName=x', 'ApiUser=someone&ApiKey=[redacted]&UserName=x'],
    ['X-API-KEY: CANARY\nAccept: */*', 'X-API-KEY: [redacted]\nAccept: */*'],
    ['proxy-authorization: Basic CANARY==', 'proxy-authorization: [redacted]'],
    ['Authorization: Bearer CANARY.x.y', 'Authorization: [redacted]'],
    ['{"authCode": "CANARY \\" CANARY", "a": 1}', '{"authCode": "[redacted]", "a": 1}'],
    ['{"transferAuthCode":"CANARY","a":"b"}', '{"transferAuthCode":"[redacted]","a":"b"}'],
    ['"{\\"apiKey\\":\\"CANARY\\",\\"a\\":1}"', '"{\\"apiKey\\":\\"[redacted]\\",\\"a\\":1}"'],
    [
      '<Domain EPPCode="CANARY" Name="example.com"/>',
      '<Domain EPPCode="[redacted]" Name="example.com"/>',
    ],
    ["<Domain EPPCode='CANARY'/>", "<Domain EPPCode='[redacted]'/>"],
    ['<n:AuthCode x="1">CANARY</n:AuthCode>', '<n:AuthCode x="1">[redacted]</n:AuthCode>'],
    ['<EppCode><![CDATA[CANARY]]></EppCode>', '<EppCode>[redacted]</EppCode>'],
    ['password=CANARY', 'password=[redacted]'],
    ['EPPCode: CANARY is wrong', 'EPPCode: [redacted] is wrong'],
    ['epp_code = CANARY, next', 'epp_code = [redacted], next'],
    ['http://user:CANARY@192.0.2.1:3128/', 'http://[redacted]@192.0.2.1:3128/'],
    ['<EmailAddress>CANARY@example.com</EmailAddress>', '<EmailAddress>[redacted]</EmailAddress>'],
    ['contact CANARY@example.com now', 'contact [redacted] now'],
    [
      '{"firstName":"CANARY","phone":"+90.5551234567"}',
      '{"firstName":"[redacted]","phone":"[redacted]"}',
    ],
    ['call +90.5551234567', 'call [redacted]'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
    expect(redact(redact(text))).toBe(expected);
  });

  it.each([
    'the api key is wrong',
    'Invalid request IP: 192.0.2.7',
    'token',
    'API Key is invalid or API access has not been enabled',
    '<Error Number="1011102">Parameter ApiKey is missing</Error>',
  ])('is not seen in: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it.each([
    'apikey=',
    'x-',
    '<password><![CDATA[',
    'x"',
    'authcode\\":\\"',
    '<a:AuthCode ',
    '"password":"',
    'a.',
  ])('costs no more than its length in a hostile text of %j', (piece) => {
    const short = costOf(() => redact(piece.repeat(20_000)));
    const long = costOf(() => redact(piece.repeat(100_000)));
    // Five times as long: five times the cost, and twenty-five times where it grows with the square.
    expect(long).toBeLessThan(12 * Math.max(short, 10));
  });
});

/** Milliseconds of the processor, the least of three times, so that a busy machine tells nothing. */
function costOf(work: () => unknown): number {
  const costs = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user / 1000;
  });
  return Math.min(...costs);
}

describe('snippetOf', () => {
  it('is one line of at most 200 characters', () => {
    const snippet = snippetOf(`\n  <html>\r\n\t<b>${'x'.repeat(5000)}`, redact);
    expect(snippet).toHaveLength(200);
    expect(snippet).toMatch(/^<html> <b>x+$/);
  });

  it('is nothing for a blank body', () => {
    expect(snippetOf(' \n ', redact)).toBeUndefined();
  });

  it('takes a secret out that lies across the cut', () => {
    for (let before = 170; before <= 200; before += 1)
      expectNoCanary(snippetOf('x'.repeat(before) + canaryKey, redact));
  });
});
