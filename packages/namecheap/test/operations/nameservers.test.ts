import { afterEach, describe, expect, it } from '@jest/globals';
import type { Nameserver } from '@registrar-kit/core';
import nock from 'nock';
import { answerWith, errorBody, loseAnswer, okBody, sandbox } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, errorOf, globals, name } from '../support/test-driver.js';

// Some tests lay out more answers than should be fetched.
afterEach(() => {
  nock.cleanAll();
});

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

describe('getNameservers of a domain that is only hosted on FreeDNS', () => {
  const notFound = errorBody([['2019166', 'Domain name not found']], '<DomainDNSGetListResult />');
  const call = (): Promise<unknown> => {
    const { driver, read } = createTestDriver();
    return driver.getNameservers(name('mine.co.uk'), read('getNameservers', 'mine.co.uk'));
  };

  it('reads what domains.getInfo knows', async () => {
    const sent = answerWith([
      notFound,
      okBody(`<DomainGetInfoResult ID="589668" DomainName="mine.co.uk" OwnerName="other" IsOwner="false" IsPremium="false">
        <DnsDetails ProviderType="FreeDNS" IsUsingOurDNS="true">
          <Nameserver>freedns1.example.net</Nameserver><Nameserver>freedns2.example.net</Nameserver>
        </DnsDetails>
      </DomainGetInfoResult>`),
    ]);
    expect(await call()).toEqual({
      domain: 'mine.co.uk',
      nameservers: ['freedns1.example.net', 'freedns2.example.net'],
      providerDns: true,
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.domains.dns.getList'), SLD: 'mine', TLD: 'co.uk' },
      { ...globals('namecheap.domains.getInfo'), DomainName: 'mine.co.uk' },
    ]);
  });

  it('stays "not found" when domains.getInfo does not know the domain either', async () => {
    answerWith([notFound, errorBody([['2030166', 'Domain is invalid']])]);
    expect(await errorOf(call())).toMatchObject({
      code: 'DOMAIN_NOT_FOUND',
      vendor: { code: '2030166' },
    });
  });

  it('makes no empty delegation of an answer that says nothing of it', async () => {
    answerWith([notFound, okBody('<DomainGetInfoResult Status="Ok" IsOwner="true" />')]);
    expect(await errorOf(call())).toMatchObject({ code: 'UNEXPECTED_RESPONSE', effect: 'none' });
  });

  it.each(['2016166', '3031510'])('does not ask elsewhere after %s', async (number) => {
    const sent = answerWith(Array.from({ length: 4 }, () => errorBody([[number, 'Some words']])));
    expect(await errorOf(call())).toMatchObject({ vendor: { code: number } });
    const commands = sent.map(({ parameters }) => parameters.Command);
    expect(new Set(commands)).toEqual(new Set(['namecheap.domains.dns.getList']));
  });
});

describe('resetNameservers', () => {
  const reset = okBody('<DomainDNSSetDefaultResult Domain="mine.co.uk" Updated="true" />');
  const own = okBody(`<DomainDNSGetListResult Domain="mine.co.uk" IsUsingOurDNS="true">
    <Nameserver>dns1.example.net</Nameserver><Nameserver>dns2.example.net</Nameserver>
  </DomainDNSGetListResult>`);
  const call = (signal?: AbortSignal): Promise<unknown> => {
    const { driver, write } = createTestDriver();
    const context = write('resetNameservers', 'mine.co.uk');
    return driver.resetNameservers(
      name('mine.co.uk'),
      signal === undefined ? context : { ...context, signal },
    );
  };

  it('goes back to the servers of Namecheap and answers which that are', async () => {
    const sent = answerWith([reset, own]);
    expect(await call()).toEqual({
      domain: 'mine.co.uk',
      nameservers: ['dns1.example.net', 'dns2.example.net'],
      providerDns: true,
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.domains.dns.setDefault'), SLD: 'mine', TLD: 'co.uk' },
      { ...globals('namecheap.domains.dns.getList'), SLD: 'mine', TLD: 'co.uk' },
    ]);
  });

  it('says that the change was made when it cannot be read back, and invents no servers', async () => {
    answerWith([reset, errorBody([['2016166', 'Domain is not associated']])]);
    const error = await errorOf(call());
    expect(error).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'applied', retryable: false });
    expect(error.message).toContain('confirmed the change, but reading it back failed');
  });

  it('says so too when the call ends in between', async () => {
    const controller = new AbortController();
    nock(sandbox)
      .post(/^\/xml\.response/)
      .reply(() => [200, reset]);
    nock(sandbox)
      .post(/^\/xml\.response/)
      .reply(() => {
        controller.abort(new Error('the caller has gone'));
        return [200, own];
      });
    expect(await errorOf(call(controller.signal))).toMatchObject({
      code: 'CANCELLED',
      effect: 'applied',
    });
  });

  it.each([
    ['2019166', 'DOMAIN_NOT_FOUND', 'none'],
    ['2030166', 'ACCESS_DENIED', 'none'],
    ['3013288', 'INVALID_INPUT', 'none'],
    ['3050900', 'PROVIDER_ERROR', 'unknown'],
    ['4022288', 'PROVIDER_ERROR', 'unknown'],
    ['5050900', 'PROVIDER_ERROR', 'unknown'],
  ])('turns %s into %s with effect %s and reads nothing back', async (number, code, effect) => {
    const sent = answerWith([
      errorBody([[number, 'Some words']], '<DomainDNSSetDefaultResult Domain="" Updated="true" />'),
    ]);
    expect(await errorOf(call())).toMatchObject({ code, effect });
    expect(sent).toHaveLength(1);
  });

  it('does not take status OK for success, and does not know what a lost answer came to', async () => {
    answerWith([okBody('<DomainDNSSetDefaultResult Domain="mine.co.uk" Updated="false" />')]);
    expect(await errorOf(call())).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'none' });
    answerWith([okBody('<DomainDNSSetDefaultResult Domain="mine.co.uk" />')]);
    expect(await errorOf(call())).toMatchObject({ code: 'UNEXPECTED_RESPONSE', effect: 'unknown' });
    loseAnswer();
    expect(await errorOf(call())).toMatchObject({ code: 'TRANSPORT_FAILED', effect: 'unknown' });
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

  it('says that the change was made when it cannot be read back, and invents no servers', async () => {
    answerWith([updated, errorBody([['2019166', 'Domain name not found']])]);
    const { driver, write } = createTestDriver();
    const request = { domain: name('mine.co.uk'), nameservers };
    const error = await errorOf(driver.setNameservers(request, write('setNameservers')));
    expect(error).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'applied', retryable: false });
    expect(error.message).toContain('confirmed the change, but reading it back failed');
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
