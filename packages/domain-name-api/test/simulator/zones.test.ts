import { describe, expect, it, test } from '@jest/globals';
import { demoAccounts, type NewWorldRecord } from '@registrar-kit/testing';
import type { DomainNameApiSimulatorOptions } from '../../src/simulator/index.js';
import { vendorOver } from './support/vendor-over.js';

const { reseller } = demoAccounts;
const domain = 'ornek-bakery.com';
const zonesOf = `domains/zones?domainName=${domain}`;
const apply = `POST domains/zones/apply?domainName=${domain}`;

interface WireSet {
  readonly name: string;
  readonly ttl: number;
  readonly type: string;
  readonly records: readonly { readonly content: string; readonly disabled: boolean }[];
  readonly changeType?: string | null;
}

/** A vendor with a zone, told set by set: `www.ornek-bakery.com. A 192.0.2.10`, and the mark of what waits. */
function vendorWithZone(options: Partial<DomainNameApiSimulatorOptions> = {}) {
  const vendor = vendorOver(options);
  const zone = async () => {
    const sets = (await vendor.say(`GET ${zonesOf}`)).json as readonly WireSet[];
    return sets
      .filter(({ type }) => type !== 'SOA' && type !== 'NS')
      .map(({ name, type, records, changeType }) =>
        [name, type, records.map(({ content }) => content).join(' | '), changeType]
          .filter(Boolean)
          .join(' '),
      );
  };
  const put = (records: readonly NewWorldRecord[]) =>
    vendor.world.zones.set(reseller.id, domain, records);
  const write = (name: string, type: string, contents: readonly string[], ttl = 600) =>
    vendor.say(`POST ${zonesOf}`, { zoneStruct: { name, ttl, type, contents } });
  return { ...vendor, zone, put, write };
}

const www = { type: 'A', name: 'www', value: '192.0.2.10' } as const;

describe('reading a zone', () => {
  it('shows the system’s sets first, full names with a dot, texts in quotes, hosts with a dot', async () => {
    const { say, put } = vendorWithZone();
    put([
      { type: 'TXT', name: '@', value: 'say "hi" \\ bye', ttlSeconds: 300 },
      { type: 'MX', name: '@', value: 'mail.example.net', priority: 10, ttlSeconds: 3600 },
      { type: 'SRV', name: '_sip._tcp', value: '5 5060 sip.example.net', priority: 1 },
      { type: 'CNAME', name: 'shop', value: 'shops.example.net', ttlSeconds: 120 },
      { type: 'CAA', name: '@', value: '0 issue "ca.example"' },
      { type: 'A', name: 'www', value: '192.0.2.1', ttlSeconds: 60 },
      { type: 'A', name: 'www', value: '192.0.2.2', ttlSeconds: 60, flags: { disabled: 'true' } },
      { type: 'URL', name: 'old', value: 'https://example.com/' },
    ]);
    const { json } = await say(`GET ${zonesOf}`);
    const record = (content: string) => ({ content, disabled: false });
    expect(json).toEqual([
      expect.objectContaining({ name: `${domain}.`, type: 'SOA' }),
      expect.objectContaining({
        type: 'NS',
        records: [record('ns1.domainnameapi.com.'), record('ns2.domainnameapi.com.')],
      }),
      {
        name: `${domain}.`,
        ttl: 300,
        type: 'TXT',
        records: [record('"say \\"hi\\" \\\\ bye"')],
        changeType: null,
      },
      {
        name: `${domain}.`,
        ttl: 3600,
        type: 'MX',
        records: [record('10 mail.example.net.')],
        changeType: null,
      },
      expect.objectContaining({
        name: `_sip._tcp.${domain}.`,
        records: [record('1 5 5060 sip.example.net.')],
      }),
      expect.objectContaining({ type: 'CNAME', records: [record('shops.example.net.')] }),
      expect.objectContaining({ type: 'CAA', records: [record('0 issue "ca.example"')] }),
      expect.objectContaining({
        name: `www.${domain}.`,
        ttl: 60,
        records: [record('192.0.2.1'), { content: '192.0.2.2', disabled: true }],
      }),
    ]);
  });

  it('cuts a long text into pieces of 255 bytes', async () => {
    const { put, zone } = vendorWithZone();
    put([{ type: 'TXT', name: 'long', value: `${'a'.repeat(254)}ğ${'b'.repeat(10)}` }]);
    expect(await zone()).toEqual([`long.${domain}. TXT "${'a'.repeat(254)}" "ğ${'b'.repeat(10)}"`]);
  });

  it('is refused for a domain of somebody else, and without a domain', async () => {
    const { say } = vendorWithZone();
    const other = await say('GET domains/zones?domainName=demo-bakery.com');
    expect(other.status).toBe(404);
    expect(other.body.error.code).toBe('Dna.DomainService:Domain:10007');
    expect((await say('GET domains/zones')).status).toBe(400);
  });
});

describe('writing a zone', () => {
  it('stages, replaces whole sets, and changes nothing before it is applied', async () => {
    const { zone, put, write, say, world } = vendorWithZone();
    put([www, { type: 'A', name: 'old', value: '192.0.2.7' }]);
    expect(await write('www', 'A', ['192.0.2.1'])).toMatchObject({ status: 204, text: '' });
    await write('www', 'A', ['192.0.2.2', '192.0.2.3']);
    await write('', 'TXT', ['"in quotes"', 'and not']);
    await say(`DELETE ${zonesOf}&Name=old.${domain}.&Record=192.0.2.7&RecordType=A`);
    expect(world.zones.of(reseller.id, domain).records).toMatchObject([www, { name: 'old' }]);
    expect(await zone()).toEqual([
      `www.${domain}. A 192.0.2.2 | 192.0.2.3 REPLACE`,
      `${domain}. TXT "in quotes" | "and not" REPLACE`,
      `old.${domain}. A 192.0.2.7 DELETE`,
    ]);
    expect(await say(apply, '[]')).toMatchObject({ status: 204, text: '' });
    expect(await zone()).toEqual([
      `www.${domain}. A 192.0.2.2 | 192.0.2.3`,
      `${domain}. TXT "in quotes" | "and not"`,
    ]);
    expect(world.zones.of(reseller.id, domain).staged).toEqual([]);
  });

  it('does not show what is staged where a gateway would keep it to itself', async () => {
    const { zone, put, write, say } = vendorWithZone({ stagedSets: 'unseen' });
    put([www]);
    await write('www', 'A', ['192.0.2.1']);
    expect(await zone()).toEqual([`www.${domain}. A 192.0.2.10`]);
    const sets = (await say(`GET ${zonesOf}`)).json as readonly object[];
    expect(sets[0]).not.toHaveProperty('changeType');
    // The body may be missing too.
    expect((await say(apply)).status).toBe(204);
    expect(await zone()).toEqual([`www.${domain}. A 192.0.2.1`]);
  });

  it('edits by PUT only what is there', async () => {
    const { zone, put, say } = vendorWithZone();
    put([www]);
    const edit = (recordName: string, name: string) =>
      say(`PUT ${zonesOf}&recordName=${recordName}`, {
        zoneStruct: { name, ttl: 60, type: 'A', contents: ['192.0.2.1'] },
      });
    const missing = await edit('shop', 'shop');
    expect(missing.body.error.code).toMatch(/ZoneClient:10006$/);
    expect((await edit('www', 'www')).status).toBe(204);
    expect((await edit(`www.${domain}.`, 'web')).status).toBe(204);
    await say(apply, []);
    expect(await zone()).toEqual([`web.${domain}. A 192.0.2.1`]);
  });

  it('keeps the zone of a domain that other servers serve', async () => {
    const { say } = vendorWithZone();
    const elsewhere = 'domains/zones?domainName=ornek-studio.dev';
    const zoneStruct = { name: 'www', ttl: 60, type: 'A', contents: ['192.0.2.1'] };
    expect((await say(`POST ${elsewhere}`, { zoneStruct })).status).toBe(204);
    await say('POST domains/zones/apply?domainName=ornek-studio.dev', []);
    expect(JSON.stringify((await say(`GET ${elsewhere}`)).json)).toContain('192.0.2.1');
  });

  test.each<[string, object, number, string]>([
    ['@ as the name', { name: '@' }, 400, 'unsupported characters'],
    ['a name that is none', { name: 'a b' }, 400, 'unsupported characters'],
    ['NS', { type: 'NS', contents: ['ns1.example.net'] }, 400, 'An invalid IP address'],
    ['SSHFP', { type: 'SSHFP', contents: ['1 1 ab'] }, 500, 'internal error'],
    ['an address that is none', { contents: ['192.0.2.300'] }, 400, 'An invalid IP address'],
    ['IPv4 as AAAA', { type: 'AAAA' }, 400, 'An invalid IP address'],
    ['MX without a priority', { type: 'MX', contents: ['mail.example.net'] }, 400, 'Validation'],
    ['a TTL of 0', { ttl: 0 }, 400, 'Validation failed'],
    ['a TTL above a day', { ttl: 86_401 }, 400, 'Validation failed'],
    ['no values', { contents: [] }, 400, 'Validation failed'],
    ['a value that is no text', { contents: [1] }, 400, 'Validation failed'],
  ])('refuses %s', async (_what, change, status, message) => {
    const { say, world } = vendorWithZone();
    const zoneStruct = { name: 'www', ttl: 60, type: 'A', contents: ['192.0.2.1'], ...change };
    const answer = await say(`POST ${zonesOf}`, { zoneStruct });
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toContain(message);
    expect(world.zones.of(reseller.id, domain).staged).toEqual([]);
  });

  it('puts the zone behind a full name once more', async () => {
    const { zone, put, write, say } = vendorWithZone();
    put([]);
    await write(`www.${domain}.`, 'A', ['192.0.2.1']);
    await say(apply, []);
    expect(await zone()).toEqual([`www.${domain}.${domain}. A 192.0.2.1`]);
  });
});

describe('deleting a set', () => {
  const records: readonly NewWorldRecord[] = [
    { type: 'TXT', name: 'www', value: 'one' },
    { type: 'TXT', name: 'www', value: 'two' },
    { type: 'MX', name: '@', value: 'mail.example.net', priority: 10 },
  ];
  const query = (parameters: Record<string, string>) =>
    `DELETE ${zonesOf}&${new URLSearchParams(parameters).toString()}`;
  const oneOf = { Name: `www.${domain}.`, Record: '"two"', RecordType: 'TXT' };

  it('takes all of it by any one value', async () => {
    const { put, say, zone } = vendorWithZone();
    put(records);
    expect((await say(query(oneOf))).status).toBe(204);
    await say(apply, []);
    expect(await zone()).toEqual([`${domain}. MX 10 mail.example.net.`]);
  });

  it('wants a value, and says so in Turkish', async () => {
    const { put, say } = vendorWithZone();
    put(records);
    const { Name, RecordType } = oneOf;
    const answer = await say(query({ Name, RecordType }));
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain("'Record' parametresi");
  });

  test.each([
    ['keys in other cases', { name: oneOf.Name, Record: '"two"', recordtype: 'TXT' }, 400],
    ['a relative name', { ...oneOf, Name: 'www' }, 403],
    ['a value that does not stand', { ...oneOf, Record: '"three"' }, 403],
    ['another type', { ...oneOf, RecordType: 'A' }, 403],
    ['the system’s NS', { Name: domain, Record: 'ns1.domainnameapi.com.', RecordType: 'NS' }, 400],
    ['the system’s SOA', { Name: domain, Record: 'x', RecordType: 'SOA' }, 500],
  ])('does not take %s', async (_what, parameters, status) => {
    const { put, say, world } = vendorWithZone();
    put(records);
    expect((await say(query(parameters))).status).toBe(status);
    expect(world.zones.of(reseller.id, domain).staged).toEqual([]);
  });

  test.each([
    ['as they are read', { ...oneOf }, true, true],
    ['without quotes', { ...oneOf, Record: 'two' }, true, false],
    ['without the dot', { ...oneOf, Name: `www.${domain}` }, true, false],
    [
      'a host without the dot',
      { Name: `${domain}.`, Record: '10 mail.example.net', RecordType: 'MX' },
      true,
      false,
    ],
  ])('takes name and value %s', async (_what, parameters, inAnyForm, asRead) => {
    for (const [recordMatch, taken] of [
      ['any-form', inAnyForm],
      ['as-read', asRead],
    ] as const) {
      const { put, say } = vendorWithZone({ recordMatch });
      put(records);
      expect((await say(query(parameters))).status).toBe(taken ? 204 : 403);
    }
  });
});

describe('the proof of a forward', () => {
  const forward = (forwardType: string) => ({
    domainName: domain,
    redirectAddress: 'https://www.example.com/',
    forwardType,
  });
  const proof = '"forward-verification=';

  it('stands among the texts of the domain, and goes with the forward', async () => {
    const { put, say, zone } = vendorWithZone();
    put([{ type: 'TXT', name: '@', value: 'v=spf1 -all' }]);
    await say('POST domains/forwards', forward('Standard'));
    await say('POST domains/forwards', forward('Frame'));
    const [texts, ...others] = await zone();
    expect(texts?.startsWith(`${domain}. TXT "v=spf1 -all" | ${proof}`)).toBe(true);
    expect(texts?.split(proof)).toHaveLength(2);
    expect(others).toEqual([]);
    await say(`DELETE domains/forwards?DomainName=${domain}`);
    expect(await zone()).toEqual([`${domain}. TXT "v=spf1 -all"`]);
  });

  it('is lost when the set is written without it', async () => {
    const { put, say, zone, write } = vendorWithZone();
    put([]);
    await say('POST domains/forwards', forward('Standard'));
    expect((await zone())[0]).toContain(proof);
    await write('', 'TXT', ['v=spf1 -all']);
    await say(apply, []);
    expect(await zone()).toEqual([`${domain}. TXT "v=spf1 -all"`]);
  });
});
