import { afterEach, describe, expect, it } from '@jest/globals';
import type { DnsRecord, RecordChange } from '@registrar-kit/core';
import { NamecheapRegistrar } from '@registrar-kit/namecheap';
import nock from 'nock';
import { expectNoCanary } from '../support/canaries.js';
import { errorOf, testConfig } from '../support/test-driver.js';
import { ZoneServer, type StoredHost } from '../support/zone-server.js';

afterEach(() => {
  nock.cleanAll();
});

const longText = `v=DKIM1; k=rsa; p=${'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A'.repeat(14)}`;

/** One record for each number, every kind in turn. */
function host(number: number): StoredHost {
  const at = `h${number}`;
  const ttl = ['1799', '1800', '60', '300', '60000'][number % 5] ?? '1799';
  const kinds: readonly StoredHost[] = [
    { name: at, type: 'A', address: `192.0.2.${number}`, ttl },
    { name: at, type: 'AAAA', address: `2001:db8::${number}`, ttl },
    { name: at, type: 'CAA', address: `0 issue "ca${number}.example"`, ttl },
    { name: at, type: 'CNAME', address: `target${number}.example.net.`, ttl },
    { name: '@', type: 'MX', address: `mx${number}.example.net.`, ttl, mxPref: String(number) },
    { name: at, type: 'TXT', address: `"quoted ${number}" & <b>=%; ü "`, ttl },
    { name: at, type: 'TXT', address: `${number} ${longText}`, ttl },
    { name: at, type: 'ALIAS', address: `alias${number}.example.net.`, ttl },
    { name: at, type: 'URL', address: `http://example.net/${number}?a=1&b=2`, ttl },
    { name: at, type: 'FRAME', address: `https://example.net/frame/${number}`, ttl },
    { name: at, type: 'URL301', address: `https://example.net/moved/${number}`, ttl },
    { name: at, type: 'NS', address: `ns${number}.example.net.`, ttl },
    { name: number < 20 ? '*' : `*.${at}`, type: 'A', address: '198.51.100.1', ttl },
  ];
  return kinds[number % kinds.length] as StoredHost;
}

const zone150 = Array.from({ length: 150 }, (_, number) => host(number));

function registrar(): NamecheapRegistrar {
  return new NamecheapRegistrar(testConfig);
}

/** What the server holds, without what it makes up itself and without order. */
function stored({ hosts, emailType }: ZoneServer): readonly string[] {
  return [
    emailType,
    ...hosts

      .map(({ name, type, address, ttl, mxPref }) =>
        JSON.stringify({ name, type, address, ttl, mxPref }),
      )
      .sort(),
  ];
}

async function change(server: NamecheapRegistrar, wish: RecordChange): Promise<void> {
  const plan = await server.planRecords({ domain: 'example.com', change: wish });
  // As a browser would hand it back.
  const handedBack = JSON.parse(JSON.stringify(plan)) as typeof plan;
  const { missing, unexpected } = await server.applyRecords({ plan: handedBack });
  expect({ missing, unexpected }).toEqual({ missing: [], unexpected: [] });
}

describe('a zone of 150 mixed records', () => {
  it('keeps every record but for the asked change', async () => {
    const server = new ZoneServer(zone150, 'MX');
    const before = stored(server);
    const own = registrar();
    const { records } = await own.listRecords({ domain: 'example.com' });
    expect(records).toHaveLength(150);

    const out = { name: 'h0', type: 'A', address: '192.0.2.0', ttl: '1799' } as const;
    expect(zone150[0]).toEqual(out);
    await change(own, {
      remove: [{ type: 'A', name: 'h0' }],
      add: [{ type: 'TXT', name: '_acme-challenge', value: 'token', ttlSeconds: 60 }],
    });
    const added = { name: '_acme-challenge', type: 'TXT', address: 'token', ttl: '60' };
    const expected = new ZoneServer([...zone150.slice(1), added], 'MX');
    expect(stored(server)).toEqual(stored(expected));

    await change(own, {
      remove: [{ type: 'TXT', name: '_acme-challenge' }],
      add: [{ type: 'A', name: 'h0', value: '192.0.2.0', ttlSeconds: 1799 }],
    });
    expect(stored(server)).toEqual(before);
    expect((await own.listRecords({ domain: 'example.com' })).records).toHaveLength(150);
  });

  it('is sent as one form with numbers from 1 to 150', async () => {
    const server = new ZoneServer(zone150, 'MX');
    await change(registrar(), {
      remove: [{ type: 'A', name: 'h0' }],
      add: [{ type: 'A', name: 'h0', value: '192.0.2.77' }],
    });
    const written = server.sent.filter(({ Command }) => Command?.endsWith('setHosts'));
    expect(written).toHaveLength(1);
    const names = Object.keys(written[0] ?? {});
    const numbered = (name: string): readonly string[] =>
      names.filter((key) => new RegExp(`^${name}\\d+$`).test(key));
    for (const name of ['HostName', 'RecordType', 'Address', 'TTL'])
      expect([...numbered(name)].sort()).toEqual(
        Array.from({ length: 150 }, (_, index) => `${name}${index + 1}`).sort(),
      );
    expect(numbered('MXPref')).toHaveLength(zone150.filter(({ type }) => type === 'MX').length);
    expect(names).toHaveLength(
      ['Command', 'SLD', 'TLD', 'EmailType'].length + 4 * 150 + numbered('MXPref').length,
    );
  });

  it('takes no 151st', async () => {
    const server = new ZoneServer(zone150, 'MX');
    const error = await errorOf(
      registrar().planRecords({
        domain: 'example.com',
        change: { add: [{ type: 'A', name: 'one-more', value: '192.0.2.1' }] },
      }),
    );
    expect(error).toMatchObject({ code: 'INVALID_INPUT' });
    expect(error.message).toContain('150');
    expect(server.commands).toBe('getHosts');
    expectNoCanary(error);
  });
});

describe('a plan', () => {
  const www: StoredHost = { name: 'www', type: 'A', address: '192.0.2.1', ttl: '1799' };

  it('tells all that the write loses before it is made', async () => {
    const server = new ZoneServer(
      [{ ...www, marks: { IsDDNSEnabled: 'true', FriendlyName: 'home' } }],
      'FWD',
    );
    const own = registrar();
    const plan = await own.planRecords({
      domain: 'example.com',
      change: { add: [{ type: 'MX', name: '@', value: 'mail.example.net' }] },
    });
    expect(plan.losses).toEqual([
      'www A loses dynamic DNS (IsDDNSEnabled)',
      'www A loses the name shown in the Namecheap panel (FriendlyName)',
      'the domain loses its mail service e-mail forwarding: the mail setting (EmailType) changes from FWD to MX',
    ]);
    await own.applyRecords({ plan });
    expect(server.emailType).toBe('MX');
    expect(server.hosts).toEqual([
      www,
      { name: '@', type: 'MX', address: 'mail.example.net.', ttl: '1800', mxPref: '10' },
    ]);
  });

  it('is refused once the zone or its mail setting has changed', async () => {
    const server = new ZoneServer([www]);
    const own = registrar();
    const add: readonly DnsRecord[] = [{ type: 'TXT', name: '_t', value: 'x' }];
    const plan = await own.planRecords({ domain: 'example.com', change: { add } });
    server.emailType = 'FWD';
    expect(await errorOf(own.applyRecords({ plan }))).toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
      effect: 'none',
    });
    server.emailType = 'NONE';
    server.hosts = [{ ...www, ttl: '60' }];
    expect(await errorOf(own.applyRecords({ plan }))).toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
      effect: 'none',
    });
    expect(server.commands).toBe('getHosts getHosts getHosts');
  });

  it('tells where in the caller’s input the vendor objects', async () => {
    new ZoneServer([www]);
    const error = await errorOf(
      registrar().planRecords({
        domain: 'example.com',
        change: { add: [{ type: 'NS', name: '*', value: 'ns1.example.net' }] },
      }),
    );
    expect(error).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: 'change.add.0' }] });
  });

  it('keeps the records of a mail service out of the write and in the zone', async () => {
    const shown: StoredHost = {
      ...www,
      name: '@',
      type: 'MX',
      address: 'mx1.example.org.',
      mxPref: '10',
    };
    const server = new ZoneServer([www, shown], 'OX');
    const own = registrar();
    const plan = await own.planRecords({
      domain: 'example.com',
      change: { add: [{ type: 'TXT', name: '_t', value: 'x' }] },
    });
    expect(plan.losses).toEqual([]);
    expect(plan.kept).toHaveLength(2);
    await own.applyRecords({ plan });
    expect(server.emailType).toBe('OX');
    const written = server.sent.find(({ Command }) => Command?.endsWith('setHosts'));
    expect(Object.values(written ?? {})).not.toContain('MX');
  });
});

describe('writers of one process', () => {
  it('never lose each other’s record', async () => {
    const server = new ZoneServer([{ name: 'www', type: 'A', address: '192.0.2.1', ttl: '1799' }]);
    const writers = Array.from({ length: 6 }, (_, number) => ({
      own: registrar(),
      wish: { add: [{ type: 'TXT', name: `w${number}`, value: `by ${number}` }] } as const,
    }));
    const attempts = await Promise.all(
      writers.map(async ({ own, wish }) => {
        // A plan that was overtaken is refused; whoever made it plans again.
        for (let attempt = 1; ; attempt += 1) {
          const plan = await own.planRecords({ domain: 'example.com', change: wish });
          const error = await own.applyRecords({ plan }).then(
            () => undefined,
            (refusal: unknown) => refusal,
          );
          if (error === undefined) return attempt;
          expect(error).toMatchObject({ code: 'INVALID_DOMAIN_STATE', effect: 'none' });
        }
      }),
    );
    expect(server.hosts.map(({ name: at }) => at).sort()).toEqual([
      'w0',
      'w1',
      'w2',
      'w3',
      'w4',
      'w5',
      'www',
    ]);
    expect(Math.max(...attempts)).toBeGreaterThan(1);
  });

  it('lets a forward and a record go in beside each other', async () => {
    const server = new ZoneServer([{ name: 'www', type: 'A', address: '192.0.2.1', ttl: '1799' }]);
    const [one, other] = [registrar(), registrar()];
    const plan = await one.planRecords({
      domain: 'example.com',
      change: { add: [{ type: 'TXT', name: '_t', value: 'x' }] },
    });
    await Promise.all([
      one.applyRecords({ plan }),
      other.setUrlForward({ domain: 'example.com', target: 'https://new.example.net/' }),
    ]);
    expect(server.hosts.map(({ name: at, type }) => `${at} ${type}`).sort()).toEqual([
      '@ URL',
      '_t TXT',
      'www A',
    ]);
  });
});
