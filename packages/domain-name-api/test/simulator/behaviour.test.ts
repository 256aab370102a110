import { describe, expect, it } from '@jest/globals';
import { createDemoWorld, demoAccounts } from '@registrar-kit/testing';
import { createDomainNameApiSimulator } from '../../src/simulator/index.js';
import { vendorOver, type WireRow } from './support/vendor-over.js';

const { reseller, addressBoundReseller } = demoAccounts;

describe('the gate', () => {
  it.each([
    ['no reseller', { __reseller: undefined }],
    ['an unknown reseller', { __reseller: '99999999-2222-4333-8444-555555555555' }],
    ['no key', { 'x-api-key': undefined }],
    ['another key', { 'x-api-key': 'CANARY' }],
    ['the key of the other environment', { 'x-api-key': reseller.keys.live }],
  ])('sends %s to the login page', async (_what, headers) => {
    const { ask } = vendorOver();
    await expect(ask('GET', '/api/v1/deposit/accounts/me', { headers })).resolves.toMatchObject({
      status: 302,
      headers: { location: '/Account/Login?ReturnUrl=%2Fapi%2Fv1%2Fdeposit%2Faccounts%2Fme' },
      text: '',
    });
    const { ask: askOther } = vendorOver({ rejection: 'unauthorized' });
    await expect(
      askOther('GET', '/api/v1/deposit/accounts/me', { headers }),
    ).resolves.toMatchObject({ status: 401, text: '' });
  });

  it('refuses an address that is not on the list', async () => {
    const { ask, askNext } = vendorOver();
    const headers = {
      __reseller: addressBoundReseller.id,
      'x-api-key': addressBoundReseller.keys.test,
    };
    const refused = await ask('GET', '/api/v1/deposit/accounts/me', { headers });
    expect(refused.body.error.message).toContain('is not authorized to access');
    const allowed = await askNext('GET', '/api/v1/deposit/accounts/me', {
      headers,
      remoteAddress: '198.51.100.7',
    });
    expect(allowed.status).toBe(200);
  });

  it('takes one request a second and key, and refuses more with an empty 429', async () => {
    const { ask, clock, world } = vendorOver();
    world.addAccount({ id: '33333333-2222-4333-8444-555555555555', keys: { test: 'another-key' } });
    const other = {
      __reseller: '33333333-2222-4333-8444-555555555555',
      'x-api-key': 'another-key',
    };
    expect((await ask('GET', '/api/v1/domains')).status).toBe(200);
    await expect(ask('GET', '/api/v1/domains')).resolves.toMatchObject({
      status: 429,
      headers: {},
      text: '',
    });
    expect((await ask('GET', '/api/v1/domains', { headers: other })).status).toBe(200);
    await clock.advance(999);
    expect((await ask('GET', '/api/v1/domains')).status).toBe(429);
    await clock.advance(1);
    expect((await ask('GET', '/api/v1/domains')).status).toBe(200);
  });

  it('refuses a second request while a slow one is under way', async () => {
    const { ask, clock } = vendorOver({ searchMsPerName: 2000 });
    const slow = ask('POST', '/api/v1/domains/bulk-search', {
      body: [{ domainName: 'free-name.com' }],
    });
    await clock.advance(1500);
    expect((await ask('GET', '/api/v1/domains')).status).toBe(429);
    await clock.advance(500);
    expect((await slow).status).toBe(200);
  });
});

describe('the bulk route', () => {
  it('has all calls, and a limit of its own', async () => {
    const { ask, clock } = vendorOver();
    expect((await ask('GET', '/api/v1/domains')).status).toBe(200);
    const bulk = await ask('GET', '/api-bulk/v1/domains/info?DomainName=ornek-bakery.com');
    expect(bulk).toMatchObject({ status: 200, body: { domainName: 'ornek-bakery.com' } });
    expect(await ask('GET', '/api-bulk/v1/domains')).toMatchObject({ status: 429, text: '' });
    await clock.advance(1000);
    expect((await ask('GET', '/api-bulk/v1/domains')).status).toBe(200);
  });

  it('is unknown where that is asked, to whomever', async () => {
    const { askNext } = vendorOver({ bulkRoute: 'unknown' });
    for (const headers of [{}, { __reseller: undefined }])
      expect(await askNext('GET', '/api-bulk/v1/domains', { headers })).toMatchObject({
        status: 404,
        headers: {},
        text: '',
      });
  });
});

describe('the calls', () => {
  it('are refused loudly where nobody knows them', async () => {
    const { askNext } = vendorOver();
    for (const [method, path] of [
      ['GET', 'products/info'],
      ['GET', 'order/4711'],
      ['GET', 'contacts/verification/check'],
    ] as const) {
      const answer = await askNext(method, `/api/v1/${path}`);
      expect(answer).toMatchObject({ status: 501 });
      expect(answer.text).toContain(`${method} ${path}: nothing but the name of it is published`);
    }
    const invented = await askNext('DELETE', '/api/v1/domains/everything');
    expect(invented).toMatchObject({ status: 501 });
    expect(invented.text).toContain('no such call of the vendor is known');
    // Elsewhere is not the vendor's interface.
    expect(await askNext('GET', '/api/v2/domains')).toMatchObject({ status: 404, text: '' });
    expect(await askNext('GET', '/v1/domain/check')).toMatchObject({ status: 404, text: '' });
  });

  it('take one method, JSON and a body that can be read', async () => {
    const { askNext } = vendorOver();
    expect((await askNext('POST', '/api/v1/domains/dns/name-server', { body: {} })).status).toBe(
      405,
    );
    expect(
      (await askNext('POST', '/api/v1/domains/renew', { body: '{"domainName"' })).body,
    ).toMatchObject({ title: expect.any(String) });
    const headers = { 'content-type': 'text/plain' };
    expect((await askNext('POST', '/api/v1/domains/renew', { headers, body: {} })).status).toBe(
      415,
    );
  });

  it('exchange the sides of the status between info and list', async () => {
    const { ask, askNext } = vendorOver();
    const info = await ask('GET', '/api/v1/domains/info?DomainName=ornek-dernek.org.tr');
    expect(info.body).toMatchObject({
      status: 'WaitingForDocument',
      statusCode: 'ok',
      startDate: '0001-01-01T00:00:00',
      nameservers: ['ns1.domainnameapi.com', 'ns2.domainnameapi.com'],
    });
    expect(info.body.expirationDate).toMatch(/^\d{4}-\d{2}-\d{2}T12:00:00\.0004171$/);
    const list = await askNext(
      'GET',
      '/api/v1/domains?MaxResultCount=1000&SkipCount=0&Sorting=Id+DESC',
    );
    const row = list.body.items.find((item) => item.domainName === 'ornek-dernek.org.tr');
    expect(row).toMatchObject({
      status: 2,
      statusCode: 'WaitingForDocument',
      contacts: { Registrant: expect.stringMatching(/^D-R\d+$/) },
    });
    expect(row?.nameServers[0]).toEqual({ name: 'ns1.domainnameapi.com' });
    const ids = list.body.items.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((left: number, right: number) => right - left));
  });

  it('page', async () => {
    const { ask, askNext } = vendorOver();
    expect((await ask('GET', '/api/v1/domains')).body.items).toHaveLength(10);
    expect(
      (await askNext('GET', '/api/v1/domains?MaxResultCount=2&SkipCount=3')).body.items,
    ).toHaveLength(2);
    const refused = await askNext('GET', '/api/v1/products/tlds?MaxResultCount=1001');
    expect(refused).toMatchObject({
      status: 400,
      body: { error: { validationErrors: [{ members: ['MaxResultCount'] }] } },
    });
  });

  it('list prices out of order, one year as 0, a single one as an object', async () => {
    const { ask } = vendorOver();
    const { body } = await ask(
      'GET',
      '/api/v1/products/tlds?MaxResultCount=1000&SkipCount=0&Currency=USD',
    );
    const com = body.items.find(({ name }) => name === 'com');
    expect(com?.constraints).toEqual({ minLength: 3, maxLenght: 63 });
    expect(com?.prices[0]?.register.map(({ period }) => period)).toEqual([
      10, 9, 8, 7, 6, 5, 4, 3, 2, 0,
    ]);
    expect(com?.prices[0]?.register.at(-1)).toEqual({ period: 0, price: 10.48, currency: 'USD' });
    expect(com?.prices[0]?.transfer).toEqual({ period: 0, price: 10.48, currency: 'USD' });
  });

  it('leave names out of a search, use any case, and give rejected rows no tld', async () => {
    const { ask } = vendorOver({ omittedTlds: ['co.uk'] });
    const names = [
      '😀.com',
      'some-name.co.uk',
      'free-name.com',
      'free-name2.com',
      'ab.com',
      'some.museum',
    ];
    const { body } = await ask('POST', '/api/v1/domains/bulk-search', {
      body: names.map((domainName) => ({ domainName })),
    });
    const rows = new Map<string, WireRow>(body.infos.map((row) => [row.domainName, row] as const));
    expect([...rows.keys()]).toEqual(['some.museum', 'ab.com', 'free-name2.com', 'free-name.com']);
    expect(rows.get('free-name.com')?.status).toBe('available');
    expect(rows.get('free-name2.com')?.status).toBe('AVAILABLE');
    expect(rows.get('ab.com')).toMatchObject({ status: 'INVALIDDOMAINNAME', tld: null });
    expect(rows.get('some.museum')).toMatchObject({
      status: 'NOTAVAILABLE',
      tld: null,
      reason: 'Unauthorized TLD',
    });
  });

  it('answer 404 with a code for a domain of somebody else', async () => {
    const { ask } = vendorOver();
    const { status, body } = await ask('GET', '/api/v1/domains/info?domainname=demo-bakery.com');
    expect(status).toBe(404);
    expect(body.error.code).toBe('Dna.DomainService:Domain:10007');
  });

  it('lock by the path and ignore lockStatus', async () => {
    const { ask, askNext, world } = vendorOver();
    const body = { domainName: 'ornek-bakery.com', lockStatus: false };
    expect(await ask('POST', '/api/v1/domains/lock', { body })).toMatchObject({
      status: 204,
      text: '',
    });
    expect(world.find('ornek-bakery.com')?.locked).toBe(true);
    await askNext('POST', '/api/v1/domains/unlock', { body });
    expect(world.find('ornek-bakery.com')?.locked).toBe(false);
  });

  it.each([
    ['plain', 400, { message: 'Privacy protection is not supported for this TLD.', details: null }],
    [
      'exception-notice',
      400,
      {
        message: "Exception of type 'Volo.Abp.BusinessException' was thrown.",
        details: 'Dna Privacy protection is not supported for this TLD.',
      },
    ],
  ] as const)('refuse in the form %s', async (refusalForm, status, error) => {
    const { ask } = vendorOver({ refusalForm });
    const body = { domainName: 'ornek-cafe.de', privacyStatus: true };
    expect(await ask('POST', '/api/v1/domains/privacy', { body })).toMatchObject({
      status,
      body: { error },
    });
  });

  it('refuse with HTTP 200 and success: false', async () => {
    const { ask } = vendorOver({ refusalForm: 'success-false' });
    const body = { domainName: 'ornek-cafe.de', privacyStatus: true };
    expect(await ask('POST', '/api/v1/domains/privacy', { body })).toMatchObject({
      status: 200,
      body: { success: false },
    });
  });
});

describe('a registration', () => {
  const contact = {
    firstName: 'Ada',
    lastName: 'Example',
    companyName: '',
    eMail: 'ada@example.com',
    address: '1 Example Road',
    city: 'London',
    state: 'London',
    country: 'GB',
    postalCode: 'EC1A',
    phoneCountryCode: '44',
    phone: '2079460123',
    isHidden: false,
  };
  const contacts = ['Registrant', 'Admin', 'Tech', 'Billing'].map((contactType) => ({
    contactType,
    ...contact,
  }));
  const order = {
    domainName: 'free-name.com',
    period: 1,
    nameServers: ['ns1.example.net', 'ns2.example.net'],
    isLocked: true,
    contacts,
    tldAttributes: {},
  };

  it('is answered with next to nothing, and its wishes are ignored', async () => {
    const { ask, world } = vendorOver();
    const { status, body } = await ask('POST', '/api/v1/domains/register-with-contacts', {
      body: order,
    });
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['id', 'expirationDate']);
    expect(body.expirationDate).toMatch(/Z$/);
    expect(world.find('free-name.com')).toMatchObject({
      locked: false,
      nameservers: order.nameServers,
    });
    expect(world.ledger()).toHaveLength(1);
  });

  it('takes the wishes where it is told to', async () => {
    const { ask, world } = vendorOver({ orderSettings: 'applied' });
    await ask('POST', '/api/v1/domains/register-with-contacts', { body: order });
    expect(world.find('free-name.com')?.locked).toBe(true);
  });

  it.each([
    [
      'a country code with +',
      { contacts: contacts.map((one) => ({ ...one, phoneCountryCode: '+44' })) },
      ['registrantContact', 'administrativeContact', 'technicalContact', 'billingContact'].map(
        (role) => `$.${role}.phoneCountryCode`,
      ),
    ],
    [
      'no state',
      { contacts: [{ ...contacts[0], state: '' }, ...contacts.slice(1)] },
      ['$.registrantContact.state'],
    ],
    [
      'no postal code',
      { contacts: [contacts[0], { ...contacts[1], postalCode: '' }, ...contacts.slice(2)] },
      ['$.administrativeContact.postalCode'],
    ],
    [
      'a country in words',
      { contacts: [{ ...contacts[0], country: 'England' }, ...contacts.slice(1)] },
      ['$.registrantContact.country'],
    ],
    [
      'digits in a name',
      { contacts: [{ ...contacts[0], lastName: 'Example2' }, ...contacts.slice(1)] },
      ['$.registrantContact.lastName'],
    ],
    [
      'a long phone number',
      { contacts: [{ ...contacts[0], phone: '12345678901234567' }, ...contacts.slice(1)] },
      ['$.registrantContact.phone'],
    ],
    ['a role missing', { contacts: contacts.slice(0, 3) }, ['$.billingContact']],
    [
      'isHidden missing',
      { contacts: [{ ...contacts[0], isHidden: undefined }, ...contacts.slice(1)] },
      ['$.contacts[0].isHidden'],
    ],
    ['a list as attributes', { tldAttributes: [] }, ['$.tldAttributes']],
    [
      'a number as attribute',
      { tldAttributes: { TRABISCITIZENID: 215 } },
      ['$.tldAttributes.TRABISCITIZENID'],
    ],
    ['one name server', { nameServers: ['ns1.example.net'] }, ['$.nameServers']],
  ])('is refused for %s, by the path of the vendor’s types', async (_what, change, members) => {
    const { ask, world } = vendorOver();
    const { status, body } = await ask('POST', '/api/v1/domains/register-with-contacts', {
      body: { ...order, ...change },
    });
    expect(status).toBe(400);
    expect(body.error.validationErrors.flatMap((fault) => fault.members)).toEqual(members);
    expect(world.ledger()).toEqual([]);
  });
});

describe('config', () => {
  it('signs in with a working account', () => {
    const world = createDemoWorld();
    const config = createDomainNameApiSimulator({ world, environment: 'live' }).config(
      'http://127.0.0.1:1/api/v1',
    );
    expect(config).toEqual({
      provider: 'domain-name-api',
      environment: 'live',
      baseUrl: 'http://127.0.0.1:1/api/v1',
      resellerId: reseller.id,
      apiKey: reseller.keys.live,
    });
  });

  it('refuses an account without a key', () => {
    const world = createDemoWorld({ accounts: [{ id: '44444444-2222-4333-8444-555555555555' }] });
    const simulator = createDomainNameApiSimulator({
      world,
      account: '44444444-2222-4333-8444-555555555555',
    });
    expect(() => simulator.config('http://127.0.0.1:1')).toThrow(/no account/);
  });
});
