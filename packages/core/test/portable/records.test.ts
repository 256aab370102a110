import { describe, expect, it, test } from '@jest/globals';
import {
  InvalidDomainStateError,
  isRegistrarError,
  type DnsRecord,
  type RecordChange,
} from '@registrar-kit/core';
import { aZone, zoneLimits } from '../support/a-zone.js';
import { rejectionOf } from '../support/thrown-by.js';

const domain = 'example.com';
const a: DnsRecord = { type: 'A', name: 'www', value: '192.0.2.1', ttlSeconds: 1800 };
const txt: DnsRecord = { type: 'TXT', name: '@', value: 'v=spf1 "-all"', ttlSeconds: 300 };
const mx: DnsRecord = {
  type: 'MX',
  name: '@',
  value: 'mail.example.net',
  ttlSeconds: 300,
  priority: 20,
};
const zone = [a, txt, mx];

async function planOf(change: RecordChange, records: readonly DnsRecord[] = zone) {
  const { added, removed, kept } = await aZone(records).registrar.planRecords({ domain, change });
  return { added, removed, kept };
}

async function issuesOf(change: unknown, records: readonly DnsRecord[] = zone) {
  const shop = aZone(records);
  const error = await rejectionOf(shop.registrar.planRecords({ domain, change } as never));
  if (!isRegistrarError(error, 'INVALID_INPUT')) throw error;
  expect(shop.operations()).not.toContain('applyRecords');
  return { issues: error.issues, asked: shop.operations() };
}

describe('listRecords', () => {
  it('answers every record in its one form', async () => {
    const shop = aZone([
      { type: 'CNAME', name: 'Shop', value: 'Target.example.net.' },
      { type: 'A', name: 'example.com.', value: '192.0.2.1', priority: 10, ttlSeconds: 1799 },
      { type: 'TXT', name: 'www.example.com', value: ' "as it is" ' },
      { type: 'A', name: 'odd', value: 'not an address' },
    ]);
    expect(await shop.registrar.listRecords({ domain: 'Example.COM' })).toEqual({
      domain,
      records: [
        { type: 'CNAME', name: 'shop', value: 'target.example.net' },
        { type: 'A', name: '@', value: '192.0.2.1', ttlSeconds: 1799 },
        { type: 'TXT', name: 'www.example.com.example.com.', value: ' "as it is" ' },
        { type: 'A', name: 'odd', value: 'not an address' },
      ],
    });
    expect(shop.driver.log).toEqual([{ operation: 'listRecords', request: domain, retry: 'read' }]);
  });

  it('passes on that the provider does not serve the zone', async () => {
    const shop = aZone(zone);
    shop.instead.listRecords = async () => {
      throw new InvalidDomainStateError({
        provider: 'test-registrar',
        operation: 'listRecords',
        detail: 'the domain uses other name servers',
      });
    };
    const calls = [
      shop.registrar.listRecords({ domain }),
      shop.registrar.planRecords({ domain, change: { replaceAll: [] } }),
    ];
    for (const call of calls)
      expect(isRegistrarError(await rejectionOf(call), 'INVALID_DOMAIN_STATE')).toBe(true);
  });
});

describe('planRecords', () => {
  it('reads, asks the driver what it has against the change, and writes nothing', async () => {
    const shop = aZone([]);
    shop.zone = {
      records: zone,
      settings: { mail: 'MX' },
      losses: ['the dynamic DNS of home is switched off'],
    };
    const losses = ['the note of www is lost', 'the dynamic DNS of home is switched off'];
    shop.instead.planRecords = async () => ({ losses, issues: [] });
    const added: DnsRecord = { type: 'AAAA', name: 'www', value: '2001:db8::1' };
    const change = {
      add: [{ ...added, name: 'WWW.example.com', value: '2001:DB8:0::1' }],
      remove: [{ type: 'TXT', name: '' }],
    } as const;
    const plan = await shop.registrar.planRecords({ domain: 'EXAMPLE.com.', change });
    expect(plan).toEqual({
      domain,
      added: [added],
      removed: [txt],
      kept: [a, mx],
      losses: ['the dynamic DNS of home is switched off', 'the note of www is lost'],
      zoneFingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    expect(shop.driver.log).toEqual([
      { operation: 'listRecords', request: domain, retry: 'read' },
      {
        operation: 'planRecords',
        request: {
          domain,
          before: shop.zone,
          added: [added],
          removed: [txt],
          target: [a, mx, added],
        },
        retry: 'read',
      },
    ]);
  });

  describe('adds', () => {
    const other = { type: 'A', name: 'www', value: '192.0.2.2' } as const;
    const bare = { type: 'A', name: 'www', value: '192.0.2.1' } as const;

    test.each<[string, RecordChange, Partial<Awaited<ReturnType<typeof planOf>>>]>([
      ['what is not there', { add: [other] }, { added: [other], kept: zone }],
      ['nothing that is there', { add: [bare] }, { kept: zone }],
      ['nothing that is there with the same TTL', { add: [a] }, { kept: zone }],
      [
        'what is there with another TTL',
        { add: [{ ...bare, ttlSeconds: 60 }] },
        { added: [{ ...bare, ttlSeconds: 60 }], removed: [a], kept: [txt, mx] },
      ],
      [
        'a mail host under another priority beside it',
        { add: [{ type: 'MX', name: '@', value: 'mail.example.net' }] },
        { added: [{ type: 'MX', name: '@', value: 'mail.example.net', priority: 10 }], kept: zone },
      ],
      ['nothing that goes in the same change', { add: [bare], remove: [a] }, { kept: zone }],
      ['nothing for nothing', {}, { kept: zone }],
    ])('%s', async (_what, change, expected) => {
      expect(await planOf(change)).toEqual({ added: [], removed: [], kept: [], ...expected });
    });
  });

  describe('removes', () => {
    const second = { ...a, value: '192.0.2.2' };
    const backup = { ...mx, priority: 30 };
    const records = [...zone, second, backup];

    test.each<[string, RecordChange, readonly DnsRecord[]]>([
      ['one record by its value', { remove: [{ ...a, name: 'WWW.example.com.' }] }, [a]],
      ['all of a name and type', { remove: [{ type: 'A', name: 'www' }] }, [a, second]],
      [
        'all of a name, type and value whatever the priority',
        { remove: [{ type: 'MX', name: '@', value: 'MAIL.example.net.' }] },
        [mx, backup],
      ],
      ['those of one priority', { remove: [{ type: 'MX', name: '@', priority: 30 }] }, [backup]],
      ['one record whatever the TTL', { remove: [{ ...a, ttlSeconds: 1 }] }, [a]],
      ['nothing that is not there', { remove: [{ type: 'A', name: 'ftp' }] }, []],
      [
        'nothing of another value',
        { remove: [{ type: 'TXT', name: '@', value: 'v=spf1 -all' }] },
        [],
      ],
    ])('%s', async (_what, change, removed) => {
      expect(await planOf(change, records)).toEqual({
        added: [],
        removed,
        kept: records.filter((record) => !removed.includes(record)),
      });
    });
  });

  describe('replaces', () => {
    it('exactly what differs, and keeps a TTL where none is wished', async () => {
      const bare = { type: 'A', name: 'www', value: '192.0.2.1' } as const;
      const added: DnsRecord = { type: 'A', name: 'new', value: '192.0.2.9' };
      const slow = { ...txt, ttlSeconds: 600 };
      expect(await planOf({ replaceAll: [added, slow, bare] })).toEqual({
        added: [added, slow],
        removed: [txt, mx],
        kept: [a],
      });
      expect(await planOf({ replaceAll: [] })).toEqual({ added: [], removed: zone, kept: [] });
    });

    it('a zone with what was listed of it by nothing, whatever rule that breaks', async () => {
      const odd: DnsRecord[] = [
        { type: 'CNAME', name: '@', value: 'target.example.net' },
        { type: 'A', name: 'odd', value: 'not an address', ttlSeconds: 5 },
        { type: 'A', name: 'www.example.com', value: '192.0.2.1' },
        { type: 'A', name: 'www', value: '192.0.2.1' },
        { type: 'NS', name: 'sub', value: 'ns1.example.net' },
        ...zone.slice(1),
      ];
      const shop = aZone(odd);
      const { records } = await shop.registrar.listRecords({ domain });
      const change = { replaceAll: records };
      expect(await shop.registrar.planRecords({ domain, change })).toMatchObject({
        added: [],
        removed: [],
        kept: records,
      });
    });

    it('of two that are alike one, where one is wished', async () => {
      expect(await planOf({ replaceAll: [a] }, [a, a])).toEqual({
        added: [],
        removed: [a],
        kept: [a],
      });
      expect(await planOf({ add: [a] }, [a, a])).toEqual({ added: [], removed: [], kept: [a, a] });
    });
  });

  it('asks also about a change that changes nothing, and loses nothing by it', async () => {
    const shop = aZone(zone);
    shop.zone = { records: zone, losses: ['everything'] };
    expect(await shop.registrar.planRecords({ domain, change: { add: [a] } })).toMatchObject({
      losses: [],
    });
    expect(shop.operations()).toEqual(['listRecords', 'planRecords']);
  });

  it('is refused where the provider objects to what stands, though nothing changes', async () => {
    const shop = aZone(zone);
    const issue = { path: 'www A', problem: 'is staged only', cure: 'apply it' };
    shop.instead.planRecords = async () => ({ losses: [], issues: [issue] });
    const call = shop.registrar.planRecords({ domain, change: { add: [a] } });
    await expect(call).rejects.toMatchObject({ code: 'INVALID_INPUT', issues: [issue] });
  });

  it('tells the same fingerprint whatever the order, and another for every difference', async () => {
    const print = async (change: object): Promise<string> => {
      const shop = aZone(zone);
      shop.zone = { records: zone, settings: { mail: 'MX', web: 'on' }, ...change };
      return (await shop.registrar.planRecords({ domain, change: {} })).zoneFingerprint;
    };
    const same = await print({});
    expect(await print({ records: zone.toReversed() })).toBe(same);
    expect(await print({ settings: { web: 'on', mail: 'MX' } })).toBe(same);
    expect(await print({ records: [{ ...a, name: 'WWW' }, txt, mx], losses: ['x'] })).toBe(same);
    const others = [
      { settings: { mail: 'MXE', web: 'on' } },
      { settings: {} },
      { records: [txt, mx] },
      { records: [...zone, a] },
      { records: [{ ...a, ttlSeconds: 60 }, txt, mx] },
      { records: [{ ...a, value: '192.0.2.2' }, txt, mx] },
      { records: [a, txt, { ...mx, priority: 5 }] },
      { records: [] },
    ];
    const prints = await Promise.all(others.map(print));
    expect(new Set([same, ...prints]).size).toBe(others.length + 1);
  });
});

describe('a change that cannot be made', () => {
  const www = { type: 'A', name: 'www' } as const;

  test.each<[string, unknown]>([
    [
      'change.add.1.value: "300.1.1.1" is not an IPv4 address; give one such as 192.0.2.1',
      { add: [a, { ...www, value: '300.1.1.1' }] },
    ],
    [
      'change.add.0.type: "SPF" is not a type of record; give one of: A, AAAA',
      { add: [{ type: 'SPF', name: '@', value: 'x' }] },
    ],
    ['change.add.0.type: is missing', { add: [{ name: '@', value: 'x' }] }],
    [
      'change.add.0.type: NS records cannot be stored here; give one of: A, AAAA',
      { add: [{ type: 'NS', name: 'sub', value: 'ns1.example.net' }] },
    ],
    [
      'change.add.0.ttlSeconds: 59 seconds cannot be stored here; give 60 to 60000, or leave it out',
      { add: [{ ...a, ttlSeconds: 59 }] },
    ],
    ['change.add.0.ttlSeconds: 60001 seconds', { add: [{ ...a, ttlSeconds: 60_001 }] }],
    ['change.add.0.ttlSeconds: "60.5" is not a whole', { add: [{ ...a, ttlSeconds: 60.5 }] }],
    ['change.add.0.ttlSeconds: "300" is not a whole', { add: [{ ...a, ttlSeconds: '300' }] }],
    ['change.add.0.name: has an invalid label', { add: [{ ...a, name: 'a b' }] }],
    ['change.add.0.value: is missing', { add: [{ type: 'TXT', name: '@' }] }],
    ['change.add.0.value: is not of type string', { add: [{ ...a, value: 5 }] }],
    ['change.add.0.priority: means nothing', { add: [{ ...a, priority: 5 }] }],
    ['change.add.0.ttl: is not a field', { add: [{ ...a, ttl: 60 }] }],
    ['change.remove.0.type: "X" is not a type', { remove: [{ type: 'X', name: '@' }] }],
    ['change.replaceAll.1.value: "x" is not an IPv4', { replaceAll: [a, { ...www, value: 'x' }] }],
    ['change.replaceAll: cannot stand beside add', { replaceAll: [], add: [] }],
    ['change.replaceAll: cannot stand beside', { replaceAll: [], remove: [] }],
    ['change.delete: is not a field', { delete: [] }],
    ['change: is missing', undefined],
    [
      'change.add.1: is the same record as change.add.0; give each record once',
      {
        add: [
          { ...www, value: '192.0.2.7' },
          { ...a, value: '192.0.2.7' },
        ],
      },
    ],
    ['change.replaceAll.1: is the same record', { replaceAll: [mx, { ...mx, ttlSeconds: 60 }] }],
    [
      'change.add.0.name: a CNAME cannot stand at the domain itself',
      { add: [{ type: 'CNAME', name: '@', value: 'target.example.net' }] },
    ],
    [
      'change.add.0.name: a CNAME cannot stand beside the A record of the same name',
      { add: [{ type: 'CNAME', name: 'www', value: 'target.example.net' }] },
    ],
    [
      'change.add.1.name: a TXT record cannot stand beside the CNAME of the same name',
      {
        add: [
          { type: 'CNAME', name: 'new', value: 'target.example.net' },
          { type: 'TXT', name: 'new', value: 'x' },
        ],
      },
    ],
  ])('%s', async (words, change) => {
    const { issues } = await issuesOf(change);
    const texts = issues.map(({ path, problem, cure }) => `${path}: ${problem}; ${cure}`);
    expect(texts).toContainEqual(expect.stringContaining(words));
  });

  it('lists every fault at once, and asks nobody', async () => {
    const { issues, asked } = await issuesOf({
      add: [
        { type: 'A', name: 'a b', value: 'x', ttlSeconds: 1, priority: 1 },
        { type: 'NS', name: 'x'.repeat(64), value: '@' },
      ],
    });
    expect(issues.map(({ path }) => path)).toEqual([
      'change.add.0.name',
      'change.add.0.value',
      'change.add.0.priority',
      'change.add.0.ttlSeconds',
      'change.add.1.name',
      'change.add.1.value',
      'change.add.1.type',
    ]);
    expect(asked).toEqual([]);
  });

  it('names a domain that cannot be read, and asks nobody', async () => {
    const shop = aZone(zone);
    const call = shop.registrar.planRecords({ domain: 'com', change: { add: [a], remove: [a] } });
    expect(await rejectionOf(call)).toMatchObject({ issues: [{ path: 'domain' }] });
    expect(shop.operations()).toEqual([]);
  });

  it('may take a CNAME once what stands beside it goes', async () => {
    const cname: DnsRecord = { type: 'CNAME', name: 'www', value: 'target.example.net' };
    const remove = [{ type: 'A', name: 'www' }] as const;
    expect(await planOf({ add: [cname], remove })).toMatchObject({ added: [cname] });
    const records = [cname, txt];
    expect((await issuesOf({ add: [a] }, records)).issues).toMatchObject([
      { path: 'change.add.0.name' },
    ]);
  });

  const many = (count: number): DnsRecord[] =>
    Array.from({ length: count }, (_, index) => ({
      type: 'A',
      name: `h${String(index)}`,
      value: '192.0.2.1',
    }));

  it('leaves no more records than a zone holds', async () => {
    expect((await issuesOf({ add: many(2) }, [...many(1), ...many(151).slice(2)])).issues).toEqual([
      {
        path: 'change',
        problem: 'would leave 151 records in the zone',
        cure: 'a zone holds 150 here; remove some',
      },
    ]);
    expect((await issuesOf({ replaceAll: many(151) })).issues).toMatchObject([{ path: 'change' }]);
    expect((await planOf({ replaceAll: many(150) })).added).toHaveLength(150);
    // A zone that has too many already can be cleared.
    expect((await planOf({ remove: many(3) }, many(160))).kept).toHaveLength(157);
    const { recordTypes, ttlSeconds } = zoneLimits;
    const { registrar } = aZone([], {}, { recordTypes, ttlSeconds });
    const plan = await registrar.planRecords({ domain, change: { add: many(151) } });
    expect(plan.added).toHaveLength(151);
  });

  it('is refused for what the driver has against it, by the path of the record', async () => {
    const shop = aZone(zone);
    const [problem, cure] = ['is not possible with the present mail setting', 'change it'];
    shop.instead.planRecords = async () => ({
      losses: [],
      issues: ['www MX', '@ MX', 'zone'].map((path) => ({ path, problem, cure })),
    });
    const add = [a, { ...mx, name: 'www', priority: 1 }];
    const error = await rejectionOf(shop.registrar.planRecords({ domain, change: { add } }));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toEqual(
      ['change.add.1', '@ MX', 'zone'].map((path) => ({ path, problem, cure })),
    );
  });

  it('is not held up by what the zone holds already', async () => {
    const odd: DnsRecord[] = [
      { type: 'CNAME', name: '@', value: 'x' },
      { type: 'CNAME', name: 'www', value: 'target.example.net', ttlSeconds: 1 },
      { type: 'CAA', name: '@', value: 'nonsense' },
      { type: 'NS', name: 'a b', value: '192.0.2.1' },
      a,
      a,
    ];
    const added: DnsRecord = { type: 'TXT', name: 'new', value: 'x' };
    const plan = await planOf({ add: [added], remove: [{ type: 'CAA', name: '@' }] }, odd);
    expect(plan).toMatchObject({ added: [added], removed: [{ type: 'CAA' }] });
    expect(plan.kept).toHaveLength(5);
  });

  it('may remove what no rule permits', async () => {
    const odd: DnsRecord = { type: 'A', name: 'a b', value: 'not an address' };
    expect(await planOf({ remove: [odd] }, [odd, a])).toEqual({
      added: [],
      removed: [odd],
      kept: [a],
    });
  });
});
