import { describe, expect, it } from '@jest/globals';
import type { Nameserver } from '@registrar-kit/core';
import { answerWith, errorBody, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, errorOf, globals, name } from '../support/test-driver.js';

const custom =
  okBody(`<DomainDNSGetListResult Domain="mine.co.uk" IsUsingOurDNS="false" IsPremiumDNS="false" IsUsingFreeDNS="false">
  <Nameserver>NS1.example.net.</Nameserver>
  <Nameserver>ns2.example.net</Nameserver>
</DomainDNSGetListResult>`);
const updated = okBody('<DomainDNSSetCustomResult Domain="mine.co.uk" Updated="true" />');
const nameservers = ['ns1.example.net', 'ns2.example.net'] as Nameserver[];

describe('getNameservers', () => {
  it('divides the name at its public suffix', async () => {
    const sent = answerWith([custom]);
    const { driver, read } = createTestDriver();
    expect(await driver.getNameservers(name('mine.co.uk'), read('getNameservers'))).toEqual({
      domain: 'mine.co.uk',
      nameservers,
      providerDns: false,
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.domains.dns.getList'), SLD: 'mine', TLD: 'co.uk' },
    ]);
  });

  it('reads a single server as a list of one and none as none', async () => {
    answerWith([
      okBody(
        '<DomainDNSGetListResult IsUsingOurDNS="true"><Nameserver>dns1.example.net</Nameserver></DomainDNSGetListResult>',
      ),
      okBody('<DomainDNSGetListResult IsUsingOurDNS="true" />'),
    ]);
    const { driver, read } = createTestDriver();
    expect(
      (await driver.getNameservers(name('mine.com'), read('getNameservers'))).nameservers,
    ).toEqual(['dns1.example.net']);
    expect(
      (await driver.getNameservers(name('mine.com'), read('getNameservers'))).nameservers,
    ).toEqual([]);
  });

  it('leaves out what is no host name, and says so', async () => {
    answerWith([
      okBody(
        '<DomainDNSGetListResult><Nameserver>not a host</Nameserver></DomainDNSGetListResult>',
      ),
    ]);
    const { driver, read, events } = createTestDriver();
    expect(
      (await driver.getNameservers(name('mine.com'), read('getNameservers'))).nameservers,
    ).toEqual([]);
    expect(driftOf(events)).toEqual(['Nameserver[0]: is not a host name']);
  });
});

describe('setNameservers', () => {
  it('replaces the set and answers what stands afterwards', async () => {
    const sent = answerWith([updated, custom]);
    const { driver, write } = createTestDriver();
    const request = { domain: name('mine.co.uk'), nameservers };
    expect(await driver.setNameservers(request, write('setNameservers'))).toEqual({
      domain: 'mine.co.uk',
      nameservers,
      providerDns: false,
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      {
        ...globals('namecheap.domains.dns.setCustom'),
        SLD: 'mine',
        TLD: 'co.uk',
        Nameservers: 'ns1.example.net,ns2.example.net',
      },
      { ...globals('namecheap.domains.dns.getList'), SLD: 'mine', TLD: 'co.uk' },
    ]);
  });

  it('stands by a confirmed change that cannot be read back', async () => {
    answerWith([updated, errorBody([['2019166', 'Domain name not found']])]);
    const { driver, write } = createTestDriver();
    const request = { domain: name('mine.co.uk'), nameservers };
    expect(await driver.setNameservers(request, write('setNameservers'))).toEqual({
      domain: 'mine.co.uk',
      nameservers,
    });
  });

  it.each([
    ['2011168', 'Two nameservers are required', 'INVALID_INPUT', 'none'],
    ['3031166', 'Not allowed host: ns1.example.net', 'INVALID_INPUT', 'none'],
    ['2019166', 'Domain name not found', 'DOMAIN_NOT_FOUND', 'none'],
    ['3031510', 'Error response from provider', 'PROVIDER_ERROR', 'unknown'],
  ])('turns %s into an error and reads nothing back', async (number, text, code, effect) => {
    const sent = answerWith([
      errorBody([[number, text]], '<DomainDNSSetCustomResult Domain="" Updated="" />'),
    ]);
    const { driver, write } = createTestDriver();
    const request = { domain: name('mine.co.uk'), nameservers };
    expect(await errorOf(driver.setNameservers(request, write('setNameservers')))).toMatchObject({
      code,
      effect,
    });
    expect(sent).toHaveLength(1);
  });

  it('does not take status OK for success', async () => {
    answerWith([okBody('<DomainDNSSetCustomResult Domain="mine.co.uk" Updated="false" />')]);
    const { driver, write } = createTestDriver();
    const request = { domain: name('mine.co.uk'), nameservers };
    expect(await errorOf(driver.setNameservers(request, write('setNameservers')))).toMatchObject({
      code: 'PROVIDER_ERROR',
      effect: 'none',
    });
  });
});
