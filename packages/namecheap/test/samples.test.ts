import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import nock from 'nock';
import {
  completeContacts,
  isRegistrarError,
  parseCalendarDate,
  type DnsRecord,
  type Nameserver,
  type PriceReading,
} from '@registrar-kit/core';
import type { NamecheapReply } from '../src/reply/namecheap-reply.js';
import { expectNoCanary } from './support/canaries.js';
import { answerWith } from './support/namecheap-wire.js';
import { createTestDriver, errorOf, name, type TestDriver } from './support/test-driver.js';
import { record, zoneChange } from './support/zone-changes.js';

/*
 * Bodies that the live interface or its sandbox really sent, decoded through the adapter. They are not part of this project:
 * REGISTRAR_SAMPLES_DIR names the folder that holds them.
 */
const samplesFolder = process.env['REGISTRAR_SAMPLES_DIR'];

interface Sample {
  readonly status?: number;
  readonly decode: (test: TestDriver) => Promise<unknown>;
  readonly expected: unknown;
}

const usd = (amount: string): { amount: string; currency: string } => ({ amount, currency: 'USD' });

const person = {
  firstName: 'Ada',
  lastName: 'Example',
  email: 'ada@example.com',
  phone: '+12025550123',
  address1: '1 Example Street',
  city: 'Springfield',
  state: 'IL',
  postalCode: '62701',
  country: 'US',
};
const reading: PriceReading = { price: usd('10.87'), premium: false, earlyAccess: false };
const glueHost = { domain: name('domain1.com'), host: 'ns1.domain1.com' as Nameserver };

/** A command that no operation uses yet: its envelope, and that the result is there. */
function envelope(
  command: string,
  resultName: string,
  children: (reply: NamecheapReply) => unknown,
): Sample['decode'] {
  return ({ client, read }) =>
    client.send(
      `namecheap.${command}`,
      {},
      (reply) => ({ result: reply.result(resultName).name, children: children(reply) }),
      read('raw'),
    );
}

const rowOf = ({ name: at, type, value, ttlSeconds }: DnsRecord): string =>
  `${at} ${type} ${value} ${String(ttlSeconds)}`;

const anyChange = zoneChange([record('www', 'A', '192.0.2.1')], {
  add: [record('_t', 'TXT', 'x')],
});

const samples: Readonly<Record<string, Sample>> = {
  'any--error-1011102--lego.xml': {
    decode: ({ driver, read }) => errorOf(driver.getBalance(read('getBalance'))),
    expected: {
      code: 'AUTHENTICATION_FAILED',
      reason: 'key_rejected_or_access_disabled',
      vendor: { code: '1011102', message: 'API Key is invalid or API access has not been enabled' },
    },
  },
  'any--error-1011150--rqt-namecheap.xml': {
    decode: ({ driver, read }) => errorOf(driver.getBalance(read('getBalance'))),
    expected: {
      code: 'ACCESS_DENIED',
      reason: 'ip_not_allowed',
      observedAddress: '203.0.113.85',
      vendor: { code: '1011150' },
    },
  },
  'any--http-400-html-issue--dns-update.html': {
    status: 400,
    decode: ({ driver, read }) => errorOf(driver.getBalance(read('getBalance'))),
    expected: { code: 'UNEXPECTED_RESPONSE', kind: 'html', vendor: { httpStatus: 400 } },
  },
  'domains.check--eapfee-0.0--cppnamecheap-cli.xml': {
    decode: ({ driver, read }) =>
      driver.checkAvailability([name('thisshouldworkyes.com')], read('checkAvailability')),
    expected: [{ domain: 'thisshouldworkyes.com', availability: 'available' }],
  },
  'domains.check--multiple-mixed--afo-namecheap-api.xml': {
    decode: ({ driver, read }) =>
      driver.checkAvailability(
        [name('domain2.com'), name('domain1.com')],
        read('checkAvailability'),
      ),
    expected: [
      { domain: 'domain2.com', availability: 'taken' },
      { domain: 'domain1.com', availability: 'available' },
    ],
  },
  'domains.create--ok--afo-namecheap-api.xml': {
    decode: ({ driver, write }) =>
      driver.registerDomain(
        {
          domain: name('domain1.com'),
          years: 1,
          contacts: completeContacts({ registrant: person }),
          nameservers: [],
          privacy: true,
          lock: undefined,
          tldAttributes: {},
          reading,
        },
        write('registerDomain'),
      ),
    expected: { status: 'done', charged: usd('10.8700'), vendorRef: '719221', unset: [] },
  },
  'domains.dns.getHosts--default-records--dns-lexicon.xml': {
    decode: ({ driver, read }) =>
      driver.listRecords(name('unittest-seconddomain.dev'), read('listRecords')),
    expected: {
      records: [
        { type: 'CNAME', name: 'www', value: 'parkingpage.namecheap.com', ttlSeconds: 1800 },
        {
          type: 'URL',
          name: '@',
          value: 'http://www.unittest-seconddomain.dev/',
          ttlSeconds: 1800,
        },
      ],
      settings: { EmailType: 'FWD' },
      losses: [
        'www CNAME and @ URL lose the name shown in the Namecheap panel (FriendlyName)',
        '@ URL loses the application shown in the Namecheap panel (AssociatedAppTitle)',
      ],
    },
  },
  'domains.dns.getHosts--mxe--lego.xml': {
    decode: async ({ driver, read }) => {
      const zone = await driver.listRecords(name('example.com'), read('listRecords'));
      return { rows: zone.records.map(rowOf), settings: zone.settings };
    },
    expected: {
      rows: [
        'www A 10.0.0.2 1200',
        'home A 10.0.0.1 1799',
        'a AAAA ::0 1799',
        '* CNAME example.com 1799',
        '@ MXE 10.0.0.5 1800',
        'xyz URL https://google.com 1799',
      ],
      settings: { EmailType: 'MXE' },
    },
  },
  'domains.dns.getHosts--txt-set--dns-lexicon.xml': {
    decode: async ({ driver, read }) => {
      const zone = await driver.listRecords(name('unittest-seconddomain.dev'), read('listRecords'));
      return zone.records.map(rowOf);
    },
    expected: [
      'localhost A 127.0.0.1 3600',
      'docs CNAME docs.example.com 3600',
      'www CNAME parkingpage.namecheap.com 1800',
      '_acme-challenge.createrecordset TXT challengetoken1 3600',
      '_acme-challenge.fqdn TXT challengetoken 3600',
      '_acme-challenge.full TXT challengetoken 3600',
      '_acme-challenge.test TXT challengetoken 3600',
      '@ URL http://www.unittest-seconddomain.dev/ 1800',
    ],
  },
  'domains.dns.getList--custom-ns--afo-namecheap-api.xml': {
    decode: ({ driver, read }) =>
      driver.getNameservers(name('domain1.com'), read('getNameservers')),
    expected: {
      domain: 'domain1.com',
      nameservers: ['ns1.domain1.com', 'ns2.domain1.com'],
      providerDns: false,
    },
  },
  'domains.dns.setCustom--error-2011168--afo-namecheap-api.xml': {
    decode: ({ driver, write }) =>
      errorOf(
        driver.setNameservers(
          { domain: name('domain1.com'), nameservers: [] },
          write('setNameservers'),
        ),
      ),
    expected: {
      code: 'INVALID_INPUT',
      effect: 'none',
      issues: [{ path: 'nameservers' }],
      vendor: { code: '2011168', message: 'Two nameservers are required' },
    },
  },
  'domains.dns.setHosts--error-5050900-issue--Namecheap-dot-net.xml': {
    decode: ({ driver, write }) =>
      errorOf(driver.applyRecords(anyChange, write('applyRecords', 'example.com'))),
    expected: {
      code: 'PROVIDER_ERROR',
      effect: 'unknown',
      vendor: { code: '5050900', message: 'Object reference not set to an instance of an object.' },
    },
  },
  'domains.dns.setHosts--ok--dns-lexicon.xml': {
    decode: ({ driver, write }) =>
      driver.applyRecords(anyChange, write('applyRecords', 'example.com')),
    expected: undefined,
  },
  'domains.getContacts--ok--afo-namecheap-api.xml': {
    decode: async ({ driver, read }) => {
      const { contacts, ...rest } = await driver.getContacts(
        name('domain1.com'),
        read('getContacts'),
      );
      return { ...rest, roles: Object.keys(contacts), registrant: contacts.registrant };
    },
    expected: {
      domain: 'domain1.com',
      roles: ['registrant', 'admin', 'tech', 'billing'],
      registrant: {
        firstName: 'Ricky',
        lastName: 'Bobby',
        address1: '123 Sesame St.',
        city: 'New York',
        state: 'New York',
        postalCode: '10023',
        country: 'US',
        phone: '+12125551234',
        email: 'ricky@example.com',
      },
    },
  },
  'domains.getInfo--error-2030166--dns-lexicon.xml': {
    decode: ({ driver, read }) => errorOf(driver.getDomain(name('example.com'), read('getDomain'))),
    expected: {
      code: 'DOMAIN_NOT_FOUND',
      vendor: { code: '2030166', message: 'Domain is invalid' },
    },
  },
  'domains.getInfo--notalloted--go-namecheap.xml': {
    decode: ({ driver, read }) => driver.getDomain(name('example.com'), read('getDomain')),
    expected: {
      domain: 'example.com',
      unicode: 'example.com',
      status: 'active',
      vendorStatus: 'Ok',
      registeredOn: '2014-11-04',
      expiresOn: '2015-11-04',
      nameservers: [1, 2, 3, 4, 5].map((index) => `dns${index}.registrar-servers.com`),
      privacy: false,
      owned: true,
    },
  },
  'domains.getInfo--shared-domain-rights--dns-lexicon.xml': {
    decode: ({ driver, read }) =>
      driver.getDomain(name('unittest-seconddomain.dev'), read('getDomain')),
    expected: {
      domain: 'unittest-seconddomain.dev',
      unicode: 'unittest-seconddomain.dev',
      status: 'active',
      vendorStatus: 'Ok',
      registeredOn: '2020-05-20',
      expiresOn: '2021-05-20',
      nameservers: ['dns1.registrar-servers.com', 'dns2.registrar-servers.com'],
      privacy: true,
      premium: false,
      owned: false,
    },
  },
  'domains.getList--12-domains--go-namecheap.xml': {
    decode: async ({ driver, read }) => {
      const { items, total } = await driver.listDomains({}, read('listDomains'));
      return {
        total,
        first: items[0],
        privacy: items.map(({ privacy }) => privacy),
        count: items.length,
      };
    },
    expected: {
      total: 12,
      count: 12,
      first: {
        domain: 'example.shiksha',
        unicode: 'example.shiksha',
        status: 'active',
        registeredOn: '2014-11-04',
        expiresOn: '2015-11-04',
        locked: false,
        autoRenew: false,
        privacy: true,
      },
      privacy: [true, true, false, true, false, true, true, true, true, false, true, false],
    },
  },
  'domains.getList--error-2013275--afo-namecheap-api.xml': {
    decode: ({ driver, read }) => errorOf(driver.listDomains({}, read('listDomains'))),
    expected: {
      code: 'INVALID_INPUT',
      issues: [{ path: 'pageSize' }],
      vendor: { code: '2013275', message: 'Parameter PageSize is OutOfRange' },
    },
  },
  'domains.getTldList--doc--libdns-namecheap.xml': {
    decode: async ({ driver, read }) => {
      const { items } = await driver.listTlds({}, read('listTlds'));
      return items.map(({ tld, registrable, renewable, transferable, registrationYears }) =>
        [
          tld,
          registrable,
          renewable,
          transferable,
          registrationYears?.min,
          registrationYears?.max,
        ].join(' '),
      );
    },
    expected: [
      'biz true true false 1 10',
      'bz false false false 1 10',
      'ca false false false 1 10',
      'cc false false false 1 10',
      'co.uk true false false 2 10',
      'com true true true 1 10',
    ],
  },
  'domains.ns.create--error-3031510--afo-namecheap-api.xml': {
    decode: ({ driver, write }) =>
      errorOf(driver.createHost({ ...glueHost, addresses: ['192.0.2.1'] }, write('createHost'))),
    expected: {
      code: 'INVALID_INPUT',
      effect: 'none',
      issues: [{ path: 'addresses' }],
      vendor: {
        code: '3031510',
        message:
          'Nameserver registration failed due to error: Parameter value policy error;IP address 0.0.0.0 is reserved',
      },
    },
  },
  'domains.ns.getInfo--ok--afo-namecheap-api.xml': {
    decode: ({ driver, read }) => driver.getHost(glueHost, read('getHost')),
    expected: { host: glueHost.host, addresses: ['192.168.1.1'], statuses: ['OK', 'Linked'] },
  },
  'domains.reactivate--error-2020166--afo-namecheap-api.xml': {
    decode: ({ driver, write }) =>
      errorOf(
        driver.restoreDomain(
          { domain: name('domain1.com'), expiresOn: undefined, reading },
          write('restoreDomain'),
        ),
      ),
    expected: {
      code: 'INVALID_DOMAIN_STATE',
      state: 'active',
      effect: 'none',
      vendor: { code: '2020166', message: 'Domain has not yet expired. Please renew your domain.' },
    },
  },
  'domains.renew--ok--afo-namecheap-api.xml': {
    decode: ({ driver, write }) =>
      driver.renewDomain(
        {
          domain: name('domain1.com'),
          years: 1,
          expiresOn: parseCalendarDate('2016-10-02'),
          reading,
        },
        write('renewDomain'),
      ),
    expected: {
      status: 'done',
      charged: usd('10.8700'),
      vendorRef: '719310',
      expiresOn: '2017-10-02',
    },
  },
  'domains.transfer.getList--empty--namecheapapi.xml': {
    decode: ({ driver, read }) => driver.listTransfers({}, read('listTransfers')),
    expected: { items: [], total: 0 },
  },
  'users.address.getList--ok--rqt-namecheap.xml': {
    decode: envelope('users.address.getList', 'AddressGetListResult', (reply) =>
      reply
        .result('AddressGetListResult')
        .children('List')
        .map((address) => address.attribute('AddressId')),
    ),
    expected: { result: 'AddressGetListResult', children: ['0', '723837', '316205'] },
  },
  'users.getBalances--fixture--go-namecheap-sdk.xml': {
    decode: ({ driver, read }) => driver.getBalance(read('getBalance')),
    expected: { available: [usd('123.45')] },
  },
  'users.getPricing--live-shape--go-namecheap-sdk.xml': {
    decode: ({ driver, read }) =>
      driver.getPrices({ tlds: undefined, operations: ['registerDomain'] }, read('getPrices')),
    // net has a price of its own although Price is 0.0; org has none; renewals were not asked for.
    expected: [
      { tld: 'com', operation: 'registerDomain', years: 1, price: usd('9.99') },
      { tld: 'com', operation: 'registerDomain', years: 2, price: usd('19.98') },
      { tld: 'net', operation: 'registerDomain', years: 1, price: usd('10.50') },
    ],
  },
};

/** The folder of this vendor: inside the one that is named, or that one itself. */
function vendorFolder(root: string): string {
  const inside = path.join(root, 'namecheap');
  return existsSync(inside) ? inside : root;
}

if (samplesFolder === undefined) {
  process.stderr.write(
    'Namecheap samples were not given; set REGISTRAR_SAMPLES_DIR to decode them\n',
  );
  it.todo('decodes real samples, once REGISTRAR_SAMPLES_DIR names their folder');
} else {
  decodeAll(vendorFolder(path.resolve(samplesFolder)));
}

function decodeAll(folder: string): void {
  const bodies = readdirSync(folder).filter((file) => file !== 'INDEX.md');

  describe('real Namecheap samples', () => {
    it('have an expectation for every body of the folder, and a body for every expectation', () => {
      expect([...bodies].sort()).toEqual(Object.keys(samples).sort());
    });

    it.each(bodies)('are decoded: %s', async (file) => {
      const sample = samples[file];
      if (sample === undefined) throw new Error(`${file} has no expectation`);
      const body = readFileSync(path.join(folder, file), 'utf8');
      answerWith([body, body, body], { status: sample.status ?? 200 });
      const test = createTestDriver();
      const decoded = await sample.decode(test);
      nock.cleanAll();
      if (isRegistrarError(decoded)) expect(decoded).toMatchObject(sample.expected as object);
      else expect(decoded).toEqual(sample.expected);
      expect(test.events.filter(({ type }) => type === 'drift')).toEqual([]);
      expectNoCanary(decoded, test.events);
    });
  });
}
