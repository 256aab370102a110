import { describe, expect, it } from '@jest/globals';
import {
  createDemoWorld,
  ManualClock,
  type RegistryWorld,
  type SimulatorResponse,
} from '@registrar-kit/testing';
import {
  createNamecheapSimulator,
  type NamecheapSimulatorOptions,
} from '@registrar-kit/namecheap/simulator';
import { WireClient } from '../support/wire-client.js';

function setUp(options: Partial<NamecheapSimulatorOptions> = {}): {
  world: RegistryWorld;
  wire: WireClient;
  clock: ManualClock;
} {
  const clock = new ManualClock();
  const world = createDemoWorld({ clock });
  return { world, clock, wire: new WireClient(createNamecheapSimulator({ world, ...options })) };
}

const contact: Record<string, string> = Object.fromEntries(
  ['Registrant', 'Tech', 'Admin', 'AuxBilling'].flatMap((role) =>
    Object.entries({
      FirstName: 'Ada',
      LastName: 'Example',
      Address1: '1 Example Street',
      City: 'Springfield',
      StateProvince: 'IL',
      PostalCode: '62701',
      Country: 'US',
      Phone: '+1.2025550123',
      EmailAddress: 'ada@example.com',
    }).map(([field, value]) => [`${role}${field}`, value]),
  ),
);

describe('the wire format of the simulated vendor', () => {
  it('writes the envelope as the vendor does', async () => {
    const { wire } = setUp();
    expect(await wire.body('NAMECHEAP.Users.GETBALANCES')).toBe(
      [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<ApiResponse Status="OK" xmlns="http://api.namecheap.com/xml.response">',
        '  <Errors />',
        '  <Warnings />',
        '  <RequestedCommand>namecheap.users.getbalances</RequestedCommand>',
        '  <CommandResponse Type="namecheap.users.getBalances">',
        '    <UserGetBalancesResult Currency="USD" AvailableBalance="1000.00" AccountBalance="1000.00" EarnedAmount="0.00" WithdrawableAmount="0.00" FundsRequiredForAutoRenew="0.00" />',
        '  </CommandResponse>',
        '  <Server>PHX01SBAPIEXT01</Server>',
        '  <GMTTimeDifference>--5:00</GMTTimeDifference>',
        '  <ExecutionTime>0.031</ExecutionTime>',
        '</ApiResponse>',
      ].join('\r\n'),
    );
  });

  it('takes parameters from the query as well, whatever their case', async () => {
    const { world } = setUp();
    const simulator = createNamecheapSimulator({ world });
    const config = simulator.config('http://127.0.0.1') as Record<string, string>;
    const query = `apiuser=${config['apiUser'] ?? ''}&APIKEY=${config['apiKey'] ?? ''}&username=${config['apiUser'] ?? ''}&clientip=192.0.2.1&command=namecheap.users.getBalances`;
    const get = (path: string, method = 'GET'): Promise<SimulatorResponse> =>
      simulator.handle({ method, path, headers: {}, body: '', remoteAddress: '192.0.2.1' });
    expect(await get(`/xml.response?${query}`)).toMatchObject({
      status: 200,
      body: expect.stringContaining('Status="OK"'),
    });
    expect(await get(`/xml.response?${query}&x=${'x'.repeat(2048)}`)).toMatchObject({
      status: 404,
    });
    expect(await get(`/other?${query}`)).toMatchObject({ status: 404 });
    expect(await get(`/xml.response?${query}`, 'PUT')).toMatchObject({ status: 400 });
  });

  it('answers a command that does not exist with a number of one digit', async () => {
    const { wire } = setUp();
    expect(await wire.errors('namecheap.domains.invent')).toEqual([
      '4 Parameter Command is Invalid',
    ]);
  });

  it.each(['namecheap.ssl.create', 'namecheap.users.login', 'namecheap.domains.dns.getSrvRecords'])(
    'owns up to not having %s',
    async (command) => {
      const { wire } = setUp();
      expect(await wire.send(command)).toMatchObject({
        status: 501,
        body: `the namecheap simulator does not have the command ${command} yet`,
      });
    },
  );

  it('answers a check out of order, with failures of single names inside', async () => {
    const { wire } = setUp();
    const document = await wire.document('namecheap.domains.check', {
      DomainList: 'free-name.com,google.com,xn--mnchen-3ya.nl,demo-premium.com,early-bird.shop',
    });
    const rows = document.child('CommandResponse')?.children('DomainCheckResult') ?? [];
    const fields = [
      'Domain',
      'Available',
      'ErrorNo',
      'IsPremiumName',
      'PremiumRegistrationPrice',
      'IcannFee',
      'EapFee',
    ];
    expect(rows.map((row) => fields.map((field) => row.attribute(field)).join(' '))).toEqual([
      'early-bird.shop true 0 false 0 0 120.0000',
      'demo-premium.com true 0 true 1250.0000 0.2000 0.0',
      'xn--mnchen-3ya.nl false 3031510 false 0 0 0.0',
      'google.com false 0 false 0 0 0.0',
      'free-name.com true 0 false 0 0 0.0',
    ]);
  });

  it.each([
    ['others-answered', 1],
    ['others-lost', 0],
  ] as const)('fails a check with an ending that is not sold: %s', async (unsoldEnding, rows) => {
    const { wire } = setUp({ unsoldEnding });
    const document = await wire.document('namecheap.domains.check', {
      DomainList: 'free-name.com,one.zz',
    });
    expect(document.child('Errors')?.child('Error')?.text).toBe(
      'TLD is not supported in API: one.zz',
    );
    expect(document.child('CommandResponse')?.children('DomainCheckResult')).toHaveLength(rows);
  });

  it('checks no more than 50 names', async () => {
    const { wire } = setUp();
    const names = Array.from({ length: 51 }, (_, index) => `free-${index}.com`);
    expect(await wire.errors('namecheap.domains.check', { DomainList: names.join(',') })).toEqual([
      '2011169 Only 50 domains are allowed in a single check command',
    ]);
  });

  it('writes three forms of dates, and money with four decimals', async () => {
    const { wire } = setUp();
    const created = await wire.body('namecheap.domains.create', {
      ...contact,
      DomainName: 'free-name.com',
      Years: '2',
    });
    expect(created).toContain('Registered="true" ChargedAmount="20.9600"');
    const renewed = await wire.body('namecheap.domains.renew', {
      DomainName: 'free-name.com',
      Years: '1',
    });
    expect(renewed).toContain('Renew="true"');
    expect(renewed).toContain('<ExpiredDate>1/15/2029 8:06:00 AM</ExpiredDate>');
    const info = await wire.body('namecheap.domains.getInfo', { DomainName: 'free-name.com' });
    expect(info).toContain('<ExpiredDate>01/15/2029</ExpiredDate>');
    expect(info).toContain('<CreatedDate>0001-01-01T00:00:00</CreatedDate>');
    expect(info).toContain('<Whoisguard Enabled="False">');
    const list = await wire.body('namecheap.domains.getList', { SearchTerm: 'free-name' });
    expect(list).toContain('Expires="01/15/2029"');
  });

  it('has a third word for privacy', async () => {
    const { wire } = setUp();
    expect(await wire.body('namecheap.domains.getInfo', { DomainName: 'demo-cafe.de' })).toContain(
      '<Whoisguard Enabled="NotAlloted">',
    );
    const list = await wire.body('namecheap.domains.getList', { SearchTerm: 'demo-bakery' });
    for (const word of ['WhoisGuard="ENABLED"', 'WhoisGuard="DISABLED"', 'WhoisGuard="NOTPRESENT"'])
      expect(list).toContain(word);
  });

  it('takes two years where none are named', async () => {
    const { wire, world } = setUp();
    await wire.body('namecheap.domains.create', { ...contact, DomainName: 'free-name.com' });
    expect(world.ledger().map(({ years }) => years)).toEqual([2]);
  });

  it('gives a pending registration another flag', async () => {
    const { wire } = setUp();
    expect(
      await wire.body('namecheap.domains.create', {
        ...contact,
        DomainName: 'yeni-dernek.org.tr',
        Years: '1',
      }),
    ).toContain('Registered="true" ChargedAmount="3.9000"');
    expect(
      await wire.body('namecheap.domains.create', {
        ...contact,
        DomainName: 'baska-dernek.org.tr',
        Years: '1',
      }),
    ).toContain('NonRealTimeDomain="true"');
  });

  it.each([
    ['a taken name', { DomainName: 'google.com' }, '3031166 Domain name not available'],
    [
      'a reserved name',
      { DomainName: 'reserved-example.com' },
      '3031166 Domain name not available',
    ],
    [
      'an ending that is not sold',
      { DomainName: 'one.zz' },
      '2030280 TLD is not supported in API: one.zz',
    ],
    ['eleven years', { Years: '11' }, '2015167 Validation error from Years'],
    [
      'a phone without a dot',
      { TechPhone: '+12025550123' },
      '2015182 Tech phone is invalid. The phone number format is +NNN.NNNNNNNNNN',
    ],
    [
      'a missing field',
      { AdminCity: undefined },
      '2010323 Required parameter AdminCity is missing',
    ],
    ['a country in words', { RegistrantCountry: 'Turkey' }, '2005 Country name is not valid'],
    ['one name server', { Nameservers: 'ns1.example.net' }, '2011168 Nameservers are not valid'],
    [
      'privacy without the subscription',
      { WGEnabled: 'yes' },
      '2033270 Cannot enable Whoisguard when AddWhoisguard is set to NO',
    ],
    [
      'a premium name as a regular one',
      { DomainName: 'demo-premium.com' },
      '2515623 Domain is premium. Expecting a regular domain',
    ],
    [
      'a regular name as a premium one',
      { IsPremiumDomain: 'true' },
      '2515623 Domain is regular. Expecting a premium domain',
    ],
    [
      'a wrong premium price',
      { DomainName: 'demo-premium.com', IsPremiumDomain: 'true', PremiumPrice: '1250.01' },
      '2515610 Prices do not match. The price that was sent is not the current one',
    ],
    [
      'no early-access fee',
      { DomainName: 'early-bird.shop' },
      '2515610 Prices do not match. The price that was sent is not the current one',
    ],
    [
      'an international name without its language',
      { DomainName: 'xn--mller-kva.com' },
      '2011322 Extended Attributes are not valid: IdnCode',
    ],
  ])('refuses an order for %s, and charges nothing', async (_what, changes, error) => {
    const { wire, world } = setUp();
    const parameters = { ...contact, DomainName: 'free-name.com', Years: '1', ...changes };
    expect(await wire.errors('namecheap.domains.create', parameters)).toEqual([error]);
    expect(world.ledger()).toEqual([]);
  });

  it('puts numbers of an order beside the refusal of a taken name', async () => {
    const { wire } = setUp();
    expect(
      await wire.body('namecheap.domains.create', {
        ...contact,
        DomainName: 'google.com',
        Years: '1',
      }),
    ).toMatch(
      /Registered="false" ChargedAmount="0" DomainID="0" OrderID="[1-9]\d*" TransactionID="[1-9]\d*"/,
    );
  });

  it('sells a premium name at its price, and an early name for its fee', async () => {
    const { wire, world } = setUp();
    world.deposit('demopanel', { amount: '1000.00', currency: 'USD' });
    await wire.body('namecheap.domains.create', {
      ...contact,
      DomainName: 'demo-premium.com',
      Years: '1',
      IsPremiumDomain: 'true',
      PremiumPrice: '1250.0000',
    });
    await wire.body('namecheap.domains.create', {
      ...contact,
      DomainName: 'early-bird.shop',
      Years: '1',
      EapFee: '120.0000',
    });
    expect(world.ledger().map(({ amount }) => amount.amount)).toEqual(['1250.20', '124.18']);
  });

  it.each([
    ['another account', 'ornek-bakery.com', '2016166 Domain is not associated with your account'],
    [
      'nobody',
      'unknown-name.com',
      "2019166 The domain (unknown-name.com) doesn't seem to be associated with your account.",
    ],
    ['the past', 'demo-late.com', '2020166 Domain has expired. Please reactivate your domain.'],
    [
      'the redemption',
      'demo-later.net',
      '2020166 Domain has expired. Please reactivate your domain.',
    ],
    [
      'another registrar',
      'demo-moved.com',
      "2019166 The domain (demo-moved.com) doesn't seem to be associated with your account.",
    ],
  ])('renews no domain of %s', async (_what, DomainName, error) => {
    const { wire, world } = setUp();
    expect(await wire.errors('namecheap.domains.renew', { DomainName, Years: '1' })).toEqual([
      error,
    ]);
    expect(world.ledger()).toEqual([]);
  });

  it('keeps names of others out of sight', async () => {
    const { wire } = setUp();
    for (const DomainName of ['ornek-bakery.com', 'unknown-name.com', '']) {
      const body = await wire.body('namecheap.domains.getInfo', { DomainName });
      expect(body).toContain('<Error Number="2030166">Domain is invalid</Error>');
      expect(body).toContain('<DomainGetInfoResult ID="0" IsOwner="false" IsPremium="false">');
    }
  });

  it('pages the list, and states the total on a page beyond the last', async () => {
    const { wire } = setUp();
    const pageOf = async (Page: string): Promise<string> => {
      const document = await wire.document('namecheap.domains.getList', {
        Page,
        PageSize: '10',
        SortBy: 'EXPIREDATE_DESC',
      });
      const response = document.child('CommandResponse');
      const paging = response?.child('Paging');
      return [
        response?.child('DomainGetListResult')?.children('Domain').length,
        ...['TotalItems', 'CurrentPage', 'PageSize'].map((field) => paging?.child(field)?.text),
      ].join(' ');
    };
    expect([await pageOf('1'), await pageOf('2'), await pageOf('9')]).toEqual([
      '10 16 1 10',
      '6 16 2 10',
      '0 16 9 10',
    ]);
    expect(await wire.body('namecheap.domains.getList', { PageSize: '9' })).toContain(
      '<TotalItems>0</TotalItems>',
    );
    expect(await wire.errors('namecheap.domains.getList', { PageSize: '101' })).toEqual([
      '2013275 Parameter PageSize is OutOfRange',
    ]);
  });

  it('filters the list', async () => {
    const { wire } = setUp();
    const count = async (ListType: string): Promise<number> =>
      (await wire.body('namecheap.domains.getList', { ListType, PageSize: '100' })).split(
        '<Domain ',
      ).length - 1;
    expect([await count('ALL'), await count('EXPIRED'), await count('EXPIRING')]).toEqual([
      16, 3, 3,
    ]);
  });

  it('lists prices per year in lower case, filtered as asked', async () => {
    const { wire } = setUp();
    const document = await wire.document('namecheap.users.getPricing', {
      ProductType: 'DOMAIN',
      ActionName: 'RENEW',
      ProductName: 'CO.UK',
    });
    const categories =
      document
        .child('CommandResponse')
        ?.child('UserGetPricingResult')
        ?.child('ProductType')
        ?.children('ProductCategory') ?? [];
    expect(categories.map((category) => category.attribute('Name'))).toEqual(['renew']);
    const products = categories[0]?.children('Product') ?? [];
    expect(products.map((product) => product.attribute('Name'))).toEqual(['co.uk']);
    const prices = products[0]?.children('Price') ?? [];
    expect(
      new Set(
        prices.map(
          (price) =>
            `${price.attribute('YourPrice') ?? ''} ${price.attribute('YourPriceType') ?? ''}`,
        ),
      ),
    ).toEqual(new Set(['9.48 MULTIPLE']));
    expect(prices).toHaveLength(10);
    expect(await wire.errors('namecheap.users.getPricing', { ProductType: 'CAR' })).toEqual([
      '2011298 Parameter ProductType is Invalid',
    ]);
  });

  it('sets name servers, and refuses what the registry refuses', async () => {
    const { wire, world } = setUp();
    const set = (changes: Record<string, string>): Promise<readonly string[]> =>
      wire.errors('namecheap.domains.dns.setCustom', {
        SLD: 'demo-bakery',
        TLD: 'co.uk',
        Nameservers: 'ns3.example.net,ns4.example.net',
        ...changes,
      });
    expect(await set({})).toEqual([]);
    expect(world.find('demo-bakery.co.uk')?.nameservers).toEqual([
      'ns3.example.net',
      'ns4.example.net',
    ]);
    expect(await set({ Nameservers: 'ns3.example.net' })).toEqual([
      '2011168 Two nameservers are required',
    ]);
    expect(await set({ Nameservers: 'ns3.example.net,bad_host' })).toEqual([
      '3031166 Not allowed host: bad_host',
    ]);
    expect(await set({ TLD: 'uk' })).toEqual(['2019166 Domain name not found']);
    expect(await set({ SLD: 'ornek-bakery' })).toEqual([
      '2016166 Domain is not associated with your account',
    ]);
    expect(await set({ SLD: 'demo-late', TLD: 'com' })).toEqual([
      '3031510 Error response from provider: object status prohibits operation',
    ]);
  });
});

describe('the rate limit of the simulated vendor', () => {
  it('answers 405 to the 21st request of a minute without running it', async () => {
    const { wire, world, clock } = setUp();
    for (let index = 0; index < 20; index += 1) await wire.body('namecheap.users.getBalances');
    const order = { ...contact, DomainName: 'free-name.com', Years: '1' };
    expect(await wire.send('namecheap.domains.create', order)).toMatchObject({
      status: 405,
      headers: { 'content-type': 'text/html; charset=us-ascii' },
    });
    expect(world.ledger()).toEqual([]);
    await clock.advance(60_000);
    expect(await wire.errors('namecheap.domains.create', order)).toEqual([]);
  });

  it('counts each account by itself, and nobody who is not let in', async () => {
    const { wire } = setUp({ quota: { windows: [{ limit: 1, windowMs: 60_000 }] } });
    for (let index = 0; index < 3; index += 1)
      await wire.errors('namecheap.users.getBalances', { ApiKey: 'CANARY' });
    await wire.body('namecheap.users.getBalances');
    expect(await wire.send('namecheap.users.getBalances')).toMatchObject({ status: 405 });
  });

  it('runs faster where tests must not wait, and tells its callers so', async () => {
    const { clock, world } = setUp();
    const simulator = createNamecheapSimulator({ world, quota: { speed: 60 } });
    expect(simulator.config('http://127.0.0.1')).toMatchObject({
      quota: {
        api: {
          windows: [
            { limit: 20, windowMs: 1000 },
            { limit: 700, windowMs: 60_000 },
            { limit: 8000, windowMs: 1_440_000 },
          ],
        },
      },
    });
    const wire = new WireClient(simulator);
    for (let index = 0; index < 20; index += 1) await wire.body('namecheap.users.getBalances');
    expect(await wire.send('namecheap.users.getBalances')).toMatchObject({ status: 405 });
    await clock.advance(1000);
    expect(await wire.errors('namecheap.users.getBalances')).toEqual([]);
  });
});
