import { afterEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import { expectNoCanary } from '../support/canaries.js';
import { answerWith, errorBody, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, errorOf, name } from '../support/test-driver.js';
import { ZoneServer, type StoredHost } from '../support/zone-server.js';

const domain = name('example.com');
const www: StoredHost = { name: 'www', type: 'A', address: '192.0.2.1', ttl: '1799' };
const mail: StoredHost = {
  name: '@',
  type: 'MX',
  address: 'mail.example.net.',
  ttl: '1799',
  mxPref: '5',
};

function forward(type: string, address: string, host = '@'): StoredHost {
  return { name: host, type, address, ttl: '300' };
}

afterEach(() => {
  nock.cleanAll();
});

describe('getUrlForward', () => {
  it.each([
    ['URL', { target: 'https://new.example.net/', kind: 'redirect' }],
    ['URL301', { target: 'https://new.example.net/', kind: 'redirect' }],
    ['FRAME', { target: 'https://new.example.net/', kind: 'frame' }],
  ])('reads %s at the domain itself', async (type, expected) => {
    new ZoneServer([
      www,
      forward('URL', 'https://other.example.net/', 'www'),
      forward(type, 'https://new.example.net/'),
    ]);
    const { driver, read } = createTestDriver();
    expect(await driver.getUrlForward(domain, read('getUrlForward'))).toEqual({
      domain,
      ...expected,
    });
  });

  it('says that there is none', async () => {
    new ZoneServer([www, forward('URL', 'https://other.example.net/', 'www')]);
    const { driver, read } = createTestDriver();
    expect(await driver.getUrlForward(domain, read('getUrlForward'))).toEqual({
      domain,
      target: null,
    });
  });
});

describe('setUrlForward', () => {
  it('writes the forward beside everything else, and reads it back', async () => {
    const server = new ZoneServer([www, mail, forward('FRAME', 'https://old.example.net/')], 'MX');
    const { driver, write } = createTestDriver();
    const request = {
      domain,
      target: 'https://new.example.net/?a=1&b=2',
      kind: 'redirect',
    } as const;
    expect(await driver.setUrlForward(request, write('setUrlForward'))).toEqual({
      domain,
      target: 'https://new.example.net/?a=1&b=2',
      kind: 'redirect',
    });
    const split = { SLD: 'example', TLD: 'com' };
    expect(server.sent).toEqual([
      { Command: 'namecheap.domains.dns.getHosts', ...split },
      {
        Command: 'namecheap.domains.dns.setHosts',
        ...split,
        EmailType: 'MX',
        HostName1: 'www',
        RecordType1: 'A',
        Address1: '192.0.2.1',
        TTL1: '1799',
        HostName2: '@',
        RecordType2: 'MX',
        Address2: 'mail.example.net',
        TTL2: '1799',
        MXPref2: '5',
        HostName3: '@',
        RecordType3: 'URL',
        Address3: 'https://new.example.net/?a=1&b=2',
        TTL3: '300',
      },
      { Command: 'namecheap.domains.dns.getHosts', ...split },
    ]);
  });

  it('writes a frame as FRAME, with the usual TTL where it is the first', async () => {
    const server = new ZoneServer([www]);
    const { driver, write } = createTestDriver();
    await driver.setUrlForward(
      { domain, target: 'https://new.example.net/', kind: 'frame' },
      write('setUrlForward'),
    );
    expect(server.hosts).toEqual([
      www,
      { name: '@', type: 'FRAME', address: 'https://new.example.net/', ttl: '1800' },
    ]);
  });

  it.each(['URL', 'URL301'])('leaves %s alone where it says the same', async (type) => {
    const server = new ZoneServer([www, forward(type, 'https://new.example.net/')]);
    const { driver, write } = createTestDriver();
    const wanted = { domain, target: 'https://new.example.net/', kind: 'redirect' } as const;
    expect(await driver.setUrlForward(wanted, write('setUrlForward'))).toEqual(wanted);
    expect(server.commands).toBe('getHosts');
  });

  it('leaves one forward of several', async () => {
    const server = new ZoneServer([
      forward('FRAME', 'https://old.example.net/'),
      www,
      forward('URL', 'https://new.example.net/'),
      forward('URL', 'https://www.example.net/', 'www'),
    ]);
    const { driver, write } = createTestDriver();
    await driver.setUrlForward(
      { domain, target: 'https://new.example.net/', kind: 'redirect' },
      write('setUrlForward'),
    );
    expect(server.hosts.map(({ name: host, type }) => `${host} ${type}`)).toEqual([
      'www A',
      '@ URL',
      'www URL',
    ]);
  });

  it.each([
    ['dynamic DNS', { IsDDNSEnabled: 'true' }, 'NONE', 'www A loses dynamic DNS (IsDDNSEnabled)'],
    [
      'a switched-off record',
      { IsActive: 'false' },
      'NONE',
      'www A loses the mark of being switched off',
    ],
    ['the mail setting', {}, 'MX', 'the mail setting (EmailType) becomes NONE'],
  ])('does not take %s away in passing', async (_what, marks, emailType, clause) => {
    const server = new ZoneServer([{ ...www, marks }], emailType);
    const { driver, write } = createTestDriver();
    const error = await errorOf(
      driver.setUrlForward(
        { domain, target: 'https://new.example.net/', kind: 'redirect' },
        write('setUrlForward', 'example.com'),
      ),
    );
    expect(error).toMatchObject({ code: 'INVALID_DOMAIN_STATE', effect: 'none' });
    expect(error.message).toContain(clause);
    expect(error.message).toContain('make the change with planRecords');
    expect(server.commands).toBe('getHosts');
    expectNoCanary(error);
  });

  it('does without the labels of the panel', async () => {
    const server = new ZoneServer([{ ...www, marks: { FriendlyName: 'CNAME Record' } }]);
    const { driver, write } = createTestDriver();
    await driver.setUrlForward(
      { domain, target: 'https://new.example.net/', kind: 'redirect' },
      write('setUrlForward'),
    );
    expect(server.commands).toBe('getHosts setHosts getHosts');
  });

  it('writes nothing into a zone that reads as empty or is not served here', async () => {
    const server = new ZoneServer([]);
    const { driver, write } = createTestDriver();
    const request = { domain, target: 'https://new.example.net/', kind: 'redirect' } as const;
    expect(await errorOf(driver.setUrlForward(request, write('setUrlForward')))).toMatchObject({
      code: 'INVALID_INPUT',
      effect: 'none',
    });
    server.usesOurDns = false;
    expect(await errorOf(driver.setUrlForward(request, write('setUrlForward')))).toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
      effect: 'none',
    });
    expect(server.commands).toBe('getHosts getHosts');
  });

  it('says that the change was made when it cannot be read back, and invents no state', async () => {
    const zone = (rows: string): string =>
      okBody(
        `<DomainDNSGetHostsResult EmailType="NONE" IsUsingOurDNS="true">${rows}</DomainDNSGetHostsResult>`,
      );
    answerWith([
      zone('<host Name="www" Type="A" Address="192.0.2.1" TTL="1799" />'),
      okBody('<DomainDNSSetHostsResult Domain="example.com" IsSuccess="true" />'),
      errorBody([['2019166', 'Domain name not found']]),
    ]);
    const { driver, write } = createTestDriver();
    const forward = { domain, target: 'https://new.example.net/', kind: 'frame' } as const;
    const error = await errorOf(driver.setUrlForward(forward, write('setUrlForward')));
    expect(error).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'applied', retryable: false });
    expect(error.message).toContain('confirmed the change, but reading it back failed');
  });

  it('says that nothing was done where the zone could not be read', async () => {
    const failing = errorBody([['4023330', 'Unable to get hosts']]);
    answerWith([failing, failing, failing]);
    const { driver, write } = createTestDriver();
    const request = { domain, target: 'https://new.example.net/', kind: 'redirect' } as const;
    expect(await errorOf(driver.setUrlForward(request, write('setUrlForward')))).toMatchObject({
      code: 'PROVIDER_ERROR',
      effect: 'none',
    });
  });
});

describe('deleteUrlForward', () => {
  it('removes the forward and keeps the rest', async () => {
    const server = new ZoneServer([www, forward('URL301', 'https://new.example.net/'), mail], 'MX');
    const { driver, write } = createTestDriver();
    await driver.deleteUrlForward(domain, write('deleteUrlForward'));
    expect(server.hosts).toEqual([www, mail]);
    expect(server.emailType).toBe('MX');
  });

  it('does nothing where there is none', async () => {
    const server = new ZoneServer([www, forward('URL', 'https://www.example.net/', 'www')]);
    const { driver, write } = createTestDriver();
    await driver.deleteUrlForward(domain, write('deleteUrlForward'));
    expect(server.commands).toBe('getHosts');
  });

  it('does not empty a zone', async () => {
    const server = new ZoneServer([forward('URL', 'https://new.example.net/')]);
    const { driver, write } = createTestDriver();
    const error = await errorOf(driver.deleteUrlForward(domain, write('deleteUrlForward')));
    expect(error).toMatchObject({ code: 'INVALID_INPUT' });
    expect(error.message).toContain('keep one record at least');
    expect(server.commands).toBe('getHosts');
  });
});
