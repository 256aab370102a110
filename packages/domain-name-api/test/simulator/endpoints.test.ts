import { describe, expect, it, test } from '@jest/globals';
import { demoAccounts } from '@registrar-kit/testing';
import { vendorOver } from './support/vendor-over.js';

const { reseller } = demoAccounts;
const domain = 'ornek-bakery.com';

const person = {
  firstName: 'Ada',
  lastName: 'Example',
  companyName: 'Örnek A.Ş.',
  eMail: 'ada@example.com',
  address: '1 Example Road',
  city: 'London',
  state: 'London',
  country: 'GB',
  postalCode: 'EC1A 1BB',
  phoneCountryCode: '44',
  phone: '2079460123',
  faxCountryCode: '44',
  fax: '2079460124',
  isHidden: true,
};
const contactTypes = ['Registrant', 'Admin', 'Tech', 'Billing'];
const contacts = contactTypes.map((contactType) => ({ contactType, ...person }));

describe('the deposit', () => {
  it('tells what was taken from it, the newest first', async () => {
    const { say, world } = vendorOver();
    world.renew({ account: reseller.id, domain, years: 2 });
    world.renew({ account: reseller.id, domain: 'ornek-cafe.de', years: 1 });
    world.renew({ account: demoAccounts.user.id, domain: 'demo-bakery.com', years: 1 });
    const { json } = await say('GET deposit/transactions?MaxResultCount=1&SkipCount=1');
    expect(json).toEqual({
      totalCount: 2,
      items: [{ id: 500_001, domainName: domain, period: 2, price: 29.56, currency: 'USD' }],
    });
    expect((await say('GET deposit/transactions?MaxResultCount=0')).status).toBe(400);
  });
});

describe('the search for one name', () => {
  it('answers a row, or none for a name that the search of many leaves out', async () => {
    const { say } = vendorOver();
    expect((await say('POST domains/search', { domainName: 'openai.com' })).json).toMatchObject({
      success: true,
      info: { domainName: 'openai.com', status: 'NOTAVAILABLE', reason: 'Domain exists' },
    });
    expect((await say('POST domains/search', { domainName: '😀.com' })).json).toEqual({
      success: true,
      info: null,
    });
  });

  it('takes its time too', async () => {
    const { ask, clock } = vendorOver({ searchMsPerName: 500 });
    const body = { domainName: 'openai.com' };
    let answered = false;
    const search = ask('POST', '/api/v1/domains/search', { body }).then(() => (answered = true));
    await clock.advance(499);
    expect(answered).toBe(false);
    await clock.advance(1);
    await search;
  });
});

describe('products/tlds', () => {
  it('states the extra fields, the days of grace and what a text is found in', async () => {
    const { say } = vendorOver();
    const { json } = await say('GET products/tlds?MaxResultCount=1000&FilterText=COM.TR');
    expect(json).toMatchObject({
      totalCount: 1,
      items: [
        {
          name: 'com.tr',
          registrationPeriods: [1, 2, 3, 4, 5],
          autoRenewGracePeriod: 30,
          deletionRestorablePeriod: 30,
          attributes: [
            {
              key: 'TRABISDOMAINCATEGORY',
              isRequired: true,
              options: [
                { value: 'Owner', description: 'Person' },
                { value: 'Corporate', description: 'Company' },
              ],
            },
            { key: 'TRABISCITIZENID', isRequired: false, options: [] },
            { key: 'TRABISTAXOFFICE' },
            { key: 'TRABISTAXNUMBER' },
          ],
        },
      ],
    });
  });
});

describe('a registration', () => {
  const order = {
    domainName: 'free-name.com.tr',
    period: 1,
    nameServers: ['NS2.domainnameapi.com.', 'ns1.domainnameapi.com'],
    contacts,
    tldAttributes: { TRABISDOMAINCATEGORY: 'Owner', TRABISCITIZENID: '11111111111' },
  };

  it('keeps the fax and the flag of a contact, and knows its own servers', async () => {
    const { say, world } = vendorOver();
    expect((await say('POST domains/register-with-contacts', order)).status).toBe(200);
    expect(world.find('free-name.com.tr')).toMatchObject({
      nameservers: [],
      tldAttributes: order.tldAttributes,
    });
    const info = await say('GET domains/info?DomainName=free-name.com.tr');
    expect(info.json).toMatchObject({
      nameservers: ['ns1.domainnameapi.com', 'ns2.domainnameapi.com'],
      additionalAttributes: order.tldAttributes,
      contacts: contactTypes.map((contactType) => ({ contactType, ...person })),
    });
  });

  test.each([
    [{}, '$.tldAttributes.TRABISDOMAINCATEGORY'],
    [{ TRABISDOMAINCATEGORY: '1' }, '$.tldAttributes.TRABISDOMAINCATEGORY'],
    [{ TRABISDOMAINCATEGORY: 'Owner' }, '$.tldAttributes.TRABISCITIZENID'],
    [
      { TRABISDOMAINCATEGORY: 'Corporate', TRABISTAXOFFICE: 'Kadıköy' },
      '$.tldAttributes.TRABISTAXNUMBER',
    ],
    [{ ...order.tldAttributes, TRABISCOUNTRYID: '215' }, '$.tldAttributes.TRABISCOUNTRYID'],
  ])('under .tr is refused with %j', async (tldAttributes, member) => {
    const { say, world } = vendorOver();
    const answer = await say('POST domains/register-with-contacts', { ...order, tldAttributes });
    expect(answer.status).toBe(400);
    expect(answer.body.error.validationErrors.flatMap(({ members }) => members)).toEqual([member]);
    expect(world.ledger()).toEqual([]);
  });

  it('takes the handles of contacts that are there', async () => {
    const { say, world } = vendorOver();
    const made = await say('POST contacts', { ...person, firstName: 'Grace' });
    expect(made.json).toEqual({
      handle: 'D-1',
      isSuccess: true,
      operationMessage: expect.any(String),
    });
    const tech = `D-T${String(world.find(domain)?.id)}`;
    const handles = ['D-1', 'D-1', tech, 'D-1'];
    const byHandle = {
      ...order,
      contacts: contactTypes.map((contactType, index) => ({ contactType, handle: handles[index] })),
    };
    expect((await say('POST domains/register', byHandle)).status).toBe(200);
    expect(world.find('free-name.com.tr')?.contacts).toMatchObject({
      registrant: { firstName: 'Grace' },
      tech: world.find(domain)?.contacts.tech,
    });
    const unknown = { ...byHandle, contacts: [{ contactType: 'Tech', handle: 'D-9' }] };
    const refused = await say('POST domains/register', unknown);
    expect(refused.body.error.validationErrors).toMatchObject([
      { members: ['$.technicalContact'] },
    ]);
  });
});

describe('contacts', () => {
  it('are replaced together, all four', async () => {
    const { say, world } = vendorOver();
    const body = { domainName: domain, contacts };
    expect(await say('PUT domains/contacts/update', body)).toMatchObject({ status: 204, text: '' });
    expect(world.find(domain)?.contacts.billing).toMatchObject({
      lastName: 'Example',
      phone: '+442079460123',
    });
    const three = await say('PUT domains/contacts/update', {
      ...body,
      contacts: contacts.slice(0, 3),
    });
    expect(three.status).toBe(400);
    expect(three.body.error.validationErrors).toMatchObject([{ members: ['$.billingContact'] }]);
    const foreign = { ...body, domainName: 'demo-bakery.com' };
    expect((await say('PUT domains/contacts/update', foreign)).status).toBe(404);
  });

  test.each([
    ['a fax code without a number', { fax: '' }, 'fax'],
    ['a fax number without a code', { faxCountryCode: '' }, 'faxCountryCode'],
    ['a fax code with +', { faxCountryCode: '+44' }, 'faxCountryCode'],
    ['a long name', { lastName: 'x'.repeat(81) }, 'lastName'],
    ['a long postal code', { postalCode: '1'.repeat(16) }, 'postalCode'],
  ])('are refused for %s', async (_what, change, field) => {
    const { say } = vendorOver();
    const changed = contacts.map((one, index) => (index === 2 ? { ...one, ...change } : one));
    const body = { domainName: domain, contacts: changed };
    const answer = await say('PUT domains/contacts/update', body);
    expect(answer.body.error.validationErrors.flatMap(({ members }) => members)).toEqual([
      `$.technicalContact.${field}`,
    ]);
  });

  it('are changed by their handle, those of a domain too', async () => {
    const { say, world } = vendorOver();
    await say('POST contacts', person);
    expect((await say('PUT contacts/D-1', { ...person, city: 'Bath' })).status).toBe(200);
    const handle = `D-A${String(world.find(domain)?.id)}`;
    expect((await say(`PUT contacts/${handle}`, { ...person, city: 'Bath' })).json).toMatchObject({
      handle,
      isSuccess: true,
    });
    expect(world.find(domain)?.contacts.admin.city).toBe('Bath');
    expect(world.find(domain)?.contacts.tech.city).not.toBe('Bath');
    const foreign = `D-A${String(world.find('demo-bakery.com')?.id)}`;
    for (const unknown of ['D-2', foreign, 'anything'])
      expect((await say(`PUT contacts/${unknown}`, person)).status).toBe(404);
    const noState = await say('PUT contacts/D-1', { ...person, state: '' });
    expect(noState.body.error.validationErrors).toMatchObject([{ members: ['$.state'] }]);
  });
});

describe('child hosts', () => {
  const host = `ns9.${domain}`;
  const both = [
    { ipAddress: '192.0.2.53', ipVersion: 'v4' },
    { ipAddress: '2001:db8::53', ipVersion: 'v6' },
  ];
  const body = { domainName: domain, hostName: host, ipAddresses: both };

  it('have several addresses and can be renamed', async () => {
    const { say } = vendorOver();
    const hosts = async () => {
      const { json } = await say(`GET domains/info?DomainName=${domain}`);
      return (json as { hosts: { name: string }[] }).hosts.filter(({ name }) =>
        /ns[89]/.test(name),
      );
    };
    expect(await say('POST domains/dns/host', body)).toMatchObject({ status: 204, text: '' });
    expect(await hosts()).toEqual([{ name: host, ipAddresses: both }]);
    const change = { ...body, newHostName: `ns8.${domain}`, ipAddresses: both.slice(1) };
    expect((await say('PUT domains/dns/host', change)).status).toBe(204);
    expect(await hosts()).toEqual([{ name: `ns8.${domain}`, ipAddresses: both.slice(1) }]);
    const gone = `DELETE domains/dns/host?domainName=${domain}&hostName=ns8.${domain}`;
    expect((await say(gone)).status).toBe(204);
    expect(await hosts()).toEqual([]);
    expect((await say(gone)).status).toBe(404);
  });

  test.each([
    ['an address of the other kind', { ipAddresses: [{ ipAddress: '::1', ipVersion: 'v4' }] }],
    ['a kind that is none', { ipAddresses: [{ ipAddress: '192.0.2.1', ipVersion: 'v5' }] }],
    ['no address', { ipAddresses: [] }],
    ['a host elsewhere', { hostName: 'ns1.example.net' }],
  ])('are refused for %s', async (_what, change) => {
    const { say } = vendorOver();
    expect((await say('POST domains/dns/host', { ...body, ...change })).status).toBe(400);
  });

  it('are refused where they are there already, or in use', async () => {
    const { say, world } = vendorOver();
    const again = await say('POST domains/dns/host', { ...body, hostName: `ns1.${domain}` });
    expect(again.body.error.message).toContain('already exists in the registry');
    world.setNameservers(reseller.id, 'ornek-bakery.net', [`ns1.${domain}`, 'ns1.example.net']);
    const used = await say(`DELETE domains/dns/host?domainName=${domain}&hostName=ns1.${domain}`);
    expect(used.body.error).toMatchObject({
      code: 'Dna.DomainService:Dns:10024',
      message: expect.stringContaining('BusinessException'),
      details: expect.stringMatching(/^Dna Host is linked/),
    });
  });
});

describe('forwards', () => {
  const body = {
    domainName: domain,
    redirectAddress: 'https://www.example.com/',
    forwardType: 'Frame',
  };

  it('are read under other names than written, and none is an error', async () => {
    const { say } = vendorOver();
    const read = `GET domains/forwards?domainName=${domain}`;
    const none = await say(read);
    expect(none).toMatchObject({
      status: 404,
      body: { error: { code: null, message: 'Redirect information not found.' } },
    });
    expect((await say('POST domains/forwards', body)).status).toBe(204);
    expect((await say(read)).json).toEqual({
      redirectAlias: 'https://www.example.com/',
      redirectType: 'Frame',
    });
    // The key of the query has a capital, and only there.
    expect((await say(`DELETE domains/forwards?domainName=${domain}`)).status).toBe(400);
    expect((await say(`DELETE domains/forwards?DomainName=${domain}`)).status).toBe(204);
    expect((await say(`DELETE domains/forwards?DomainName=${domain}`)).status).toBe(404);
  });

  test.each([
    [{ forwardType: '301' }, 'Invalid redirect type'],
    [{ forwardType: 'frame' }, 'Invalid redirect type'],
    [{ redirectAddress: 'ftp://example.com/' }, 'Validation failed'],
  ])('are refused with %j', async (change, message) => {
    const { say } = vendorOver();
    const answer = await say('POST domains/forwards', { ...body, ...change });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(message);
  });
});

describe('a transfer here', () => {
  const order = {
    domainName: 'elsewhere-bakery.com',
    authCode: 'Demo-Code!1',
    period: 1,
    contacts: [],
  };
  const info = 'GET domains/info?DomainName=elsewhere-bakery.com';

  it('shows in the status of the domain alone: 3, then Active with its day', async () => {
    const { say, world } = vendorOver();
    expect((await say(info)).status).toBe(404);
    expect((await say('POST domains/transfer', order)).json).toMatchObject({
      domainName: 'elsewhere-bakery.com',
      status: 'WaitingForIncomingTransfer',
      statusCode: 'pendingTransfer',
    });
    expect((await say(info)).json).toMatchObject({
      status: 'WaitingForIncomingTransfer',
      transferDate: '0001-01-01T00:00:00',
      hosts: [],
    });
    const query = await say('POST domains/transfers/query', { domainName: order.domainName });
    expect(query.body).toMatchObject({ status: 'WaitingForIncomingTransfer' });
    const list = await say('GET domains?MaxResultCount=1&Sorting=Id+DESC');
    expect(list.body.items).toMatchObject([{ domainName: order.domainName, status: 3 }]);
    world.transfers.settle(order.domainName);
    expect((await say(info)).json).toMatchObject({
      status: 'Active',
      transferDate: expect.stringMatching(/^2026-01-15T\d{2}:\d{2}:\d{2}\.\d{7}$/),
    });
    expect(world.ledger({ kind: 'transferDomain' })).toHaveLength(1);
  });

  it('ends as TransferCancelledFromClient, without a number', async () => {
    const { say, world } = vendorOver();
    await say('POST domains/transfer', { ...order, contacts });
    expect(world.transfers.incoming(reseller.id, order.domainName)?.contacts.tech.city).toBe(
      'London',
    );
    const cancel = { domainName: order.domainName };
    expect((await say('POST domains/transfers/cancel', cancel)).json).toEqual({
      status: 'Cancelled',
    });
    expect((await say(info)).json).toMatchObject({ status: 'TransferCancelledFromClient' });
    const list = await say('GET domains?MaxResultCount=1&Sorting=Id+DESC');
    expect(list.body.items).toMatchObject([
      { status: null, statusCode: 'TransferCancelledFromClient' },
    ]);
    expect((await say('POST domains/transfers/cancel', cancel)).status).toBe(409);
    const unknown = { domainName: 'openai.com' };
    expect((await say('POST domains/transfers/cancel', unknown)).status).toBe(404);
    expect((await say('POST domains/transfers/query', unknown)).status).toBe(404);
  });

  test.each([
    ['elsewhere-bakery.com', 'Demo-Code!1', { transferAvailabilityStatus: true }],
    [
      'elsewhere-bakery.com',
      '',
      { authCodeIsRequired: true, authCodeIsValid: false, message: 'Authorization problem.' },
    ],
    ['elsewhere-bakery.com', 'wrong', { authCodeIsValid: false }],
    [
      'elsewhere-harbour.org',
      'Demo-Code!2',
      { transferLock: true, message: 'Transfer lock exists.' },
    ],
    ['demo-bakery.com', 'x', { userTransferRequired: true }],
    ['free-name.com', 'x', { message: 'Domain transfer is not permitted.' }],
  ])('is checked for %s with the code "%s" at HTTP 200', async (name, authCode, expected) => {
    const { say, world } = vendorOver();
    const { status, json } = await say('POST domains/transfers/check', {
      domainName: name,
      authCode,
    });
    expect(status).toBe(200);
    expect(json).toEqual({
      transferAvailabilityStatus: false,
      authCodeIsRequired: true,
      authCodeIsValid: expect.any(Boolean),
      userTransferRequired: false,
      transferLock: false,
      message: expect.any(String),
      messageKey: null,
      additionalAttributes: {},
      ...expected,
    });
    expect(world.ledger()).toEqual([]);
  });

  test.each([
    ['a wrong code', { authCode: 'wrong' }, 403, 'Authorization problem'],
    ['two years', { period: 2 }, 403, 'Price definition not found'],
    ['a name that is here', { domainName: domain }, 403, 'not permitted'],
    ['half of the contacts', { contacts: contacts.slice(2) }, 400, 'Validation failed'],
  ])('is refused for %s', async (_what, change, status, message) => {
    const { say, world } = vendorOver();
    const answer = await say('POST domains/transfer', { ...order, ...change });
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toContain(message);
    expect(world.ledger()).toEqual([]);
  });

  it('is refused while one is under way', async () => {
    const { say, world } = vendorOver();
    await say('POST domains/transfer', order);
    const again = await say('POST domains/transfer', order);
    expect(again.body.error.message).toBe('Request already sent.');
    expect(world.ledger()).toHaveLength(1);
  });
});

describe('a transfer away', () => {
  const body = { domainName: 'ornek-leaving.org' };
  const info = 'GET domains/info?DomainName=ornek-leaving.org';

  it('waits in 11 and ends in 4, or stays', async () => {
    const { say, world } = vendorOver();
    expect((await say(info)).json).toMatchObject({ status: 'WaitingForOutgoingTransfer' });
    expect((await say('POST domains/transfers/reject', body)).json).toEqual({ status: 'Rejected' });
    expect((await say(info)).json).toMatchObject({ status: 'Active' });
    expect((await say('POST domains/transfers/approve', body)).status).toBe(409);
    world.transfersOut.start(body.domainName);
    expect((await say('POST domains/transfers/approve', body)).json).toEqual({
      status: 'Approved',
    });
    expect((await say(info)).json).toMatchObject({ status: 'TransferredOut' });
  });
});

describe('a restore', () => {
  const gone = { domainName: 'ornek-later.net' };

  it.each([
    ['empty', ''],
    ['null', 'null'],
  ] as const)('is answered with HTTP 200 and %s', async (restoreReply, text) => {
    const { say, world } = vendorOver({ restoreReply });
    expect(await say('POST domains/restore', gone)).toMatchObject({ status: 200, text });
    expect(world.find(gone.domainName)?.status).toBe('active');
    expect(world.ledger({ kind: 'restoreDomain' })).toHaveLength(1);
  });

  it.each(['ornek-bakery.com', 'ornek-late.com', 'ornek-gone.info'])(
    'is refused for %s',
    async (domainName) => {
      const { say, world } = vendorOver();
      const answer = await say('POST domains/restore', { domainName });
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toContain('not in redemption');
      expect(world.ledger()).toEqual([]);
    },
  );
});

describe('the check of a renewal', () => {
  test.each([
    [domain, 1, 204],
    ['ornek-late.com', undefined, 204],
    ['ornek-cafe.de', 2, 403],
    ['ornek-later.net', 1, 409],
    ['demo-bakery.com', 1, 404],
  ])('of %s over %s years answers %s', async (domainName, period, status) => {
    const { say, world } = vendorOver();
    const answer = await say('POST domains/renew/check', { domainName, period });
    expect(answer.status).toBe(status);
    expect(world.ledger()).toEqual([]);
  });
});

describe('refusals in other forms', () => {
  const order = { domainName: 'elsewhere-bakery.com', authCode: 'x', period: 1, contacts: [] };

  it('hide the reason behind the notice of an exception', async () => {
    const { say } = vendorOver({ refusalForm: 'exception-notice' });
    expect(await say('POST domains/transfer', order)).toMatchObject({
      status: 403,
      body: {
        error: {
          code: null,
          message: "Exception of type 'Volo.Abp.BusinessException' was thrown.",
          details: 'Dna Authorization problem.',
        },
      },
    });
  });

  it('come with HTTP 200', async () => {
    const { say } = vendorOver({ refusalForm: 'success-false' });
    expect(await say('POST domains/transfer', order)).toMatchObject({
      status: 200,
      json: { success: false, message: 'Authorization problem.' },
    });
  });
});
