import { describe, expect, it, test } from '@jest/globals';
import { isRegistrarError, parseNameserver, readNameserver } from '@registrar-kit/core';
import fc from 'fast-check';
import { thrownBy } from '../support/thrown-by.js';

describe('readNameserver', () => {
  test.each([
    ['ns1.example.net', 'ns1.example.net'],
    ['NS1.Example.NET.', 'ns1.example.net'],
    [' ns1.example.net ', 'ns1.example.net'],
    ['ns1.münchen.de', 'ns1.xn--mnchen-3ya.de'],
    ['example.net', 'example.net'],
    ['a.b.c.example.co.uk', 'a.b.c.example.co.uk'],
  ])('reads %j as %s', (typed, host) => {
    expect(readNameserver(typed)).toBe(host);
  });

  test.each([
    '',
    'ns1',
    '192.0.2.1',
    '2001:db8::1',
    'ns1..example.net',
    '.example.net',
    '-ns1.example.net',
    'ns1-.example.net',
    'ns_1.example.net',
    'ns1.example.net/',
    'ns1 .example.net',
    'ns1.exam%70le.net',
    'ns1.example.net:53',
    `${'a'.repeat(64)}.example.net`,
    `${'abcdefghi.'.repeat(26)}net`,
    'x'.repeat(400),
  ])('refuses %j', (typed) => {
    expect(readNameserver(typed)).toBeUndefined();
  });

  it('never throws, and gives a host that reads as itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.string({ unit: 'binary' }), fc.anything()), (typed) => {
        const host = readNameserver(typed as string);
        return host === undefined || readNameserver(host) === host;
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parseNameserver', () => {
  it('throws what to do', () => {
    const error = thrownBy(() => parseNameserver('192.0.2.1'));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toBe(
      'registrar-kit: parseNameserver: nameserver: "192.0.2.1" is not a host name; give a full host name such as ns1.example.net',
    );
  });
});
