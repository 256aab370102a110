import { describe, expect, it } from '@jest/globals';
import { expectNoCanary } from '../support/canaries.js';
import { answerWith, errorBody, fixture, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, errorOf, globals, name } from '../support/test-driver.js';

const domain = name('example.com');

function zone(rows: string, attributes?: string): string {
  return okBody(oneZone(rows, attributes));
}

function oneZone(rows: string, attributes = 'EmailType="NONE" IsUsingOurDNS="true"'): string {
  return `<DomainDNSGetHostsResult Domain="example.com" ${attributes}>${rows}</DomainDNSGetHostsResult>`;
}

const www = '<host HostId="1" Name="www" Type="A" Address="192.0.2.1" MXPref="10" TTL="1799" />';

describe('listRecords', () => {
  it('reads every record, with the TTL as it is stated', async () => {
    const sent = answerWith([fixture('get-hosts-mixed')]);
    const { driver, read, events } = createTestDriver();
    expect(await driver.listRecords(domain, read('listRecords', 'example.com'))).toEqual({
      records: [
        { type: 'A', name: '@', value: '192.0.2.1', ttlSeconds: 1799 },
        { type: 'AAAA', name: 'www', value: '2001:db8::1', ttlSeconds: 60 },
        { type: 'CNAME', name: '*', value: 'other.example.net', ttlSeconds: 1800 },
        { type: 'ALIAS', name: 'shop', value: 'store.example.net', ttlSeconds: 300 },
        { type: 'NS', name: 'sub', value: 'ns1.example.net', ttlSeconds: 1800 },
        { type: 'MX', name: '@', value: 'mail.example.net', ttlSeconds: 1800, priority: 5 },
        { type: 'CAA', name: '@', value: '0 issue "ca.example"', ttlSeconds: 1800 },
        { type: 'TXT', name: '_t', value: '  "a" & <b>; c ', ttlSeconds: 1800 },
        { type: 'URL', name: 'go', value: 'http://example.net/?a=1&b=2', ttlSeconds: 1800 },
      ],
      settings: { EmailType: 'MX' },
      losses: [],
    });
    expect(sent).toEqual([
      {
        query: '',
        contentType: 'application/x-www-form-urlencoded; charset=utf-8',
        parameters: { ...globals('namecheap.domains.dns.getHosts'), SLD: 'example', TLD: 'com' },
      },
    ]);
    expect(driftOf(events)).toEqual([]);
  });

  it('matches names without regard to case', async () => {
    answerWith([
      zone(
        '<HOST hostid="1" NAME="www" type="a" ADDRESS="192.0.2.1" mxpref="10" ttl="1799" />',
        'emailtype="fwd" isusingourdns="True"',
      ),
    ]);
    const { driver, read } = createTestDriver();
    expect(await driver.listRecords(domain, read('listRecords'))).toEqual({
      records: [{ type: 'A', name: 'www', value: '192.0.2.1', ttlSeconds: 1799 }],
      settings: { EmailType: 'FWD' },
      losses: [],
    });
  });

  it('reads an empty zone as one without records', async () => {
    answerWith([zone('')]);
    const { driver, read } = createTestDriver();
    expect(await driver.listRecords(domain, read('listRecords'))).toMatchObject({ records: [] });
  });

  it('knows the record of the mail service by the name of the domain', async () => {
    answerWith([
      zone(
        '<host Name="Example.com" Type="MXE" Address="192.0.2.9" MXPref="10" TTL="1800" />',
        'EmailType="MXE" IsUsingOurDNS="true"',
      ),
    ]);
    const { driver, read } = createTestDriver();
    expect(await driver.listRecords(domain, read('listRecords'))).toMatchObject({
      records: [{ type: 'MXE', name: '@', value: '192.0.2.9' }],
    });
  });

  it('keeps records that it may not write apart from those it does not know', async () => {
    const srv = '<host Name="_sip._tcp" Type="SRV" Address="1 5060 sip.example.net." TTL="1800" />';
    answerWith([zone(www + srv)]);
    const { driver, read } = createTestDriver();
    expect(await driver.listRecords(domain, read('listRecords'))).toMatchObject({
      records: [{ type: 'A' }, { type: 'SRV', name: '_sip._tcp' }],
    });
  });

  it('tells what a write would lose, a clause for each kind', async () => {
    const row = (host: string, marks: string): string =>
      `<host Name="${host}" Type="A" Address="192.0.2.1" MXPref="10" TTL="1800" ${marks} />`;
    answerWith([
      zone(
        row('home', 'IsDDNSEnabled="true" IsActive="true"') +
          row('away', 'IsDDNSEnabled="True"') +
          row('old', 'IsActive="false"') +
          row('blog', 'FriendlyName="My blog" AssociatedAppTitle="Blogger"') +
          row('www', 'FriendlyName="" AssociatedAppTitle=""'),
      ),
    ]);
    const { driver, read } = createTestDriver();
    const { losses } = await driver.listRecords(domain, read('listRecords'));
    expect(losses).toEqual([
      'home A and away A lose dynamic DNS (IsDDNSEnabled)',
      'old A loses the mark of being switched off (IsActive)',
      'blog A loses the name shown in the Namecheap panel (FriendlyName)',
      'blog A loses the application shown in the Namecheap panel (AssociatedAppTitle)',
    ]);
  });

  it('counts the records of a long list instead of naming all', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) =>
        `<host Name="h${index}" Type="A" Address="192.0.2.1" MXPref="10" TTL="1800" FriendlyName="x" />`,
    );
    answerWith([zone(rows.join(''))]);
    const { driver, read } = createTestDriver();
    const { losses } = await driver.listRecords(domain, read('listRecords'));
    expect(losses?.join()).toContain('h8 A, h9 A and 30 more lose the name shown');
  });

  it('announces that what it does not know may go', async () => {
    answerWith([zone(`${www}<Warnings /><SRV Name="_sip._tcp" /><SRV Name="_x._tcp" />`)]);
    const { driver, read } = createTestDriver();
    expect((await driver.listRecords(domain, read('listRecords'))).losses).toEqual([
      'the zone may lose what Namecheap shows as srv, which is not documented',
    ]);
  });

  it('says that the domain is served elsewhere, and what helps', async () => {
    answerWith([zone('', 'EmailType="" IsUsingOurDNS="false"')]);
    const { driver, read } = createTestDriver();
    const error = await errorOf(driver.listRecords(domain, read('listRecords', 'example.com')));
    expect(error).toMatchObject({ code: 'INVALID_DOMAIN_STATE', status: 409, effect: 'none' });
    expect(error.message).toContain('call resetNameservers');
  });

  it('says so where the number says it', async () => {
    answerWith([
      errorBody([
        ['2030288', 'Cannot complete this command as this domain is not using proper DNS servers'],
      ]),
    ]);
    const { driver, read } = createTestDriver();
    const error = await errorOf(driver.listRecords(domain, read('listRecords')));
    expect(error).toMatchObject({ code: 'INVALID_DOMAIN_STATE' });
    expect(error.message).toContain('resetNameservers');
  });

  it.each([
    ['a row without a name', '<host Type="A" Address="192.0.2.2" TTL="1800" />'],
    ['a row with an empty name', '<host Name="" Type="A" Address="192.0.2.2" TTL="1800" />'],
    ['a row without a type', '<host Name="a" Address="192.0.2.2" TTL="1800" />'],
    ['a row without an address', '<host Name="a" Type="A" TTL="1800" />'],
    ['a row with an empty address', '<host Name="a" Type="A" Address="" TTL="1800" />'],
    ['a row without a TTL', '<host Name="a" Type="A" Address="192.0.2.2" />'],
    ['a TTL that is no number', '<host Name="a" Type="A" Address="192.0.2.2" TTL="auto" />'],
    [
      'an MX row without a preference',
      '<host Name="@" Type="MX" Address="m.example.net." TTL="1" />',
    ],
    [
      'a type that the contract has no word for',
      '<host Name="a" Type="HINFO" Address="x" TTL="1" />',
    ],
  ])('refuses the whole reading over %s', async (_what, row) => {
    answerWith([zone(www + row)]);
    const { driver, read } = createTestDriver();
    const error = await errorOf(driver.listRecords(domain, read('listRecords')));
    expect(error).toMatchObject({
      code: 'UNEXPECTED_RESPONSE',
      kind: 'wrong_shape',
      effect: 'none',
    });
    expect(error.message).toContain('host[1]');
    expectNoCanary(error);
  });

  it('names the type that it cannot carry', async () => {
    answerWith([zone('<host Name="a" Type="HINFO" Address="x" TTL="1" />')]);
    const { driver, read, events } = createTestDriver();
    const error = await errorOf(driver.listRecords(domain, read('listRecords')));
    expect(error.message).toContain('HINFO, which this library cannot carry');
    expect(driftOf(events)).toEqual(['host[0].Type: is a record type that is not documented']);
  });

  it('quotes no more than the beginning of a type and a name', async () => {
    const long = 'a'.repeat(10_000);
    for (const rest of ['Address="x"', 'Address=""']) {
      answerWith([zone(`<host Name="${long}" Type="${long}" TTL="1" ${rest} />`)]);
      const { driver, read } = createTestDriver();
      const error = await errorOf(driver.listRecords(domain, read('listRecords')));
      expect(error.message).toContain('aaaa');
      expect(error.message.length).toBeLessThan(1000);
    }
  });

  it.each([
    ['no result', okBody('')],
    ['no word on who serves the domain', zone(www, 'EmailType="NONE"')],
    [
      'an error beside status OK',
      zone(www).replace('<Errors />', '<Errors><Error Number="5050900">x</Error></Errors>'),
    ],
    ['a page', '<html><body>Just a moment</body></html>'],
    ['half an answer', zone(www).slice(0, -120)],
    ['an answer about another domain', zone(www).replace('"example.com"', '"example.net"')],
    ['two of them', okBody(oneZone(www) + oneZone(''))],
  ])('takes %s for no zone', async (_what, body) => {
    answerWith([body]);
    const { driver, read } = createTestDriver();
    expect(await errorOf(driver.listRecords(domain, read('listRecords')))).toMatchObject({
      code: 'UNEXPECTED_RESPONSE',
    });
  });

  it('lists the records where no mail setting is stated, and says so', async () => {
    answerWith([zone(www, 'EmailType="" IsUsingOurDNS="true"')]);
    const { driver, read, events } = createTestDriver();
    expect(await driver.listRecords(domain, read('listRecords'))).toEqual({
      records: [{ type: 'A', name: 'www', value: '192.0.2.1', ttlSeconds: 1799 }],
      losses: [],
    });
    expect(driftOf(events)).toEqual([
      'DomainDNSGetHostsResult.EmailType: no mail setting is stated',
    ]);
  });
});
