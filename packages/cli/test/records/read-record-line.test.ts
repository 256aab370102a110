import { describe, expect, it } from '@jest/globals';
import { readRecordLine, readSelectorLine } from '../../src/records/read-record-line.js';

describe('a record of the command line', () => {
  it.each([
    ['www A 192.0.2.1', { name: 'www', type: 'A', value: '192.0.2.1' }],
    [
      '  www  300\tIN a 192.0.2.1 ',
      { name: 'www', type: 'A', value: '192.0.2.1', ttlSeconds: 300 },
    ],
    ['www IN 300 A 192.0.2.1', { name: 'www', type: 'A', value: '192.0.2.1', ttlSeconds: 300 }],
    // A name may be a number, or called like a type.
    ['10 PTR host.example.net', { name: '10', type: 'PTR', value: 'host.example.net' }],
    ['a A 192.0.2.1', { name: 'a', type: 'A', value: '192.0.2.1' }],
    ['in IN A 192.0.2.1', { name: 'in', type: 'A', value: '192.0.2.1' }],
    ['@ MX mail.example.net', { name: '@', type: 'MX', value: 'mail.example.net' }],
    [
      '@ 3600 MX 20 mail.example.net.',
      { name: '@', type: 'MX', value: 'mail.example.net.', ttlSeconds: 3600, priority: 20 },
    ],
    [
      '_sip._tcp SRV 10 5 5060 sip.example.net',
      { name: '_sip._tcp', type: 'SRV', value: '5 5060 sip.example.net', priority: 10 },
    ],
    [
      '_sip._tcp SRV 5 5060 sip.example.net',
      { name: '_sip._tcp', type: 'SRV', value: '5 5060 sip.example.net' },
    ],
    ['@ CAA 0 issue "ca.example"', { name: '@', type: 'CAA', value: '0 issue "ca.example"' }],
    ['@ TXT v=spf1  -all', { name: '@', type: 'TXT', value: 'v=spf1  -all' }],
    ['@ TXT "v=spf1  -all"', { name: '@', type: 'TXT', value: 'v=spf1  -all' }],
    ['@ TXT "first " "second"', { name: '@', type: 'TXT', value: 'first second' }],
    [
      String.raw`@ TXT "say \"hello\" \\ caf\195\169"`,
      { name: '@', type: 'TXT', value: String.raw`say "hello" \ café` },
    ],
    ['@ TXT say "hello"', { name: '@', type: 'TXT', value: 'say "hello"' }],
    ['@ TXT "open', { name: '@', type: 'TXT', value: '"open' }],
  ])('%j', (line, record) => {
    expect(readRecordLine(line)).toEqual(record);
  });

  it.each(['', 'www', 'www 300', '@ 12', 'www A'])('%j is a fault', (line) => {
    expect(() => readRecordLine(line)).toThrow(expect.objectContaining({ code: 'USAGE_ERROR' }));
  });
});

describe('a record to remove', () => {
  it.each([
    ['www A', { name: 'www', type: 'A' }],
    ['www 300 A', { name: 'www', type: 'A' }],
    ['www 300 A 192.0.2.1', { name: 'www', type: 'A', value: '192.0.2.1' }],
    [
      '@ MX 10 mail.example.net',
      { name: '@', type: 'MX', value: 'mail.example.net', priority: 10 },
    ],
  ])('%j', (line, selector) => {
    expect(readSelectorLine(line)).toEqual(selector);
  });
});
