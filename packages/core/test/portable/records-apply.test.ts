import { describe, expect, it, test } from '@jest/globals';
import {
  InvalidDomainStateError,
  isRegistrarError,
  TransportError,
  UnexpectedResponseError,
  type DnsRecord,
  type DriverZone,
  type RecordChange,
  type RecordPlan,
} from '@registrar-kit/core';
import { aZone, type ZoneShop } from '../support/a-zone.js';
import { settled, TestClock } from '../support/test-clock.js';
import { rejectionOf } from '../support/thrown-by.js';

const domain = 'example.com';
const a: DnsRecord = { type: 'A', name: 'www', value: '192.0.2.1', ttlSeconds: 1800 };
const txt: DnsRecord = { type: 'TXT', name: '@', value: 'v=spf1 "-all"', ttlSeconds: 300 };
const added: DnsRecord = { type: 'A', name: 'new', value: '192.0.2.9' };
const change: RecordChange = { add: [added], remove: [{ type: 'TXT', name: '@' }] };

async function planned(
  shop: ZoneShop = aZone([a, txt]),
  wanted: RecordChange = change,
): Promise<{ shop: ZoneShop; plan: RecordPlan }> {
  const plan = await shop.registrar.planRecords({ domain, change: wanted });
  return { shop, plan: JSON.parse(JSON.stringify(plan)) as RecordPlan };
}

const writes = (shop: ZoneShop): number =>
  shop.operations().filter((operation) => operation === 'applyRecords').length;

describe('applyRecords', () => {
  it('reads, asks, writes once and reads back', async () => {
    const { shop, plan } = await planned();
    const before = shop.zone;
    expect(await shop.registrar.applyRecords({ plan })).toEqual({
      domain,
      records: [a, added],
      missing: [],
      unexpected: [],
    });
    const request = { domain, before, added: [added], removed: [txt], target: [a, added] };
    expect(shop.driver.log.slice(2)).toEqual([
      { operation: 'listRecords', request: domain, retry: 'read' },
      { operation: 'planRecords', request, retry: 'read' },
      { operation: 'applyRecords', request, retry: 'never' },
      { operation: 'listRecords', request: domain, retry: 'read' },
    ]);
  });

  it('has more time for a change of many records, which may take a request each', async () => {
    const clock = new TestClock();
    const add = Array.from({ length: 40 }, (_, index) => ({
      ...added,
      name: `n${String(index)}`,
    }));
    const { shop, plan } = await planned(aZone([a], { clock }), { add });
    shop.instead.applyRecords = async ({ target }) => {
      await clock.delay(200_000);
      shop.zone = { ...shop.zone, records: target };
    };
    const call = shop.registrar.applyRecords({ plan });
    // The deadline, and then the write.
    while (clock.waiting < 2) await settled();
    await clock.advance(200_000);
    expect(await call).toMatchObject({ missing: [], unexpected: [] });
  });

  it('writes nothing for an empty difference, and answers what stands', async () => {
    const { shop, plan } = await planned(aZone([a, txt]), { add: [a] });
    expect(await shop.registrar.applyRecords({ plan })).toEqual({
      domain,
      records: [a, txt],
      missing: [],
      unexpected: [],
    });
    const look = ['listRecords', 'planRecords'];
    expect(shop.operations()).toEqual([...look, ...look]);
  });

  it('keeps a name that reads like another where it is', async () => {
    const odd = [
      { type: 'A', name: 'www.example.com', value: '192.0.2.3' },
      { type: 'A', name: 'example.com', value: '192.0.2.4' },
    ] as const;
    const { shop, plan } = await planned(aZone([...odd, txt]));
    expect(plan.kept.map(({ name }) => name)).toEqual([
      'www.example.com.example.com.',
      'example.com.example.com.',
    ]);
    const { records } = await shop.registrar.applyRecords({ plan });
    expect(shop.zone.records).toEqual([...odd, added]);
    expect(records.map(({ name }) => name)).toEqual([...plan.kept.map(({ name }) => name), 'new']);
    const [{ name }] = plan.kept as [DnsRecord];
    const second = await planned(shop, { remove: [{ type: 'A', name }] });
    await shop.registrar.applyRecords({ plan: second.plan });
    expect(shop.zone.records).toEqual([odd[1], added]);
  });

  describe('reports', () => {
    test.each<[string, readonly DnsRecord[], object]>([
      ['what is missing', [a], { missing: [added] }],
      ['what is not of the plan', [a, added, txt], { unexpected: [txt] }],
      [
        'both',
        [{ ...a, value: '192.0.2.2' }, added],
        { missing: [a], unexpected: [{ ...a, value: '192.0.2.2' }] },
      ],
      ['a copy too many', [a, a, added], { unexpected: [a] }],
      ['nothing of a TTL that was rounded', [a, { ...added, ttlSeconds: 60 }], {}],
      ['nothing of another order and form', [{ ...added, name: 'NEW' }, a], {}],
    ])('%s', async (_what, after, expected) => {
      const { shop, plan } = await planned();
      shop.instead.applyRecords = async () => {
        shop.zone = { records: after };
      };
      expect(await shop.registrar.applyRecords({ plan })).toMatchObject({
        missing: [],
        unexpected: [],
        ...expected,
      });
    });

    it('nothing of a TTL that the provider never states', async () => {
      const bare = { type: 'A', name: 'www', value: '192.0.2.1' } as const;
      const { shop, plan } = await planned(aZone([bare, txt]), { add: [a] });
      expect(plan.added).toEqual([a]);
      shop.instead.applyRecords = async () => undefined;
      expect(await shop.registrar.applyRecords({ plan })).toMatchObject({
        missing: [],
        unexpected: [],
      });
    });

    it('a TTL that did not change, and not one that was rounded', async () => {
      const slow = { ...a, ttlSeconds: 700 };
      for (const [ttlSeconds, missing, unexpected] of [
        [700, [], []],
        [600, [], []],
        [1800, [slow], [a]],
      ] as const) {
        const { shop, plan } = await planned(aZone([a, txt]), { add: [slow] });
        shop.instead.applyRecords = async () => {
          shop.zone = { records: [{ ...a, ttlSeconds }, txt] };
        };
        expect(await shop.registrar.applyRecords({ plan })).toMatchObject({ missing, unexpected });
      }
    });
  });
});

describe('a plan that does not fit the zone any more', () => {
  test.each<[string, DriverZone]>([
    ['a record came', { records: [a, txt, { ...a, name: 'other' }] }],
    ['a record went', { records: [a] }],
    ['a TTL changed', { records: [{ ...a, ttlSeconds: 60 }, txt] }],
    ['a setting changed', { records: [a, txt], settings: { mail: 'MX' } }],
    ['nothing was read', { records: [] }],
  ])('is refused: %s', async (_what, zone) => {
    const { shop, plan } = await planned();
    shop.zone = zone;
    const error = await rejectionOf(shop.registrar.applyRecords({ plan }));
    expect(isRegistrarError(error, 'INVALID_DOMAIN_STATE')).toBe(true);
    expect(error).toMatchObject({
      effect: 'none',
      domain,
      operation: 'applyRecords',
      message: expect.stringContaining('the zone changed since the plan was made'),
    });
    expect(shop.zone).toBe(zone);
    expect(writes(shop)).toBe(0);
  });

  it('is refused even when it changes nothing', async () => {
    const { shop, plan } = await planned(aZone([a, txt]), {});
    shop.zone = { records: [a] };
    const error = await rejectionOf(shop.registrar.applyRecords({ plan }));
    expect(isRegistrarError(error, 'INVALID_DOMAIN_STATE')).toBe(true);
  });

  it('is refused when the write would lose more than was told', async () => {
    const { shop, plan } = await planned();
    shop.zone = { records: [a, txt], losses: ['the dynamic DNS of www is switched off'] };
    const error = await rejectionOf(shop.registrar.applyRecords({ plan }));
    expect(isRegistrarError(error, 'INVALID_DOMAIN_STATE') && error.message).toContain(
      'plan again (the dynamic DNS of www is switched off)',
    );
    expect(writes(shop)).toBe(0);
    const again = await planned(shop);
    shop.zone = { records: [txt, a], losses: [] };
    await shop.registrar.applyRecords({ plan: again.plan });
    expect(writes(shop)).toBe(1);
  });

  it('is refused when the driver has something against it by now', async () => {
    const { shop, plan } = await planned();
    const [problem, cure] = ['cannot be stored any more', 'leave it out'];
    shop.instead.planRecords = async () => ({
      losses: [],
      issues: [{ path: 'new A', problem, cure }],
    });
    expect(await rejectionOf(shop.registrar.applyRecords({ plan }))).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'plan.added.0', problem, cure }],
    });
    expect(writes(shop)).toBe(0);
  });

  it('cannot be written a second time', async () => {
    const { shop, plan } = await planned();
    await shop.registrar.applyRecords({ plan });
    const error = await rejectionOf(shop.registrar.applyRecords({ plan }));
    expect(isRegistrarError(error, 'INVALID_DOMAIN_STATE')).toBe(true);
    expect(writes(shop)).toBe(1);
  });
});

describe('a plan that was tampered with', () => {
  const zone = [a, a, txt, { type: 'CNAME', name: 'alias', value: 'target.example.net' }] as const;

  test.each<[string, (plan: RecordPlan) => unknown, string]>([
    ['keeps less', (plan) => ({ ...plan, kept: plan.kept.slice(1) }), 'plan'],
    ['keeps one of two', (plan) => ({ ...plan, kept: [a, ...plan.kept.slice(2)] }), 'plan'],
    ['keeps nothing', (plan) => ({ ...plan, kept: [] }), 'plan'],
    ['removes less', (plan) => ({ ...plan, removed: [] }), 'plan'],
    [
      'keeps what is not there',
      (plan) => ({ ...plan, kept: [...plan.kept, added] }),
      'plan.added.0',
    ],
    [
      'keeps another value',
      (plan) => ({ ...plan, kept: [{ ...a, value: '192.0.2.66' }, ...plan.kept.slice(1)] }),
      'plan.kept.0',
    ],
    [
      'keeps another TTL',
      (plan) => ({ ...plan, kept: [{ ...a, ttlSeconds: 60 }, ...plan.kept.slice(1)] }),
      'plan.kept.0',
    ],
    [
      'removes what is not there',
      (plan) => ({ ...plan, removed: [...plan.removed, { ...txt, name: 'x' }] }),
      'plan.removed.1',
    ],
    ['keeps and removes the same', (plan) => ({ ...plan, kept: [...plan.kept, txt] }), 'plan'],
    ['adds nonsense', (plan) => ({ ...plan, added: [{ ...a, value: 'x' }] }), 'plan.added.0.value'],
    [
      'adds a bad name',
      (plan) => ({ ...plan, added: [{ ...a, name: 'a b' }] }),
      'plan.added.0.name',
    ],
    [
      'adds an impossible TTL',
      (plan) => ({ ...plan, added: [{ ...a, value: '192.0.2.8', ttlSeconds: 1 }] }),
      'plan.added.0.ttlSeconds',
    ],
    [
      'adds an impossible type',
      (plan) => ({ ...plan, added: [{ type: 'NS', name: 'sub', value: 'ns1.example.net' }] }),
      'plan.added.0.type',
    ],
    [
      'adds beside a CNAME',
      (plan) => ({ ...plan, added: [{ ...a, name: 'alias' }] }),
      'plan.added.0.name',
    ],
    ['adds what is kept', (plan) => ({ ...plan, added: [a] }), 'plan.added.0'],
    ['adds twice', (plan) => ({ ...plan, added: [added, added] }), 'plan.added.1'],
    [
      'adds too many',
      (plan) => ({
        ...plan,
        added: Array.from({ length: 148 }, (_, index) => ({ ...a, name: `h${String(index)}` })),
      }),
      'plan',
    ],
    ['has a field of its own', (plan) => ({ ...plan, force: true }), 'plan.force'],
    [
      'has no fingerprint',
      (plan) => ({ ...plan, zoneFingerprint: undefined }),
      'plan.zoneFingerprint',
    ],
    [
      'has half a fingerprint',
      (plan) => ({ ...plan, zoneFingerprint: 'ab' }),
      'plan.zoneFingerprint',
    ],
    ['lists no losses', (plan) => ({ ...plan, losses: undefined }), 'plan.losses'],
    ['lists no records', (plan) => ({ ...plan, kept: 'all' }), 'plan.kept'],
    ['is for no domain', (plan) => ({ ...plan, domain: 'com' }), 'plan.domain'],
    ['is no plan', () => 'the plan', 'plan'],
  ])('is refused as it %s', async (_what, tamper, path) => {
    const { shop, plan } = await planned(aZone(zone));
    const call = shop.registrar.applyRecords({ plan: tamper(plan) as RecordPlan });
    const error = await rejectionOf(call);
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toContainEqual({
      path,
      problem: expect.any(String),
      cure: expect.any(String),
    });
    expect(shop.zone.records).toBe(zone);
    expect(writes(shop)).toBe(0);
  });

  it('is refused for another domain with the same records', async () => {
    const { shop, plan } = await planned();
    const moved = { ...plan, domain: 'example.net' } as never;
    const error = await rejectionOf(shop.registrar.applyRecords({ plan: moved }));
    expect(isRegistrarError(error, 'INVALID_DOMAIN_STATE')).toBe(true);
    expect(writes(shop)).toBe(0);
  });
});

describe('a write that fails', () => {
  const origin = { provider: 'test-registrar', operation: 'applyRecords', domain } as const;

  test.each(['none', 'unknown'] as const)('keeps its effect: %s', async (effect) => {
    const { shop, plan } = await planned();
    const failure = new TransportError({
      ...origin,
      detail: 'the connection broke',
      phase: 'sent',
      effect,
    });
    shop.instead.applyRecords = async () => {
      throw failure;
    };
    expect(await rejectionOf(shop.registrar.applyRecords({ plan }))).toBe(failure);
    expect(shop.operations().slice(-1)).toEqual(['applyRecords']);
  });

  it('is not tried when the reading before it fails', async () => {
    const { shop, plan } = await planned();
    const failure = new UnexpectedResponseError({
      ...origin,
      detail: 'half a zone',
      kind: 'truncated',
    });
    shop.instead.listRecords = async () => {
      throw failure;
    };
    expect(await rejectionOf(shop.registrar.applyRecords({ plan }))).toBe(failure);
    expect(writes(shop)).toBe(0);
  });

  it('is not tried when the call ended before it', async () => {
    const { shop, plan } = await planned();
    const caller = new AbortController();
    shop.instead.planRecords = async () => {
      caller.abort();
      return { losses: [], issues: [] };
    };
    const options = { signal: caller.signal };
    expect(await rejectionOf(shop.registrar.applyRecords({ plan }, options))).toMatchObject({
      code: 'CANCELLED',
      effect: 'none',
    });
    expect(writes(shop)).toBe(0);
  });

  it('is not tried when the provider does not serve the zone any more', async () => {
    const { shop, plan } = await planned();
    shop.instead.listRecords = async () => {
      throw new InvalidDomainStateError({ ...origin, detail: 'other name servers' });
    };
    const error = await rejectionOf(shop.registrar.applyRecords({ plan }));
    expect(isRegistrarError(error, 'INVALID_DOMAIN_STATE')).toBe(true);
    expect(writes(shop)).toBe(0);
  });
});

describe('a reading that fails after the write', () => {
  /** The third reading of a plan that is made and applied. */
  async function afterTheWrite(thrown: unknown): Promise<unknown> {
    const { shop, plan } = await planned();
    shop.instead.listRecords = async (count, zone) => {
      if (count < 3) return zone;
      throw thrown;
    };
    const error = await rejectionOf(shop.registrar.applyRecords({ plan }));
    expect(shop.zone.records).toEqual([a, added]);
    return error;
  }

  it('does not read as if nothing had happened', async () => {
    const error = await afterTheWrite(
      new TransportError({
        provider: 'test-registrar',
        operation: 'applyRecords',
        domain,
        detail: 'the connection was refused: try later',
        phase: 'not_sent',
        vendor: { httpStatus: 503 },
      }),
    );
    expect(error).toMatchObject({
      code: 'PROVIDER_ERROR',
      effect: 'applied',
      retryable: false,
      vendor: { httpStatus: 503 },
      message:
        'test-registrar: applyRecords (example.com): the change was written, but the zone could not be read back; list its records to see what stands (the connection was refused: try later)',
    });
  });

  it('nor when the adapter breaks, whose words are not passed on', async () => {
    const error = await afterTheWrite(new Error('CANARY'));
    expect(error).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'applied' });
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });

  it('nor when the call ends', async () => {
    for (const end of ['deadline', 'caller'] as const) {
      const clock = new TestClock();
      const { shop, plan } = await planned(aZone([a, txt], { clock }));
      const caller = new AbortController();
      shop.instead.listRecords = async (count, zone) => {
        if (count < 3) return zone;
        if (end === 'caller') caller.abort();
        else await clock.advance(5000);
        throw new Error('aborted');
      };
      const options = { timeoutMs: 5000, signal: caller.signal };
      const error = await rejectionOf(shop.registrar.applyRecords({ plan }, options));
      expect(error).toMatchObject({
        code: end === 'deadline' ? 'TIMEOUT' : 'CANCELLED',
        effect: 'applied',
        message: expect.stringContaining('after the change was written'),
      });
    }
  });
});
