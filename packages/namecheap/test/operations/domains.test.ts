import { describe, expect, it } from '@jest/globals';
import { answerWith, errorBody, fixture, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, errorOf, globals, name } from '../support/test-driver.js';

describe('getDomain', () => {
  it('reads a domain of the account', async () => {
    const sent = answerWith([fixture('get-info-owned')]);
    const { driver, read, events } = createTestDriver();
    expect(await driver.getDomain(name('mine.com'), read('getDomain', 'mine.com'))).toEqual({
      domain: 'mine.com',
      unicode: 'mine.com',
      status: 'active',
      vendorStatus: 'Ok',
      registeredOn: '2020-03-09',
      expiresOn: '2027-03-09',
      nameservers: ['ns1.example.net', 'ns2.example.net'],
      privacy: true,
      premium: false,
      owned: true,
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.domains.getInfo'), DomainName: 'mine.com' },
    ]);
    expect(driftOf(events)).toEqual([]);
  });

  it('guesses nothing of a domain that is only shared', async () => {
    answerWith([
      okBody(`<DomainGetInfoResult ID="589668" DomainName="xn--mnchen-3ya.de" OwnerName="other" IsOwner="false" IsPremium="false">
        <DomainDetails><CreatedDate>01/01/0001</CreatedDate><NumYears>0</NumYears></DomainDetails>
        <Whoisguard Enabled="NotAlloted"><ID>0</ID></Whoisguard>
        <DnsDetails ProviderType="FreeDNS" IsUsingOurDNS="true" />
      </DomainGetInfoResult>`),
    ]);
    const { driver, read, events } = createTestDriver();
    const domain = name('münchen.de');
    expect(await driver.getDomain(domain, read('getDomain', domain))).toEqual({
      domain: 'xn--mnchen-3ya.de',
      unicode: 'münchen.de',
      status: 'unknown',
      privacy: false,
      premium: false,
      owned: false,
    });
    expect(driftOf(events)).toEqual([]);
  });

  it.each([
    ['Ok', 'active', false],
    ['OK', 'active', false],
    ['Expired', 'expired', false],
    ['Locked', 'unknown', false],
    ['Sleeping', 'unknown', true],
  ])('reads the status %s as %s', async (word, status, drifts) => {
    answerWith([okBody(`<DomainGetInfoResult Status="${word}" IsOwner="true" />`)]);
    const { driver, read, events } = createTestDriver();
    expect(await driver.getDomain(name('mine.com'), read('getDomain'))).toMatchObject({
      status,
      vendorStatus: word,
    });
    expect(driftOf(events).length > 0).toBe(drifts);
  });

  it('reports an unknown word for privacy and leaves it out', async () => {
    answerWith([
      okBody(
        '<DomainGetInfoResult Status="Ok"><Whoisguard Enabled="Sometimes" /></DomainGetInfoResult>',
      ),
    ]);
    const { driver, read, events } = createTestDriver();
    expect(await driver.getDomain(name('mine.com'), read('getDomain'))).not.toHaveProperty(
      'privacy',
    );
    expect(driftOf(events)).toEqual(['Whoisguard.Enabled: is a word that is not documented']);
  });

  it('reads "Domain is invalid" as not in this account, whatever skeleton stands beside it', async () => {
    answerWith([
      errorBody(
        [['2030166', 'Domain is invalid']],
        '<DomainGetInfoResult ID="0" IsOwner="false" IsPremium="false" />',
      ),
    ]);
    const { driver, read } = createTestDriver();
    expect(
      await errorOf(driver.getDomain(name('other.com'), read('getDomain', 'other.com'))),
    ).toMatchObject({
      code: 'DOMAIN_NOT_FOUND',
      domain: 'other.com',
      retryable: false,
    });
  });
});

describe('listDomains', () => {
  it('asks for full pages and points at the next one', async () => {
    const sent = answerWith([fixture('get-list-page')]);
    const { driver, read } = createTestDriver();
    expect(await driver.listDomains({ search: 'co' }, read('listDomains'))).toEqual({
      items: [
        {
          domain: 'mine.com',
          unicode: 'mine.com',
          status: 'active',
          registeredOn: '2020-03-09',
          expiresOn: '2027-03-09',
          locked: true,
          autoRenew: true,
          privacy: true,
        },
        {
          domain: 'old.co.uk',
          unicode: 'old.co.uk',
          status: 'expired',
          registeredOn: '2010-03-09',
          expiresOn: '2021-03-09',
          locked: false,
          autoRenew: false,
          privacy: false,
        },
      ],
      total: 201,
      next: '2',
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      {
        ...globals('namecheap.domains.getList'),
        ListType: 'ALL',
        SearchTerm: 'co',
        Page: '1',
        PageSize: '100',
        SortBy: 'NAME',
      },
    ]);
  });

  it('ends at the last page, and at an empty one whatever the total says', async () => {
    answerWith([fixture('get-list-page')]);
    const { driver, read } = createTestDriver();
    expect(await driver.listDomains({ cursor: '3' }, read('listDomains'))).not.toHaveProperty(
      'next',
    );
    const sent = answerWith([
      okBody(
        '<DomainGetListResult /><Paging><TotalItems>500</TotalItems><CurrentPage>2</CurrentPage><PageSize>100</PageSize></Paging>',
      ),
    ]);
    expect(await driver.listDomains({ cursor: '2' }, read('listDomains'))).toEqual({
      items: [],
      total: 500,
    });
    expect(sent[0]?.parameters.Page).toBe('2');
    expect(sent[0]?.parameters).not.toHaveProperty('SearchTerm');
  });

  it('goes on without a total as long as pages are full', async () => {
    const rows = Array.from(
      { length: 100 },
      (_, index) => `<Domain Name="mine${index}.com" IsExpired="false" />`,
    );
    answerWith([okBody(`<DomainGetListResult>${rows.join('')}</DomainGetListResult>`)]);
    const { driver, read } = createTestDriver();
    const page = await driver.listDomains({}, read('listDomains'));
    expect(page.items).toHaveLength(100);
    expect(page).toMatchObject({ next: '2' });
    expect(page).not.toHaveProperty('total');
  });

  it('leaves a row out that has no name, and a field that cannot be read', async () => {
    answerWith([
      okBody(`<DomainGetListResult>
        <Domain ID="1" Name="" Expires="03/09/2027" />
        <Domain ID="2" Name="mine.com" Created="" Expires="13/40/2027" IsExpired="never" WhoisGuard="MAYBE" />
      </DomainGetListResult><Paging><TotalItems>2</TotalItems></Paging>`),
    ]);
    const { driver, read, events } = createTestDriver();
    expect((await driver.listDomains({}, read('listDomains'))).items).toEqual([
      { domain: 'mine.com', unicode: 'mine.com', status: 'unknown' },
    ]);
    expect(driftOf(events).map((line) => line.split(':')[0])).toEqual([
      'Domain[0].Name',
      'Domain[1].Expires',
      'Domain[1].IsExpired',
      'Domain[1].WhoisGuard',
    ]);
  });
});
