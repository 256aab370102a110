import { afterEach, describe, expect, it } from '@jest/globals';
import type { ZoneChange } from '@registrar-kit/core';
import nock from 'nock';
import { expectNoCanary } from '../support/canaries.js';
import { answerWith, errorBody, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, errorOf, globals, name } from '../support/test-driver.js';
import { record, zoneChange } from '../support/zone-changes.js';

const written = okBody(
  '<DomainDNSSetHostsResult Domain="example.com" IsSuccess="true"><Warnings /></DomainDNSSetHostsResult>',
);
const www = record('www', 'A', '192.0.2.1');
const mx = record('@', 'MX', 'mail.example.net', { priority: 5 });

afterEach(() => {
  nock.cleanAll();
});

/** What was sent for a change, without what every request carries. */
async function sentFor(change: ZoneChange): Promise<Readonly<Record<string, string>>> {
  const sent = answerWith([written]);
  const { driver, write } = createTestDriver();
  await driver.applyRecords(change, write('applyRecords', 'example.com'));
  expect(sent).toHaveLength(1);
  return Object.fromEntries(
    Object.entries(sent[0]?.parameters ?? {}).filter(
      ([key]) => !(key in globals('')) && key !== 'SLD' && key !== 'TLD',
    ),
  );
}

describe('applyRecords', () => {
  it('writes the whole zone, numbered from one without a gap', async () => {
    const sent = answerWith([written]);
    const { driver, write } = createTestDriver();
    const before = [
      www,
      record('@', 'URL', 'http://www.example.com/', { ttlSeconds: 1800 }),
      record('*', 'CNAME', 'other.example.net', { ttlSeconds: 60 }),
      record('@', 'CAA', '0 issue "ca.example"'),
      mx,
    ];
    const [, redirect] = before;
    const change = zoneChange(before, {
      remove: redirect === undefined ? [] : [redirect],
      add: [{ type: 'TXT', name: '_t', value: '  "a" & b=c;ü ' }],
      emailType: 'MX',
    });
    await driver.applyRecords(change, write('applyRecords', 'example.com'));
    expect(sent).toEqual([
      {
        query: '',
        contentType: 'application/x-www-form-urlencoded; charset=utf-8',
        parameters: {
          ...globals('namecheap.domains.dns.setHosts'),
          SLD: 'example',
          TLD: 'com',
          EmailType: 'MX',
          HostName1: 'www',
          RecordType1: 'A',
          Address1: '192.0.2.1',
          TTL1: '1799',
          HostName2: '*',
          RecordType2: 'CNAME',
          Address2: 'other.example.net',
          TTL2: '60',
          HostName3: '@',
          RecordType3: 'CAA',
          Address3: '0 issue "ca.example"',
          TTL3: '1799',
          HostName4: '@',
          RecordType4: 'MX',
          Address4: 'mail.example.net',
          TTL4: '1799',
          MXPref4: '5',
          HostName5: '_t',
          RecordType5: 'TXT',
          Address5: '  "a" & b=c;ü ',
          TTL5: '1800',
        },
      },
    ]);
  });

  it('divides the name at its public suffix', async () => {
    const sent = answerWith([written]);
    const { driver, write } = createTestDriver();
    const change = { ...zoneChange([www], { add: [mx] }), domain: name('mine.co.uk') };
    await driver.applyRecords(change, write('applyRecords'));
    expect(sent[0]?.parameters).toMatchObject({ SLD: 'mine', TLD: 'co.uk' });
  });

  it('gives an MX record without a priority the usual one', async () => {
    const bare = record('@', 'MX', 'mail.example.net');
    expect(await sentFor(zoneChange([www], { add: [bare] }))).toMatchObject({
      EmailType: 'MX',
      MXPref2: '10',
    });
  });

  it('carries the mail service, and not the MX records that it sets itself', async () => {
    const text = record('_t', 'TXT', 'x');
    expect(await sentFor(zoneChange([mx, www], { add: [text], emailType: 'OX' }))).toEqual({
      EmailType: 'OX',
      HostName1: 'www',
      RecordType1: 'A',
      Address1: '192.0.2.1',
      TTL1: '1799',
      HostName2: '_t',
      RecordType2: 'TXT',
      Address2: 'x',
      TTL2: '1799',
    });
  });

  it('sends nothing that there are objections to', async () => {
    const sent = answerWith([written]);
    const { driver, write } = createTestDriver();
    const change = zoneChange([], { add: [www] });
    const error = await errorOf(driver.applyRecords(change, write('applyRecords', 'example.com')));
    expect(error).toMatchObject({ code: 'INVALID_INPUT', effect: 'none' });
    expect(error.message).toContain('add a first record in the Namecheap panel');
    expect(sent).toEqual([]);
  });

  it.each([
    ['2019166', 'Domain name not found', 'DOMAIN_NOT_FOUND', 'none'],
    ['2030166', 'Edit permission for domain is not supported', 'ACCESS_DENIED', 'none'],
    ['2050900', 'Invalid Address', 'INVALID_INPUT', 'none'],
    ['4013288', 'Too many records', 'INVALID_INPUT', 'none'],
    ['3050900', 'Unknown response from provider', 'PROVIDER_ERROR', 'unknown'],
    ['4022288', 'Unable to get nameserver list', 'PROVIDER_ERROR', 'unknown'],
    [
      '5050900',
      'Object reference not set to an instance of an object.',
      'PROVIDER_ERROR',
      'unknown',
    ],
    ['4099999', 'Words nobody has seen', 'PROVIDER_ERROR', 'unknown'],
    ['500000', 'Too many requests', 'RATE_LIMITED', 'unknown'],
  ])(
    'turns %s (%s) into %s with effect %s, and sends it once',
    async (number, text, code, effect) => {
      const body = errorBody(
        [[number, text]],
        '<DomainDNSSetHostsResult Domain="" IsSuccess="" />',
      );
      const sent = answerWith([body, body]);
      const { driver, write } = createTestDriver();
      const change = zoneChange([www], { add: [mx] });
      const error = await errorOf(
        driver.applyRecords(change, write('applyRecords', 'example.com')),
      );
      expect(error).toMatchObject({ code, effect, vendor: { code: number } });
      expect(sent).toHaveLength(1);
      expectNoCanary(error);
    },
  );

  it('takes HTTP 405 for a refusal before anything was done', async () => {
    answerWith(['<html>Method Not Allowed</html>'], { status: 405 });
    const { driver, write } = createTestDriver();
    const change = zoneChange([www], { add: [mx] });
    expect(await errorOf(driver.applyRecords(change, write('applyRecords')))).toMatchObject({
      code: 'RATE_LIMITED',
      effect: 'none',
      retryable: true,
    });
  });

  it.each([
    ['IsSuccess="false"', 'PROVIDER_ERROR', 'none'],
    ['IsSuccess=""', 'UNEXPECTED_RESPONSE', 'unknown'],
    ['', 'UNEXPECTED_RESPONSE', 'unknown'],
  ])('does not take status OK with %j for success', async (flag, code, effect) => {
    answerWith([okBody(`<DomainDNSSetHostsResult Domain="example.com" ${flag} />`)]);
    const { driver, write } = createTestDriver();
    const change = zoneChange([www], { add: [mx] });
    expect(await errorOf(driver.applyRecords(change, write('applyRecords')))).toMatchObject({
      code,
      effect,
    });
  });

  it('passes warnings on, however they look', async () => {
    answerWith([
      okBody(
        '<DomainDNSSetHostsResult IsSuccess="true"><Warnings><Warning Number="1">odd TTL</Warning></Warnings></DomainDNSSetHostsResult>',
      ),
    ]);
    const { driver, write, events } = createTestDriver();
    await driver.applyRecords(zoneChange([www], { add: [mx] }), write('applyRecords'));
    expect(driftOf(events)).toEqual(['DomainDNSSetHostsResult.Warnings: there are warnings']);
    expect(events.find(({ type }) => type === 'drift')).toMatchObject({ sample: 'odd TTL' });
  });
});
