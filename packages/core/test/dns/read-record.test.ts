import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDomainName, type DnsRecordType } from '@registrar-kit/core';
import { dnsRecordTypes } from '../../src/dns/dns-record.js';
import type { RecordFault } from '../../src/dns/record-fault.js';
import { readRecord, showRecord, type GivenRecord } from '../../src/dns/read-record.js';

const domain = parseDomainName('example.com');

function read(given: Partial<GivenRecord>, meaning: 'typed' | 'relative' = 'typed') {
  return readRecord({ type: 'TXT', name: '@', value: 'text', ...given }, domain, meaning);
}

describe('the name of a record', () => {
  test.each([
    ['@', '@'],
    ['', '@'],
    [' ', '@'],
    ['example.com', '@'],
    ['Example.COM.', '@'],
    ['www', 'www'],
    ['WWW', 'www'],
    ['www.example.com', 'www'],
    ['www.example.com.', 'www'],
    ['a.b.example.com', 'a.b'],
    ['*', '*'],
    ['*.shop', '*.shop'],
    ['*.example.com', '*'],
    ['_dmarc', '_dmarc'],
    ['_sip._tcp', '_sip._tcp'],
    ['münchen', 'xn--mnchen-3ya'],
    ['MÜNCHEN.example.com', 'xn--mnchen-3ya'],
    ['www。example。com。', 'www'],
    ['１２３', '123'],
    ['127.0.0.1', '127.0.0.1'],
    ['myexample.com', 'myexample.com'],
    ['www.example.com.example.com', 'www.example.com'],
    ['www.example.com.example.com.', 'www.example.com'],
    ['other.net._report._dmarc', 'other.net._report._dmarc'],
  ])('%j is %s', (name, expected) => {
    expect(read({ name })).toEqual({
      record: { type: 'TXT', name: expected, value: 'text' },
      faults: [],
    });
  });

  test.each([
    ['a..b', 'has an empty label'],
    ['.www', 'has an empty label'],
    ['.example.com', 'has an empty label'],
    ['-www', 'has an invalid label "-www"'],
    ['www-', 'has an invalid label "www-"'],
    ['a b', 'has an invalid label "a b"'],
    ['www.*', 'has a * that is not the first label'],
    ['w*', 'has an invalid label "w*"'],
    ['a/b', 'has an invalid label "a/b"'],
    ['a\u0000b', '"a\ufffdb" is not the name of a record'],
    ['w😀w%', '"w😀w%" is not the name of a record'],
    ['…', 'is not the name of a record'],
    ['www.example.net.', '"www.example.net." does not lie in example.com'],
    ['com.', '"com." does not lie in example.com'],
    ['x'.repeat(64), 'has a label of 64 characters'],
    [`${'x.'.repeat(120)}xx`, 'has 254 characters with the domain'],
  ])('%j is refused', (name, words) => {
    const { faults } = read({ name });
    expect(faults).toEqual([
      { field: 'name', problem: expect.stringContaining(words), cure: expect.any(String) },
    ]);
  });

  test('is as long as a name may be', () => {
    expect(read({ name: `${'x.'.repeat(120)}x` }).faults).toEqual([]);
    expect(read({ name: 'x'.repeat(63) }).faults).toEqual([]);
    expect(read({ name: 'ü'.repeat(1001) }).faults).toMatchObject([{ field: 'name' }]);
  });

  // Entered into the zone as www.example.com by mistake, it stands at www.example.com.example.com.
  test.each([
    ['www.example.com', 'www.example.com', 'www.example.com.example.com.'],
    ['example.com', 'example.com', 'example.com.example.com.'],
    ['www.example.com.', 'www', 'www'],
    ['example.com.', '@', '@'],
    ['WWW', 'www', 'www'],
    ['', '@', '@'],
  ])('given by a driver as %j is %s, shown as %s and read from there again', (name, own, shown) => {
    const { record } = read({ name }, 'relative');
    expect(record.name).toBe(own);
    expect(showRecord(record, domain).name).toBe(shown);
    expect(read({ name: shown }).record.name).toBe(own);
  });
});

describe('the value of a record', () => {
  test.each<[DnsRecordType, string, string]>([
    ['A', ' 192.0.2.1 ', '192.0.2.1'],
    ['MXE', '192.0.2.1', '192.0.2.1'],
    ['AAAA', '2001:DB8:0:0:0::1', '2001:db8::1'],
    ['AAAA', '::0', '::'],
    ['AAAA', '2001:0db8:0000:0001:0000:0000:0000:0001', '2001:db8:0:1::1'],
    ['AAAA', '::FFFF:192.0.2.1', '::ffff:c000:201'],
    ['CNAME', 'Target.Example.NET.', 'target.example.net'],
    ['CNAME', '_abc.acm-validations.example.', '_abc.acm-validations.example'],
    ['CNAME', 'bücher.example', 'xn--bcher-kva.example'],
    ['NS', 'NS1.example.net.', 'ns1.example.net'],
    ['PTR', 'host.example.net.', 'host.example.net'],
    ['ALIAS', 'apex.example.net.', 'apex.example.net'],
    ['MX', 'Mail.example.net.', 'mail.example.net'],
    ['MX', '.', '.'],
    ['CAA', '0 issue "ca.example"', '0 issue "ca.example"'],
    ['CAA', '128  ISSUE   ca.example', '128 issue "ca.example"'],
    ['CAA', '000 issuewild ";"', '0 issuewild ";"'],
    ['CAA', '0 issue "ca.example; account=230123"', '0 issue "ca.example; account=230123"'],
    ['CAA', '0 iodef mailto:a@example.com', '0 iodef "mailto:a@example.com"'],
    ['DS', '12345 13  2  ' + 'ab'.repeat(32), `12345 13 2 ${'AB'.repeat(32)}`],
    ['TLSA', '3 1 1 ab CD', '3 1 1 ABCD'],
    [
      'NAPTR',
      '100  10 "S" "SIP+D2U"  "!^.*$!sip:a@example.com!" .',
      '100 10 "S" "SIP+D2U" "!^.*$!sip:a@example.com!" .',
    ],
    ['URL', ' https://example.net/a?b=c ', 'https://example.net/a?b=c'],
    ['URL301', 'HTTP://example.net', 'HTTP://example.net'],
    ['FRAME', 'http://example.net/', 'http://example.net/'],
    ['TXT', ' "quoted"  and blank ', ' "quoted"  and blank '],
    ['TXT', 'grüße 😀', 'grüße 😀'],
  ])('of %s %j is %j', (type, value, expected) => {
    const name = 'www';
    const { record, faults } = read({ type, name, value });
    expect(record.value).toBe(expected);
    expect(faults).toEqual([]);
  });

  test('of TXT may be long, up to what a record holds', () => {
    const value = 'v=DKIM1; p="a\\"b" '.repeat(40);
    expect(read({ value })).toMatchObject({ record: { value }, faults: [] });
    expect(read({ value: 'x'.repeat(65_279) }).faults).toEqual([]);
    const problem = 'has 65280 bytes';
    expect(read({ value: 'ü'.repeat(32_640) }).faults).toMatchObject([{ problem }]);
  });

  test('of SRV is weight, port and target', () => {
    const [type, name, priority] = ['SRV', '_sip._tcp', 5] as const;
    const value = ' 05  5060 Sip.example.net. ';
    expect(read({ type, name, value, priority })).toEqual({
      record: { type, name, value: '5 5060 sip.example.net', priority },
      faults: [],
    });
    expect(read({ type, name, value: '0 0 .', priority }).faults).toEqual([]);
  });

  test.each<[DnsRecordType, string, string]>([
    ['A', '300.0.2.1', '"300.0.2.1" is not an IPv4 address'],
    ['A', '192.0.2', 'is not an IPv4 address'],
    ['A', '192.0.02.1', 'is not an IPv4 address'],
    ['A', '2001:db8::1', 'is not an IPv4 address'],
    ['AAAA', '192.0.2.1', 'is not an IPv6 address'],
    ['AAAA', 'fe80::1%eth0', 'is not an IPv6 address'],
    ['MXE', 'mail.example.net', 'is not an IPv4 address'],
    ['CNAME', '', 'is missing'],
    ['CNAME', '.', 'names no host'],
    ['CNAME', '@', '"@" is not a full host name'],
    ['CNAME', 'www', '"www" is not a full host name'],
    ['CNAME', 'a..example.net', 'is not a host name'],
    ['CNAME', 'exa mple.net', 'is not a host name'],
    ['CNAME', 'https://example.net/', 'is not a host name'],
    ['CNAME', `${'x'.repeat(64)}.example.net`, 'is not a host name'],
    ['CNAME', `${'x.'.repeat(126)}xx`, 'has 254 characters'],
    ['MX', '192.0.2.1', '"192.0.2.1" is not a host name but an address'],
    ['MX', '10 mail.example.net', 'is more than a host name'],
    ['NS', 'ns1_.example.net\n', 'holds a control or a broken character'],
    ['CAA', 'ca.example', 'is not the data of a CAA record'],
    ['CAA', '0 issue', 'is not the data of a CAA record'],
    ['CAA', '0 issue "a"b"', 'is not the data of a CAA record'],
    ['CAA', '256 issue "ca.example"', 'has the flags 256'],
    ['CAA', '0 isue "ca.example"', 'has an unknown tag "isue"'],
    ['CAA', '0 iodef "a@example.com"', 'has an iodef that is no address'],
    ['CAA', '0 issue "not a name"', 'names no certificate authority'],
    ['SRV', '10 5 5060 sip.example.net', 'has four parts'],
    ['SRV', '5060 sip.example.net', 'is not the data of an SRV record'],
    ['SRV', '5 65536 sip.example.net', 'has a weight or port above 65535'],
    ['SRV', '5 5060 192.0.2.1', 'is not a host name but an address'],
    ['DS', '12345 13 2 xyz', 'is not the data of a DS record'],
    ['DS', '65536 13 2 AB', 'has a number that is too large'],
    ['TLSA', '3 1 1 ABC', 'has half a byte'],
    ['NAPTR', '100 10 S SIP+D2U "" .', 'is not the data of a NAPTR record'],
    ['NAPTR', '99999 10 "S" "" "" .', 'has an order or preference above 65535'],
    ['URL', 'example.net', 'is not a web address'],
    ['URL', 'ftp://example.net', 'is not a web address'],
    ['FRAME', 'https://', 'is not a web address'],
    ['URL301', '', 'is missing'],
    ['TXT', '', 'is empty'],
    ['TXT', 'a\u0000b', 'holds a control or a broken character'],
    ['TXT', 'half \ud83d', 'holds a control or a broken character'],
  ])('of %s %j is refused', (type, value, words) => {
    const given = type === 'SRV' ? { name: '_sip._tcp', priority: 1 } : { name: 'www' };
    const { faults } = read({ type, value, ...given });
    expect(faults).toEqual([
      { field: 'value', problem: expect.stringContaining(words), cure: expect.any(String) },
    ]);
  });
});

describe('the priority', () => {
  const mx = { type: 'MX', value: 'mail.example.net' } as const;
  const srv = { type: 'SRV', name: '_sip._tcp', value: '5 5060 sip.example.net' } as const;

  it('of MX is 10 when it is left out, and stands as given', () => {
    expect(read(mx).record.priority).toBe(10);
    expect(read({ ...mx, priority: 0 })).toMatchObject({ record: { priority: 0 }, faults: [] });
  });

  it('of SRV is required', () => {
    expect(read(srv).faults).toMatchObject([{ field: 'priority', problem: 'is missing' }]);
  });

  test.each([-1, 1.5, 65_536, NaN])('is not %d', (priority) => {
    expect(read({ ...mx, priority }).faults).toMatchObject([{ field: 'priority' }]);
    expect(read({ ...srv, priority }).faults).toMatchObject([{ field: 'priority' }]);
  });

  it('means nothing elsewhere, and is left out of what a driver gives', () => {
    const reading = read({ type: 'A', value: '192.0.2.1', priority: 10 });
    expect(reading.record).toEqual({ type: 'A', name: '@', value: '192.0.2.1' });
    expect(reading.faults).toMatchObject([{ field: 'priority', cure: 'leave it out' }]);
  });
});

it('names the service and the protocol of an SRV record', () => {
  const srv = { type: 'SRV', value: '5 5060 sip.example.net', priority: 1 } as const;
  expect(read({ ...srv, name: '_sip._tcp.eu' }).faults).toEqual([]);
  for (const name of ['@', 'sip', '_sip', '_sip.tcp'])
    expect(read({ ...srv, name }).faults).toMatchObject([{ field: 'name' }]);
});

describe('reading again', () => {
  const piece = fc.oneof(
    fc.constantFrom('.', ' ', '@', '*', '_', '-', '"', '。', 'www', 'example.com', 'ü', '%', '0'),
    fc.constantFrom('issue', '192.0.2.1', '::', '10 ', '\u212a', '\\', ';', '\u0000', 'İ', 'ß'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  const given = fc.record<GivenRecord>({
    type: fc.constantFrom(...dnsRecordTypes),
    name: text,
    value: text,
    ttlSeconds: fc.option(fc.nat(), { nil: undefined }),
    priority: fc.option(fc.nat(70_000), { nil: undefined }),
  });

  it('changes nothing, whatever was read', () => {
    fc.assert(
      fc.property(given, fc.constantFrom('typed', 'relative'), (record, meaning) => {
        const { record: first, faults } = readRecord(record, domain, meaning);
        expect(readRecord(first, domain, 'relative').record).toEqual(first);
        // As a caller hands back what was listed or planned.
        const handed = JSON.parse(JSON.stringify(showRecord(first, domain))) as GivenRecord;
        const again = readRecord(handed, domain, 'typed');
        expect(again.record).toEqual(first);
        // What had no fault in its texts gets none.
        const ofText = ({ field }: RecordFault) => field === 'name' || field === 'value';
        if (!faults.some(ofText)) expect(again.faults.filter(ofText)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});
