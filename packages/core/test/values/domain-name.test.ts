import { describe, expect, it, test } from '@jest/globals';
import {
  isRegistrarError,
  parseDomainName,
  readDomainName,
  splitDomainName,
  toUnicodeDomain,
} from '@registrar-kit/core';
import fc from 'fast-check';
import { thrownBy } from '../support/thrown-by.js';

describe('readDomainName', () => {
  test.each([
    ['example.com', 'example.com'],
    ['Example.COM', 'example.com'],
    ['example.com.', 'example.com'],
    ['  example.com\n', 'example.com'],
    ['example.co.uk', 'example.co.uk'],
    ['örnek.com.tr', 'xn--rnek-4qa.com.tr'],
    ['MÜNCHEN.de', 'xn--mnchen-3ya.de'],
    ['xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
    ['XN--MNCHEN-3YA.DE', 'xn--mnchen-3ya.de'],
    ['faß.de', 'xn--fa-hia.de'],
    ['例え.jp', 'xn--r8jz45g.jp'],
    ['例え。jp', 'xn--r8jz45g.jp'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    // Decomposed and composed spelling of one name.
    ['mu\u0308nchen.de', 'xn--mnchen-3ya.de'],
    ['ｅｘａｍｐｌｅ．ｃｏｍ', 'example.com'],
    ['l·l.cat', 'xn--ll-0ea.cat'],
    // A joiner where the script needs it.
    ['نامه\u200cای.com', 'xn--mgba3gch31f060k.com'],
    ['example.notatld', 'example.notatld'],
    ['a--b.com', 'a--b.com'],
    [`${'a'.repeat(63)}.com`, `${'a'.repeat(63)}.com`],
  ])('reads %j as %s', (typed, domain) => {
    expect(readDomainName(typed)).toEqual({ ok: true, domain });
  });

  test.each([
    ['', 'is empty'],
    ['.', 'is empty'],
    ['localhost', 'has no top-level domain'],
    ['com', 'has no top-level domain'],
    [`${'a'.repeat(64)}.com`, 'has a label of 64 characters'],
    [`${'ö'.repeat(60)}.de`, /^has a label of \d+ characters$/],
    [`${'abcdefghi.'.repeat(26)}com`, 'has 263 characters'],
    ['a'.repeat(5000), 'is far too long for a domain name'],
    ['exa\u200bmple.com', 'holds an invisible character'],
    ['exa\u00admple.com', 'holds an invisible character'],
    ['exam\ufe0fple.com', 'holds an invisible character'],
    ['example\u202e.com', 'holds an invisible character'],
    ['exam\u0000ple.com', 'holds an invisible character'],
    // A joiner that no script needs.
    ['exa\u200dmple.com', 'is not a valid international name'],
    ['i❤.ws', 'holds an emoji'],
    ['❤️.ws', 'holds an emoji'],
    ['1️⃣.ws', 'holds an emoji'],
    ['🇹🇷.com', 'holds an emoji'],
    ['%65xample.com', 'holds a character that no domain name has'],
    ['ex％41mple.com', 'holds a character that no domain name has'],
    ['exam ple.com', 'holds a character that no domain name has'],
    ['exam_ple.com', 'holds a character that no domain name has'],
    ['https://example.com', 'holds a character that no domain name has'],
    ['person@example.com', 'holds a character that no domain name has'],
    ['example.com:443', 'holds a character that no domain name has'],
    ['ex⁄ample.com', 'holds a character that no domain name has'],
    ['*.example.com', 'holds a character that no domain name has'],
    ['.example.com', 'has an empty label'],
    ['example..com', 'has an empty label'],
    ['example.com..', 'has an empty label'],
    ['-example.com', 'has an invalid label "-example"'],
    ['example-.com', 'has an invalid label "example-"'],
    ['xn--a.com', 'is not a valid international name'],
    ['192.0.2.1', 'is an IP address, not a name'],
    ['0x7f.1', 'is an IP address, not a name'],
    ['2001:db8::1', 'holds a character that no domain name has'],
    ['[2001:db8::1]', 'holds a character that no domain name has'],
    ['co.uk', 'is a public suffix, under which names are registered'],
    ['com.tr', 'is a public suffix, under which names are registered'],
    ['www.example.com', 'is a host below example.com'],
    ['a.b.example.co.uk', 'is a host below example.co.uk'],
    ['www.münchen.de', 'is a host below münchen.de'],
  ])('refuses %j: %s', (typed, problem) => {
    const reading = readDomainName(typed);
    expect(reading).toEqual({
      ok: false,
      problem: typeof problem === 'string' ? problem : expect.stringMatching(problem),
      cure: expect.stringMatching(/\S/),
    });
  });

  test.each([[undefined], [null], [42], [{}], [['example.com']], [Symbol('x')]])(
    'refuses %p, which is not text',
    (value) => {
      expect(readDomainName(value as never)).toMatchObject({
        ok: false,
        problem: 'is not text',
      });
    },
  );

  it('takes a private suffix as one for the names below it, and as a name by itself', () => {
    expect(readDomainName('example.uk.com')).toEqual({ ok: true, domain: 'example.uk.com' });
    expect(readDomainName('uk.com')).toEqual({ ok: true, domain: 'uk.com' });
    expect(readDomainName('www.example.uk.com')).toMatchObject({
      problem: 'is a host below example.uk.com',
    });
  });

  it('reads the A-label of an emoji, so that a name which exists can be managed', () => {
    expect(readDomainName('xn--i-7iq.ws')).toEqual({ ok: true, domain: 'xn--i-7iq.ws' });
  });

  // Text near to domain names finds more than text at random.
  const nearName = fc
    .array(
      fc.oneof(
        fc.constantFrom('.', '-', 'xn--', 'com', 'co.uk', 'de', '。', '%', '\u200d', 'ß', '1', 'İ'),
        fc.string({ unit: 'binary', maxLength: 3 }),
        fc.string({ unit: 'grapheme', maxLength: 5 }),
        fc.domain(),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(''));

  it('never throws, and gives a name that reads as itself', () => {
    fc.assert(
      fc.property(fc.oneof(nearName, fc.anything()), (typed) => {
        const reading = readDomainName(typed as string);
        if (!reading.ok) return reading.problem !== '' && reading.cure !== '';
        const again = readDomainName(reading.domain);
        return again.ok && again.domain === reading.domain;
      }),
      { numRuns: 3000 },
    );
  });

  it('gives lower-case ASCII within the limits of the DNS, whose Unicode form means the same', () => {
    fc.assert(
      fc.property(nearName, (typed) => {
        const reading = readDomainName(typed);
        if (!reading.ok) return;
        expect(reading.domain).toMatch(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]+$/);
        expect(reading.domain.length).toBeLessThanOrEqual(253);
        const { label, tld } = splitDomainName(reading.domain);
        expect(`${label}.${tld}`).toBe(reading.domain);
        expect(label).not.toContain('.');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parseDomainName', () => {
  it('gives the name', () => {
    expect(parseDomainName('Example.com.')).toBe('example.com');
  });

  it('throws what is wrong and what to do', () => {
    const error = thrownBy(() => parseDomainName('www.example.com'));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toEqual([
      {
        path: 'domain',
        problem: '"www.example.com" is a host below example.com',
        cure: 'use example.com',
      },
    ]);
  });

  it('shows no invisible character and no endless text in its message', () => {
    const error = thrownBy(() => parseDomainName(`a\u202eb${'x'.repeat(10_000)}`)) as Error;
    expect(error.message).not.toContain('\u202e');
    expect(error.message.length).toBeLessThan(300);
  });
});

describe('splitDomainName', () => {
  test.each([
    ['example.com', 'example', 'com'],
    ['example.co.uk', 'example', 'co.uk'],
    ['example.com.tr', 'example', 'com.tr'],
    ['example.uk.com', 'example', 'uk.com'],
    ['uk.com', 'uk', 'com'],
    ['örnek.com.tr', 'xn--rnek-4qa', 'com.tr'],
    ['пример.рф', 'xn--e1afmkfd', 'xn--p1ai'],
    ['example.notatld', 'example', 'notatld'],
  ])('divides %s into %s and %s', (typed, label, tld) => {
    expect(splitDomainName(parseDomainName(typed))).toEqual({ label, tld });
  });
});

describe('toUnicodeDomain', () => {
  test.each([
    ['xn--mnchen-3ya.de', 'münchen.de'],
    ['example.com', 'example.com'],
    ['xn--i-7iq.ws', 'i❤.ws'],
    ['xn--a.com', 'xn--a.com'],
  ])('shows %s as %s', (domain, unicode) => {
    expect(toUnicodeDomain(domain)).toBe(unicode);
  });
});
