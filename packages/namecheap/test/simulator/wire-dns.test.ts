import { describe, expect, it } from '@jest/globals';
import type { NewWorldRecord } from '@registrar-kit/testing';
import type { NamecheapQuirks } from '@registrar-kit/namecheap/simulator';
import { inside, simulatedWire, type SimulatedWire } from '../support/simulated-wire.js';

const own = { SLD: 'demo-bakery', TLD: 'com' };
const name = 'demo-bakery.com';
const account = 'demopanel';

type Row = readonly [host: string, type: string, address: string, more?: Record<string, string>];

function numbered(rows: readonly Row[], emailType?: string): Record<string, string> {
  const parameters = rows.flatMap(([host, type, address, more = {}], index) =>
    Object.entries({ HostName: host, RecordType: type, Address: address, ...more }).map(
      ([parameter, value]) => [`${parameter}${index + 1}`, value] as const,
    ),
  );
  return {
    ...own,
    ...Object.fromEntries(parameters),
    ...(emailType === undefined ? {} : { EmailType: emailType }),
  };
}

function setHosts(
  { wire }: SimulatedWire,
  rows: readonly Row[],
  emailType?: string,
): Promise<readonly string[]> {
  return wire.errors('namecheap.domains.dns.setHosts', numbered(rows, emailType));
}

async function hosts({ wire }: SimulatedWire, zone = own): Promise<readonly string[]> {
  const document = await wire.document('namecheap.domains.dns.getHosts', zone);
  const result = document.child('CommandResponse')?.child('DomainDNSGetHostsResult');
  const rows = result?.children('host') ?? [];
  return [
    result?.attribute('EmailType') ?? '',
    ...rows.map((row) =>
      ['Name', 'Type', 'Address', 'MXPref', 'TTL'].map((field) => row.attribute(field)).join(' '),
    ),
  ];
}

function put(
  { world }: SimulatedWire,
  records: readonly NewWorldRecord[],
  emailType?: string,
): void {
  world.zones.set(account, name, records, emailType ? { settings: { EmailType: emailType } } : {});
}

describe('getHosts of the simulated vendor', () => {
  it('writes host in lower case, with a dot behind targets', async () => {
    const simulated = simulatedWire();
    put(simulated, [
      { type: 'CNAME', name: 'www', value: 'target.example.net' },
      { type: 'MX', name: '@', value: 'mail.example.net', priority: 5, ttlSeconds: 3600 },
      { type: 'TXT', name: '@', value: 'a "quoted" & <text>' },
    ]);
    const body = await simulated.wire.body('namecheap.domains.dns.getHosts', own);
    expect(inside(body).replace(/HostId="\d+"/g, 'HostId="1"')).toBe(
      [
        '<DomainDNSGetHostsResult Domain="demo-bakery.com" EmailType="MX" IsUsingOurDNS="true">',
        '  <host HostId="1" Name="www" Type="CNAME" Address="target.example.net." MXPref="10" TTL="1799" AssociatedAppTitle="" FriendlyName="" IsActive="true" IsDDNSEnabled="false" />',
        '  <host HostId="1" Name="@" Type="MX" Address="mail.example.net." MXPref="5" TTL="3600" AssociatedAppTitle="" FriendlyName="" IsActive="true" IsDDNSEnabled="false" />',
        '  <host HostId="1" Name="@" Type="TXT" Address="a &quot;quoted&quot; &amp; &lt;text&gt;" MXPref="10" TTL="1799" AssociatedAppTitle="" FriendlyName="" IsActive="true" IsDDNSEnabled="false" />',
        '</DomainDNSGetHostsResult>',
      ].join('\n'),
    );
  });

  it('shows parking records of a zone that nobody has written', async () => {
    const simulated = simulatedWire();
    expect(await hosts(simulated, { SLD: 'demo-bakery', TLD: 'net' })).toEqual([
      'FWD',
      expect.stringMatching(/^www CNAME parkingpage\.namecheap\.com\. 10 \d+$/),
      expect.stringMatching(/^@ URL http:\/\/www\.demo-bakery\.net\/ 10 \d+$/),
    ]);
  });

  it('writes the name of a mail relay out, and shows the records of a mail service', async () => {
    const simulated = simulatedWire();
    put(simulated, [{ type: 'MXE', name: '@', value: '192.0.2.25' }]);
    expect(await hosts(simulated)).toEqual(['MXE', 'demo-bakery.com MXE 192.0.2.25 10 1799']);
    put(simulated, [{ type: 'A', name: '@', value: '192.0.2.1' }], 'OX');
    expect(await hosts(simulated)).toEqual([
      'OX',
      '@ A 192.0.2.1 10 1799',
      '@ MX mx1.private-email.example. 10 1799',
      '@ MX mx2.private-email.example. 10 1799',
    ]);
  });

  it('is empty without records', async () => {
    const simulated = simulatedWire();
    put(simulated, []);
    expect(inside(await simulated.wire.body('namecheap.domains.dns.getHosts', own))).toBe(
      '<DomainDNSGetHostsResult Domain="demo-bakery.com" EmailType="FWD" IsUsingOurDNS="true" />',
    );
  });

  it.each([
    ['flag', []],
    [
      'error',
      ['2030288 Cannot complete this command as this domain is not using proper DNS servers'],
    ],
  ] as const)('says of a domain that others serve: %s', async (unservedZone, errors) => {
    const { wire } = simulatedWire({ quirks: { unservedZone } });
    const zone = { SLD: 'demo-bakery', TLD: 'co.uk' };
    expect(await wire.errors('namecheap.domains.dns.getHosts', zone)).toEqual(errors);
    const body = await wire.body('namecheap.domains.dns.getHosts', zone);
    expect(body).toContain('IsUsingOurDNS="false" />');
  });

  it.each([
    ['another account', 'ornek-bakery', 'com'],
    ['nobody', 'unknown-name', 'com'],
    ['a wrong cut', 'demo-bakery.co', 'uk'],
  ])('answers nothing for a domain of %s', async (_what, SLD, TLD) => {
    const { wire } = simulatedWire();
    expect(await wire.errors('namecheap.domains.dns.getHosts', { SLD, TLD })).toEqual([
      '2019166 Domain name not found',
    ]);
  });
});

describe('setHosts of the simulated vendor', () => {
  it('replaces the whole zone and gives every record another number', async () => {
    const simulated = simulatedWire();
    const { wire } = simulated;
    const numbers = async (): Promise<readonly string[]> =>
      [...(await wire.body('namecheap.domains.dns.getHosts', own)).matchAll(/HostId="(\d+)"/g)].map(
        ([, id = '']) => id,
      );
    const rows: readonly Row[] = [
      ['@', 'A', '192.0.2.1', { TTL: '1799' }],
      ['www', 'CNAME', 'target.example.net.'],
      ['*', 'ALIAS', 'target.example.net'],
      ['@', 'CAA', '0 issue "ca.example"'],
      ['shop', 'URL301', 'https://example.net/shop'],
    ];
    const body = await wire.body('namecheap.domains.dns.setHosts', numbered(rows, 'NONE'));
    expect(inside(body)).toBe(
      [
        '<DomainDNSSetHostsResult Domain="demo-bakery.com" EmailType="NONE" IsSuccess="true">',
        '  <Warnings />',
        '</DomainDNSSetHostsResult>',
      ].join('\n'),
    );
    expect(await hosts(simulated)).toEqual([
      'NONE',
      '@ A 192.0.2.1 10 1799',
      'www CNAME target.example.net. 10 1800',
      '* ALIAS target.example.net. 10 1800',
      '@ CAA 0 issue "ca.example" 10 1800',
      'shop URL301 https://example.net/shop 10 1800',
    ]);
    const before = await numbers();
    expect(await setHosts(simulated, rows, 'NONE')).toEqual([]);
    const after = await numbers();
    expect(after).toHaveLength(5);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
  });

  const a: Row = ['@', 'A', '192.0.2.1'];
  const mx: Row = ['@', 'MX', 'mail.example.net', { MXPref: '20' }];
  const mxe: Row = ['@', 'MXE', '192.0.2.25'];

  it.each([
    ['MX', ['MX', '@ A 192.0.2.1 10 1800', '@ MX mail.example.net. 20 1800']],
    ['MXE', ['MXE', '@ A 192.0.2.1 10 1800', 'demo-bakery.com MXE 192.0.2.25 10 1800']],
    ['FWD', ['FWD', '@ A 192.0.2.1 10 1800']],
    ['NONE', ['NONE', '@ A 192.0.2.1 10 1800']],
    // The demonstration's zone has an MX record; left out, the word for it goes as well.
    [undefined, ['NONE', '@ A 192.0.2.1 10 1800']],
  ])('keeps the mail records that EmailType %s is about, and no others', async (word, kept) => {
    const simulated = simulatedWire();
    expect(await setHosts(simulated, [a, mx, mxe], word)).toEqual([]);
    expect(await hosts(simulated)).toEqual(kept);
  });

  it('keeps a mail service that no word is said about', async () => {
    const simulated = simulatedWire();
    put(simulated, [{ type: 'A', name: '@', value: '192.0.2.1' }], 'FWD');
    await setHosts(simulated, [a]);
    expect(await hosts(simulated)).toEqual(['FWD', '@ A 192.0.2.1 10 1800']);
  });

  it('forgets what it has no parameter for', async () => {
    const simulated = simulatedWire();
    const flags = {
      IsDDNSEnabled: 'true',
      FriendlyName: 'Office',
      AssociatedAppTitle: 'App',
      IsActive: 'false',
    };
    put(simulated, [{ type: 'A', name: '@', value: '192.0.2.1', flags }]);
    const shown = (): Promise<string> => simulated.wire.body('namecheap.domains.dns.getHosts', own);
    const whole =
      'AssociatedAppTitle="App" FriendlyName="Office" IsActive="false" IsDDNSEnabled="true"';
    expect(await shown()).toContain(whole);
    expect(await simulated.wire.body('namecheap.domains.getInfo', { DomainName: name })).toContain(
      'DynamicDNSStatus="true"',
    );
    await setHosts(simulated, [a], 'NONE');
    expect(await shown()).toContain(
      'AssociatedAppTitle="" FriendlyName="" IsActive="true" IsDDNSEnabled="false"',
    );
  });

  it.each([
    ['kept', 1],
    ['lost', 0],
  ] as const)('does to records that it does not show: %s', async (hiddenRecords, left) => {
    const simulated = simulatedWire({ quirks: { hiddenRecords } });
    put(simulated, [
      { type: 'A', name: '@', value: '192.0.2.1' },
      { type: 'SRV', name: '_sip._tcp', value: '5 5060 sip.example.net', priority: 10 },
    ]);
    expect(await hosts(simulated)).toHaveLength(2);
    await setHosts(simulated, [a], 'NONE');
    const { records } = simulated.world.zones.of(account, name);
    expect(records.filter(({ type }) => type === 'SRV')).toHaveLength(left);
  });

  it('does not look behind a number that is missing', async () => {
    const simulated = simulatedWire();
    const parameters = numbered([a, ['www', 'A', '192.0.2.2'], ['blog', 'A', '192.0.2.3']], 'NONE');
    const gap = Object.fromEntries(
      Object.entries(parameters).filter(([parameter]) => !parameter.endsWith('2')),
    );
    await simulated.wire.body('namecheap.domains.dns.setHosts', gap);
    expect(await hosts(simulated)).toEqual(['NONE', '@ A 192.0.2.1 10 1800']);
  });

  const stumbles = '5050900 Object reference not set to an instance of an object.';
  const badAddress = '2050900 Invalid Address';

  it.each<[string, readonly Row[], string | undefined, string]>([
    ['without a type', [['@', '', '192.0.2.1']], 'NONE', stumbles],
    ['without an address', [['@', 'A', '']], 'NONE', stumbles],
    ['without a name', [['', 'A', '192.0.2.1']], 'NONE', stumbles],
    ['of a type that it does not have', [['@', 'SRV', '1 2 3 host']], 'NONE', stumbles],
    ['for mail without a preference', [['@', 'MX', 'mail.example.net']], 'MX', stumbles],
    ['with a TTL out of range', [['@', 'A', '192.0.2.1', { TTL: '59' }]], 'NONE', stumbles],
    ['with an unknown mail setting', [a], 'POST', stumbles],
    ['at all', [], 'NONE', stumbles],
    ['with no IPv4 address', [['@', 'A', '999.0.2.1']], 'NONE', badAddress],
    ['with no IPv6 address', [['@', 'AAAA', '192.0.2.1']], 'NONE', badAddress],
    ['with an address of no scheme', [['@', 'URL', 'example.net']], 'NONE', badAddress],
    ['with a CAA of two parts', [['@', 'CAA', '0 issue']], 'NONE', badAddress],
    ['with an iodef that is no address', [['@', 'CAA', '0 iodef "x"']], 'NONE', badAddress],
    ['twice', [a, a], 'NONE', badAddress],
  ])('takes no record %s', async (_what, rows, emailType, error) => {
    const simulated = simulatedWire();
    const before = await hosts(simulated);
    expect(await setHosts(simulated, rows, emailType)).toEqual([error]);
    expect(await hosts(simulated)).toEqual(before);
  });

  it('has no skeleton beside an exception', async () => {
    const { wire } = simulatedWire();
    expect(await wire.body('namecheap.domains.dns.setHosts', own)).toContain(
      '<CommandResponse Type="namecheap.domains.dns.setHosts" />',
    );
  });

  it.each(['3013288', '4013288'] satisfies NamecheapQuirks['tooManyRecords'][])(
    'takes 150 records and no more: %s',
    async (tooManyRecords) => {
      const simulated = simulatedWire({ quirks: { tooManyRecords } });
      const rows = Array.from({ length: 151 }, (_, index): Row => [
        `h${index}`,
        'A',
        `192.0.2.${index}`,
      ]);
      expect(await setHosts(simulated, rows, 'NONE')).toEqual([
        `${tooManyRecords} Too many records`,
      ]);
      expect(await setHosts(simulated, rows.slice(1), 'NONE')).toEqual([]);
    },
  );

  it.each([
    ['others serve it', { SLD: 'demo-bakery', TLD: 'co.uk' }, /^2030288 /],
    ['another account has it', { SLD: 'ornek-bakery', TLD: 'com' }, /^2016166 /],
    ['nobody has it', { SLD: 'unknown-name', TLD: 'com' }, /^2019166 /],
    ['it has expired', { SLD: 'demo-late', TLD: 'com' }, /^3031510 /],
  ])('writes no zone where %s', async (_what, zone, error) => {
    const { wire } = simulatedWire();
    const [first = ''] = await wire.errors('namecheap.domains.dns.setHosts', {
      ...numbered([a], 'NONE'),
      ...zone,
    });
    expect(first).toMatch(error);
  });
});

describe('name servers at the simulated vendor', () => {
  it('go back to its own', async () => {
    const { wire, world } = simulatedWire();
    const zone = { SLD: 'demo-bakery', TLD: 'co.uk' };
    expect(inside(await wire.body('namecheap.domains.dns.setDefault', zone))).toBe(
      '<DomainDNSSetDefaultResult Domain="demo-bakery.co.uk" Updated="true" />',
    );
    expect(world.find('demo-bakery.co.uk')?.nameservers).toEqual([]);
    expect(await wire.body('namecheap.domains.dns.getList', zone)).toContain(
      'IsUsingOurDNS="true"',
    );
    for (const [SLD, number] of [
      ['ornek-bakery', '2016166'],
      ['unknown-name', '2019166'],
      ['demo-late', '3031510'],
    ] as const) {
      const [error] = await wire.errors('namecheap.domains.dns.setDefault', { SLD, TLD: 'com' });
      expect(error).toMatch(new RegExp(`^${number} `));
    }
  });
});

describe('a domain that only uses FreeDNS', () => {
  const guest = { SLD: 'guest-name', TLD: 'com' };
  const whole = { DomainName: 'guest-name.com' };

  function withGuest(): SimulatedWire {
    const simulated = simulatedWire();
    const { world } = simulated;
    world.putDomain({ domain: 'guest-name.com', account });
    world.zones.set(account, 'guest-name.com', [{ type: 'A', name: '@', value: '192.0.2.1' }], {
      settings: { ProviderType: 'FreeDNS', EmailType: 'NONE' },
    });
    return simulated;
  }

  it('has a zone and no registration', async () => {
    const simulated = withGuest();
    const { wire } = simulated;
    expect(await hosts(simulated, guest)).toEqual(['NONE', '@ A 192.0.2.1 10 1799']);
    const write = { ...numbered([['@', 'A', '192.0.2.9']], 'NONE'), ...guest };
    expect(await wire.errors('namecheap.domains.dns.setHosts', write)).toEqual([]);
    expect(await hosts(simulated, guest)).toEqual(['NONE', '@ A 192.0.2.9 10 1800']);
    const info = await wire.body('namecheap.domains.getInfo', whole);
    expect(info).toMatch(/<DomainGetInfoResult ID="\d+" DomainName="guest-name\.com"/);
    expect(info).toContain('IsOwner="false"');
    expect(info).toContain('ProviderType="FreeDNS"');
    expect(info).not.toContain('ExpiredDate');
    expect(await wire.body('namecheap.domains.getList', { SearchTerm: 'guest' })).toContain(
      '<DomainGetListResult />',
    );
    expect(await wire.errors('namecheap.domains.dns.getList', guest)).toEqual([
      '2019166 Domain name not found',
    ]);
    const [renewal] = await wire.errors('namecheap.domains.renew', { ...whole, Years: '1' });
    expect(renewal).toMatch(/^2019166 /);
  });
});

describe('e-mail forwards at the simulated vendor', () => {
  const zone = { DomainName: name };
  const get = 'namecheap.domains.dns.getEmailForwarding';
  const set = 'namecheap.domains.dns.setEmailForwarding';

  it('are replaced as a whole', async () => {
    const { wire, world } = simulatedWire();
    expect(inside(await wire.body(get, zone))).toBe(
      [
        '<DomainDNSGetEmailForwardingResult Domain="demo-bakery.com">',
        '  <Forward mailbox="orders">orders@example.net</Forward>',
        '</DomainDNSGetEmailForwardingResult>',
      ].join('\n'),
    );
    const forwards = {
      MailBox1: 'info',
      ForwardTo1: 'ada@example.com',
      MailBox2: 'sales',
      ForwardTo2: 'bob@example.com',
    };
    expect(inside(await wire.body(set, { ...zone, ...forwards }))).toBe(
      [
        '<DomainDNSSetEmailForwardingResult Domain="demo-bakery.com" IsSuccess="true">',
        '  <Warnings />',
        '</DomainDNSSetEmailForwardingResult>',
      ].join('\n'),
    );
    expect(world.forwards.emails(account, name)).toEqual([
      { mailbox: 'info', forwardTo: 'ada@example.com' },
      { mailbox: 'sales', forwardTo: 'bob@example.com' },
    ]);
    expect(await wire.errors(set, zone)).toEqual([]);
    expect(inside(await wire.body(get, zone))).toBe(
      '<DomainDNSGetEmailForwardingResult Domain="demo-bakery.com" />',
    );
  });

  it.each([
    ['others serve it', 'demo-bakery.co.uk', /^2030288 /],
    ['nobody has it', 'unknown-name.com', /^2019166 /],
  ])('are refused where %s', async (_what, DomainName, error) => {
    const { wire } = simulatedWire();
    for (const command of [get, set]) {
      const [first = ''] = await wire.errors(command, {
        DomainName,
        MailBox1: 'info',
        ForwardTo1: 'ada@example.com',
      });
      expect(first).toMatch(error);
    }
  });

  it('want an address', async () => {
    const { wire, world } = simulatedWire();
    const before = world.forwards.emails(account, name);
    expect(await wire.errors(set, { ...zone, MailBox1: 'info', ForwardTo1: 'nowhere' })).toEqual([
      expect.stringMatching(/^3031510 /),
    ]);
    expect(await wire.errors(set, { ...zone, MailBox1: 'info' })).toHaveLength(1);
    expect(world.forwards.emails(account, name)).toEqual(before);
  });
});

describe('glue hosts at the simulated vendor', () => {
  const host = { ...own, Nameserver: 'ns2.demo-bakery.com' };
  const send = (
    { wire }: SimulatedWire,
    command: string,
    more: Record<string, string> = {},
  ): Promise<string> => wire.body(`namecheap.domains.ns.${command}`, { ...host, ...more });

  it('live and die', async () => {
    const simulated = simulatedWire();
    expect(inside(await send(simulated, 'create', { IP: '192.0.2.54' }))).toBe(
      '<DomainNSCreateResult Domain="demo-bakery.com" Nameserver="ns2.demo-bakery.com" IP="192.0.2.54" IsSuccess="true" />',
    );
    expect(inside(await send(simulated, 'update', { OldIP: '192.0.2.54', IP: '192.0.2.55' }))).toBe(
      '<DomainNSUpdateResult Domain="demo-bakery.com" Nameserver="ns2.demo-bakery.com" IsSuccess="true" />',
    );
    expect(inside(await send(simulated, 'getInfo'))).toBe(
      [
        '<DomainNSInfoResult Domain="demo-bakery.com" Nameserver="ns2.demo-bakery.com" IP="192.0.2.55">',
        '  <NameserverStatuses>',
        '    <Status>OK</Status>',
        '  </NameserverStatuses>',
        '</DomainNSInfoResult>',
      ].join('\n'),
    );
    expect(inside(await send(simulated, 'delete'))).toBe(
      '<DomainNSDeleteResult Domain="demo-bakery.com" Nameserver="ns2.demo-bakery.com" IsSuccess="true" />',
    );
    expect(await send(simulated, 'getInfo')).toContain('Status="ERROR"');
  });

  it.each([
    ['a host that is not there', 'getInfo', {}, 'error 545', '545'],
    ['to delete none', 'delete', {}, 'error 545', '545'],
    ['a reserved address', 'create', { IP: '0.0.0.0' }, 'IP address 0.0.0.0 is reserved', '200'],
    ['IPv6', 'create', { IP: '2001:db8::1' }, 'is not valid', '200'],
    [
      'a host that is there',
      'create',
      { Nameserver: 'ns1.demo-bakery.com', IP: '192.0.2.1' },
      'already exists',
      '200',
    ],
    [
      'a host elsewhere',
      'create',
      { Nameserver: 'ns1.example.net', IP: '192.0.2.1' },
      'does not belong to the domain',
      '200',
    ],
    [
      'the same address',
      'update',
      { Nameserver: 'ns1.demo-bakery.com', OldIP: '192.0.2.53', IP: '192.0.2.53' },
      'Original IP and New IP are the same',
      '200',
    ],
    [
      'another old address',
      'update',
      { Nameserver: 'ns1.demo-bakery.com', OldIP: '192.0.2.1', IP: '192.0.2.2' },
      'Original IP does not exist',
      '200',
    ],
  ])('refuse %s, with the words of the registry twice', async (_what, command, more, words, no) => {
    const simulated = simulatedWire();
    const body = await send(simulated, command, more);
    const [, text = ''] = /<Error Number="3031510">([^<]+)</.exec(body) ?? [];
    expect(text).toContain('failed due to error: ');
    expect(text).toContain(words);
    expect(inside(body)).toMatch(
      new RegExp(
        `Nameserver="" (?:IP=""|IsSuccess="false") ErrorNo="${no}" Description="[^"]*${words}`,
      ),
    );
  });

  it('stay as long as another domain needs them', async () => {
    const simulated = simulatedWire();
    simulated.world.setNameservers(account, 'demo-bakery.net', [
      'ns1.demo-bakery.com',
      'ns1.example.net',
    ]);
    expect(await send(simulated, 'delete', { Nameserver: 'ns1.demo-bakery.com' })).toContain(
      'ErrorNo="533"',
    );
  });

  it('can fail under status OK', async () => {
    const simulated = simulatedWire({ quirks: { hostFailures: 'result' } });
    const body = await send(simulated, 'delete');
    expect(body).toContain('Status="OK"');
    expect(inside(body)).toMatch(/IsSuccess="false" ErrorNo="545" Description="[^"]+" \/>$/);
  });

  it.each([
    ['another account', 'ornek-bakery', '2016166'],
    ['nobody', 'unknown-name', '2019166'],
  ])('are not shown for a domain of %s', async (_what, SLD, number) => {
    const { wire } = simulatedWire();
    for (const command of ['create', 'delete', 'getInfo', 'update']) {
      const [error] = await wire.errors(`namecheap.domains.ns.${command}`, { ...host, SLD });
      expect(error).toMatch(new RegExp(`^${number} `));
    }
  });
});
