import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import {
  createDemoWorld,
  demoAccounts,
  ManualClock,
  serveSimulator,
  type RegistryWorld,
  type ServedSimulator,
} from '@registrar-kit/testing';
import { createDomainNameApiSimulator } from '../../src/simulator/index.js';
import { PhpClient, type ClientReply } from './support/php-client.js';

// The calls of the vendor's own client, one after the other against the limit of one a second, with what it checks of each reply.

const { reseller } = demoAccounts;
const domain = 'ornek-bakery.com';
const bought = 'free-name.com';

let served: ServedSimulator;
let world: RegistryWorld;
let client: PhpClient;

beforeAll(async () => {
  nock.restore();
  const clock = new ManualClock();
  world = createDemoWorld({ clock });
  served = await serveSimulator(createDomainNameApiSimulator({ world }));
  client = new PhpClient(served.config, () => clock.advance(1000));
});
afterAll(() => served.close());

type Fields = Readonly<Record<string, unknown>>;

/** A success of which the client reads fields. */
function fieldsOf({ status, parsed }: ClientReply): Fields {
  expect(status).toBe(200);
  expect(Object.keys(Object(parsed) as object)).not.toEqual([]);
  return parsed as Fields;
}

/** A success of which the client reads nothing. */
function done({ status }: ClientReply): void {
  expect([200, 204]).toContain(status);
}

/** What the client does with `expirationDate` and its like. */
function readable(date: unknown): boolean {
  return typeof date === 'string' && !Number.isNaN(Date.parse(date));
}

describe('the account', () => {
  it('GetResellerDetails finds resellerId and two balances', async () => {
    const reply = fieldsOf(await client.get('deposit/accounts/me'));
    expect(reply).toMatchObject({ resellerId: reseller.id, usdBalance: 1000, tryBalance: 1000 });
    expect(typeof reply['resellerName']).toBe('string');
  });

  it.each(['USD', 'TRY'])('GetCurrentBalance in %s', async (currency) => {
    const reply = fieldsOf(await client.get('deposit/accounts/me', { currency }));
    const balance = reply[`${currency.toLowerCase()}Balance`];
    expect(Number(balance).toFixed(2)).toBe('1000.00');
  });
});

describe('names and endings', () => {
  it('CheckAvailability finds a row for each name, in infos', async () => {
    const names = ['free-name.com', 'free-name.net', 'openai.com', 'openai.net'];
    const reply = await client.post(
      'domains/bulk-search',
      names.map((domainName) => ({ domainName })),
    );
    const rows = fieldsOf(reply)['infos'] as readonly Fields[];
    const yes = rows.filter(({ status }) => String(status).toLowerCase() === 'available');
    expect(rows.map(({ domainName }) => domainName).sort()).toEqual(names);
    expect(yes.map(({ domainName }) => domainName).sort()).toEqual([
      'free-name.com',
      'free-name.net',
      'openai.net',
    ]);
    expect(yes.find(({ domainName }) => domainName === 'free-name.com')).toMatchObject({
      tld: 'com',
      period: 1,
      isPremium: false,
      price: 10.48,
      currency: 'USD',
    });
  });

  it('GetTldList finds names, limits and prices, also where the period is 0', async () => {
    const reply = fieldsOf(await client.get('products/tlds', { MaxResultCount: 20, SkipCount: 0 }));
    const items = reply['items'] as readonly Fields[];
    expect(items).toHaveLength(20);
    for (const { name, constraints, prices, minRegistrationPeriod } of items) {
      expect(typeof name).toBe('string');
      expect(constraints).toMatchObject({ maxLenght: 63 });
      expect(minRegistrationPeriod).toBeGreaterThan(0);
      const [group] = prices as readonly Fields[];
      const register = [group?.['register']].flat() as readonly Fields[];
      expect(register.some(({ period, price }) => period === 0 && Number(price) > 0)).toBe(true);
    }
  });
});

describe('domains', () => {
  it('GetList reads 200 at a time', async () => {
    const query = { MaxResultCount: 200, SkipCount: 0 };
    const reply = fieldsOf(await client.get('domains', query));
    const items = reply['items'] as readonly Fields[];
    expect(reply['totalCount']).toBe(items.length);
    // The label is where the number is expected, and is preferred.
    expect(items.find(({ domainName }) => domainName === domain)).toMatchObject({
      statusCode: 'Active',
      status: 0,
      remainingDay: 212,
    });
  });

  it('GetList pages and sorts with a query in form encoding', async () => {
    const query = { MaxResultCount: 5, SkipCount: 5, Sorting: 'Id DESC' };
    const items = fieldsOf(await client.get('domains', query))['items'] as readonly Fields[];
    expect(client.sent.at(-1)).toBe(
      'GET /api/v1/domains?MaxResultCount=5&SkipCount=5&Sorting=Id+DESC',
    );
    const ids = items.map(({ id }) => Number(id));
    expect(ids).toEqual([...ids].sort((left, right) => right - left));
    expect(ids).toHaveLength(5);
  });

  it.each(['GetDetails', 'SyncFromRegistry'])('%s finds a domain that is not empty', async () => {
    const reply = fieldsOf(await client.get('domains/info', { DomainName: domain }));
    expect(reply).toMatchObject({
      domainName: domain,
      status: 'Active',
      lockStatus: true,
      privacyProtectionStatus: true,
      nameservers: [expect.any(String), expect.any(String)],
      hosts: [{ name: `ns1.${domain}`, ipAddresses: [{ ipAddress: '192.0.2.53' }] }],
    });
    expect(reply['authCode']).not.toBe('');
    expect(readable(reply['startDate']) && readable(reply['expirationDate'])).toBe(true);
  });

  it('GetDetails of a domain that is not here reads the message and not the code', async () => {
    const { status, parsed } = await client.get('domains/info', { DomainName: 'demo-bakery.com' });
    expect(status).toBe(404);
    expect(parsed).toMatchObject({ error: { message: expect.stringMatching(/./) } });
  });

  it('RegisterWithContactInfo gets something that is not empty', async () => {
    const reply = await client.post('domains/register-with-contacts', {
      domainName: bought,
      period: 1,
      nameServers: ['ns1.domainnameapi.com', 'ns2.domainnameapi.com'],
      isLocked: true,
      privacyEnabled: false,
      contacts: fourOf({ firstName: 'Ayşe', address: 'Deneme Caddesi 1/2' }),
      tldAttributes: {},
    });
    expect(client.bodies.at(-1)).toContain(String.raw`Ay\u015fe`);
    expect(client.bodies.at(-1)).toContain(String.raw`1\/2`);
    expect(readable(fieldsOf(reply)['expirationDate'])).toBe(true);
    expect(world.find(bought)?.contacts.admin).toMatchObject({
      firstName: 'Ayşe',
      address1: 'Deneme Caddesi 1/2',
    });
  });

  it('Renew finds expirationDate', async () => {
    const reply = await client.post('domains/renew', { domainName: bought, period: 1 });
    expect(readable(fieldsOf(reply)['expirationDate'])).toBe(true);
  });

  it('ModifyNameServer needs nothing', async () => {
    const nameServers = ['ns1.example.net', 'ns2.example.net'];
    done(await client.put('domains/dns/name-server', { domainName: bought, nameServers }));
    expect(world.find(bought)?.nameservers).toEqual(nameServers);
  });

  it.each([
    ['EnableTheftProtectionLock', 'lock', true],
    ['DisableTheftProtectionLock', 'unlock', false],
  ])('%s needs nothing', async (_method, path, locked) => {
    done(await client.post(`domains/${path}`, { domainName: bought }));
    expect(world.find(bought)?.locked).toBe(locked);
  });

  it.each([true, false])('ModifyPrivacyProtectionStatus to %s needs nothing', async (status) => {
    done(await client.post('domains/privacy', { domainName: bought, privacyStatus: status }));
    expect(world.find(bought)?.privacy).toBe(status);
  });
});

describe('child name servers', () => {
  const host = `phpunit.${bought}`;
  const of = (ipAddress: string) => [{ ipAddress, ipVersion: 'v4' }];

  it('AddChildNameServer needs nothing', async () => {
    const body = { domainName: bought, hostName: host, ipAddresses: of('192.0.2.7') };
    done(await client.post('domains/dns/host', body));
    expect(world.hosts.list(reseller.id, bought)).toHaveLength(1);
  });

  it('ModifyChildNameServer gives the same name as the new one', async () => {
    const body = {
      domainName: bought,
      hostName: host,
      newHostName: host,
      ipAddresses: of('192.0.2.8'),
    };
    done(await client.put('domains/dns/host', body));
    expect(world.hosts.list(reseller.id, bought)).toEqual([{ host, addresses: ['192.0.2.8'] }]);
  });

  it('DeleteChildNameServer needs nothing', async () => {
    done(await client.delete('domains/dns/host', { domainName: bought, hostName: host }));
    expect(world.hosts.list(reseller.id, bought)).toEqual([]);
  });
});

describe('contacts', () => {
  it('GetContacts finds the four by their types', async () => {
    const reply = fieldsOf(await client.get('domains/info', { DomainName: bought }));
    const contacts = reply['contacts'] as readonly Fields[];
    expect(contacts.map(({ contactType }) => contactType).sort()).toEqual([
      'Admin',
      'Billing',
      'Registrant',
      'Tech',
    ]);
    for (const contact of contacts) {
      expect(contact).toMatchObject({
        firstName: 'Ayşe',
        country: 'TR',
        phoneCountryCode: '90',
        phone: '5321234567',
      });
      expect(contact['handle']).toMatch(/^D-/);
    }
  });

  it('SaveContacts needs nothing, and GetContacts reads them back', async () => {
    const contacts = fourOf({ firstName: 'Fatma', eMail: 'fatma@example.com', country: 'DE' });
    done(await client.put('domains/contacts/update', { domainName: bought, contacts }));
    const reply = fieldsOf(await client.get('domains/info', { DomainName: bought }));
    for (const contact of reply['contacts'] as readonly Fields[])
      expect(contact).toMatchObject({
        firstName: 'Fatma',
        lastName: 'Örnek',
        eMail: 'fatma@example.com',
        country: 'DE',
      });
  });
});

describe('transfers', () => {
  const coming = { domainName: 'elsewhere-bakery.com', authCode: 'Demo-Code!1' };

  it('CheckTransfer reads a yes', async () => {
    const reply = fieldsOf(await client.post('domains/transfers/check', coming));
    expect(reply).toMatchObject({ transferAvailabilityStatus: true, authCodeIsValid: true });
  });

  it('CheckTransfer reads a no, with a message', async () => {
    const locked = { domainName: 'elsewhere-harbour.org', authCode: 'Demo-Code!2' };
    const reply = fieldsOf(await client.post('domains/transfers/check', locked));
    expect(reply).toMatchObject({ transferAvailabilityStatus: false, transferLock: true });
    expect(reply['message']).toMatch(/./);
  });

  it('Transfer without contacts gets something that is not empty', async () => {
    const reply = await client.post('domains/transfer', { ...coming, period: 1, contacts: [] });
    expect(fieldsOf(reply)).toMatchObject({ status: 'WaitingForIncomingTransfer' });
  });

  it('CancelTransfer', async () => {
    done(await client.post('domains/transfers/cancel', { domainName: coming.domainName }));
    expect(world.transfers.latest(reseller.id, coming.domainName)?.stage).toBe('cancelled');
  });

  it('RejectTransfer', async () => {
    done(await client.post('domains/transfers/reject', { domainName: 'ornek-leaving.org' }));
    expect(world.find('ornek-leaving.org')?.status).toBe('active');
  });

  it('ApproveTransfer', async () => {
    world.transfersOut.start('ornek-leaving.org');
    done(await client.post('domains/transfers/approve', { domainName: 'ornek-leaving.org' }));
    expect(world.find('ornek-leaving.org')?.status).toBe('transferred_away');
  });
});

describe('zones', () => {
  const domainName = domain;
  const set = (name: string, type: string, contents: readonly string[], ttl = 3600) => ({
    zoneStruct: { name, ttl, type, contents },
  });

  /** `applyResourceRecords`, which the writing methods call too. */
  async function apply(): Promise<void> {
    done(await client.post('domains/zones/apply', [], { domainName }));
    expect(client.bodies.at(-1)).toBe('[]');
  }

  /** `getResourceRecords`: one row for each value, with the full name and the value as they come. */
  async function rows(): Promise<readonly { name: string; type: string; content: string }[]> {
    const { status, parsed } = await client.get('domains/zones', { domainName });
    expect(status).toBe(200);
    return (parsed as readonly Fields[]).flatMap(({ name, type, records }) =>
      (records as readonly Fields[]).map(({ content }) => ({
        name: String(name),
        type: String(type),
        content: String(content),
      })),
    );
  }

  async function valuesOf(name: string, type: string): Promise<readonly string[]> {
    const found = (await rows()).filter((row) => row.name === name && row.type === type);
    return found.map(({ content }) => content);
  }

  it('getResourceRecords finds a list of sets', async () => {
    expect(await rows()).toContainEqual({
      name: `${domain}.`,
      type: 'TXT',
      content: '"v=spf1 include:example.net -all"',
    });
  });

  it('addResourceRecord', async () => {
    done(await client.post('domains/zones', set('php', 'TXT', ['one']), { domainName }));
    await apply();
    expect(await valuesOf(`php.${domain}.`, 'TXT')).toEqual(['"one"']);
  });

  it('editResourceRecord', async () => {
    const query = { domainName, recordName: 'php' };
    done(await client.put('domains/zones', set('php', 'TXT', ['two'], 60), query));
    await apply();
    expect(await valuesOf(`php.${domain}.`, 'TXT')).toEqual(['"two"']);
  });

  it('editResourceRecord of a set that is not there is an error', async () => {
    const query = { domainName, recordName: 'nobody' };
    const { status, parsed } = await client.put(
      'domains/zones',
      set('nobody', 'TXT', ['x']),
      query,
    );
    expect(status).toBeGreaterThan(399);
    const { error } = parsed as { error: Fields };
    expect(error['code']).toMatch(/ZoneClient:10006$/);
    // The notice of an exception is no message; the reason stands in the details.
    expect(error['details']).toMatch(/^Dna ./);
  });

  it('setResourceRecordSet replaces all values', async () => {
    done(await client.post('domains/zones', set('php', 'TXT', ['three', 'four']), { domainName }));
    await apply();
    expect(await valuesOf(`php.${domain}.`, 'TXT')).toEqual(['"three"', '"four"']);
  });

  it('addResourceRecordValue sends what is read together with the new one', async () => {
    const contents = [...(await valuesOf(`php.${domain}.`, 'TXT')), 'five'];
    done(await client.post('domains/zones', set('php', 'TXT', contents), { domainName }));
    await apply();
    expect(await valuesOf(`php.${domain}.`, 'TXT')).toEqual(['"three"', '"four"', '"five"']);
  });

  it('removeResourceRecordValue sends the others', async () => {
    const contents = (await valuesOf(`php.${domain}.`, 'TXT')).slice(1);
    done(await client.post('domains/zones', set('php', 'TXT', contents), { domainName }));
    await apply();
    expect(await valuesOf(`php.${domain}.`, 'TXT')).toEqual(['"four"', '"five"']);
  });

  it('replaceResourceRecordValue sends another in the place of one', async () => {
    const contents = ['six', ...(await valuesOf(`php.${domain}.`, 'TXT')).slice(1)];
    done(await client.post('domains/zones', set('php', 'TXT', contents), { domainName }));
    await apply();
    expect(await valuesOf(`php.${domain}.`, 'TXT')).toEqual(['"six"', '"five"']);
  });

  it('deleteResourceRecord takes the whole set, by name and value as they are read', async () => {
    const [Record = ''] = await valuesOf(`php.${domain}.`, 'TXT');
    const query = { domainName, Name: `php.${domain}.`, Record, RecordType: 'TXT' };
    done(await client.delete('domains/zones', query));
    await apply();
    expect(await valuesOf(`php.${domain}.`, 'TXT')).toEqual([]);
  });

  it('deleteResourceRecords quotes a value of a host with its dot', async () => {
    const [Record = ''] = await valuesOf(`${domain}.`, 'MX');
    expect(Record).toBe('10 mail.example.net.');
    const query = { domainName, Name: `${domain}.`, Record, RecordType: 'MX' };
    done(await client.delete('domains/zones', query));
    await apply();
    expect(await valuesOf(`${domain}.`, 'MX')).toEqual([]);
  });

  it('applyResourceRecords commits nothing where nothing waits', async () => {
    const before = await rows();
    await apply();
    expect(await rows()).toEqual(before);
  });
});

describe('forwarding', () => {
  it('getForwarding takes the error of none for an answer, by its text', async () => {
    const { status, parsed } = await client.get('domains/forwards', { domainName: domain });
    expect(status).toBeGreaterThan(399);
    expect(JSON.stringify(parsed)).toMatch(/not found/i);
  });

  it('setForwarding escapes the slashes', async () => {
    const redirectAddress = 'https://www.example.com/shop';
    const body = { domainName: domain, redirectAddress, forwardType: 'Standard' };
    done(await client.post('domains/forwards', body));
    expect(client.bodies.at(-1)).toContain(String.raw`"https:\/\/www.example.com\/shop"`);
    expect(world.forwards.url(reseller.id, domain)?.target).toBe(redirectAddress);
  });

  it('getForwarding finds redirectAlias and redirectType', async () => {
    const reply = fieldsOf(await client.get('domains/forwards', { domainName: domain }));
    expect(reply).toEqual({
      redirectAlias: 'https://www.example.com/shop',
      redirectType: 'Standard',
    });
  });

  it('deleteForwarding names the domain with a capital', async () => {
    done(await client.delete('domains/forwards', { DomainName: domain }));
    expect(world.forwards.url(reseller.id, domain)).toBeUndefined();
  });
});

it('got through without a 429 and without a fault of the simulator', () => {
  expect(client.sent.length).toBeGreaterThan(47);
  expect(served.failures).toEqual([]);
  expect(world.ledger().map(({ kind }) => kind)).toEqual([
    'registerDomain',
    'renewDomain',
    'transferDomain',
  ]);
});

/** The client's contact for the four roles, complete as it always is. */
function fourOf(change: Fields): readonly Fields[] {
  return ['Registrant', 'Admin', 'Tech', 'Billing'].map((contactType) => ({
    contactType,
    firstName: 'Ada',
    lastName: 'Örnek',
    companyName: '',
    eMail: 'ada@example.com',
    address: 'Deneme Caddesi 1',
    city: 'ISTANBUL',
    state: 'ISTANBUL',
    country: 'TR',
    postalCode: '34000',
    phoneCountryCode: '90',
    phone: '5321234567',
    faxCountryCode: '',
    fax: '',
    isHidden: false,
    ...change,
  }));
}
