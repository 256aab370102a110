import { describe, expect, it, test } from '@jest/globals';
import type { DnsRecord, RecordChange } from '@registrar-kit/core';
import { expectFailure } from '../support/registrar.js';
import { reseller, serveRegistrar, type ServedRegistrar } from './support/served-registrar.js';

const domain = 'ornek-bakery.com';
const zonePath = '/api/v1/domains/zones';
const www = { type: 'A', name: 'www', value: '192.0.2.10' } as const;

/** Plans a change and applies it at once. */
async function change({ registrar }: ServedRegistrar, wanted: RecordChange) {
  const plan = await registrar.planRecords({ domain, change: wanted });
  return registrar.applyRecords({ plan });
}

/** What the world holds, such as `www A 192.0.2.10`. */
function standing({ world }: ServedRegistrar): readonly string[] {
  return world.zones
    .of(reseller, domain)
    .records.map(({ name, type, value, priority }) =>
      [name, type, priority, value].filter((part) => part !== undefined).join(' '),
    );
}

function staged({ world }: ServedRegistrar): number {
  return world.zones.of(reseller, domain).staged.length;
}

function writes({ requests }: ServedRegistrar): readonly string[] {
  return requests.filter((request) => request.includes('zones') && !request.startsWith('GET'));
}

describe('a zone', () => {
  const mixed: readonly DnsRecord[] = [
    { type: 'A', name: '@', value: '192.0.2.1', ttlSeconds: 300 },
    { type: 'A', name: '@', value: '192.0.2.2', ttlSeconds: 300 },
    { type: 'AAAA', name: '@', value: '2001:db8::1', ttlSeconds: 300 },
    { type: 'ALIAS', name: 'alias', value: 'hosts.example.net', ttlSeconds: 600 },
    { type: 'CAA', name: '@', value: '0 issue "ca.example"', ttlSeconds: 3600 },
    { type: 'CNAME', name: 'shop', value: 'shops.example.net', ttlSeconds: 120 },
    { type: 'MX', name: '@', value: 'mail.example.net', priority: 10, ttlSeconds: 3600 },
    { type: 'MX', name: '@', value: 'backup.example.net', priority: 20, ttlSeconds: 3600 },
    {
      type: 'NAPTR',
      name: 'sip',
      value: '100 10 "u" "E2U+sip" "!^.*$!sip:info@example.net!" .',
      ttlSeconds: 3600,
    },
    {
      type: 'SRV',
      name: '_sip._tcp',
      value: '5 5060 sip.example.net',
      priority: 1,
      ttlSeconds: 60,
    },
    { type: 'TXT', name: '@', value: 'v=spf1 -all', ttlSeconds: 3600 },
    { type: 'TXT', name: '*.wild', value: 'any', ttlSeconds: 3600 },
  ];

  it('becomes what is wanted of all of it, with each set written once and one apply', async () => {
    const served = await serveRegistrar();
    const plan = await served.registrar.planRecords({ domain, change: { replaceAll: mixed } });
    expect(plan.losses).toEqual([]);
    const applied = await served.registrar.applyRecords({ plan });
    expect(applied).toMatchObject({ missing: [], unexpected: [] });
    const key = ({ type, name, value }: DnsRecord) => `${type} ${name} ${value}`;
    const sorted = (records: readonly DnsRecord[]) =>
      [...records].sort((left, right) => (key(left) < key(right) ? -1 : 1));
    expect(sorted(applied.records)).toEqual(sorted(mixed));
    expect(writes(served)).toEqual([
      `DELETE ${zonePath}`,
      ...Array.from({ length: 10 }, () => `POST ${zonePath}`),
      `POST ${zonePath}/apply`,
    ]);
    expect(sorted((await served.registrar.listRecords({ domain })).records)).toEqual(sorted(mixed));
    expect(served.trouble()).toEqual([]);
  });

  it('keeps everything that a change does not name', async () => {
    const served = await serveRegistrar();
    const before = standing(served);
    await change(served, {
      add: [{ type: 'MX', name: '@', value: 'Backup.example.net.', priority: 20 }],
      remove: [{ type: 'A', name: 'www' }],
    });
    expect(standing(served).toSorted()).toEqual(
      [...before.filter((row) => !row.startsWith('www')), '@ MX 20 backup.example.net'].toSorted(),
    );
    await change(served, { remove: [{ type: 'MX', name: '@', value: 'mail.example.net' }] });
    expect(standing(served)).toContain('@ MX 20 backup.example.net');
    expect(standing(served)).not.toContain('@ MX 10 mail.example.net');
  });

  it.each(['any-form', 'as-read'] as const)(
    'loses whole sets, named as a gateway wants them that compares %s',
    async (recordMatch) => {
      const served = await serveRegistrar({ recordMatch });
      for (const type of ['MX', 'TXT', 'A'] as const)
        await change(served, { remove: [{ type, name: '@' }] });
      expect(standing(served)).toEqual(['www A 192.0.2.10']);
      expect(served.trouble()).toEqual([]);
    },
  );

  test.each([
    ['quotation marks inside', 'say "hi" and \\ bye'],
    ['what looks like two', 'a; b=c, "d"'],
    ['a lone quotation mark', '\\"'],
    ['more than 255 bytes', `${'long '.repeat(120)}text`],
    ['letters beyond ASCII', 'ğüşiöç — ✓'],
    ['blanks around', ' blanks '],
  ])('holds a text with %s as it is', async (_what, value) => {
    const served = await serveRegistrar();
    const text = { type: 'TXT', name: 'text', value } as const;
    const applied = await change(served, { add: [text] });
    expect(applied).toMatchObject({ missing: [], unexpected: [] });
    expect(standing(served)).toContain(`text TXT ${value}`);
    await change(served, { remove: [text] });
    expect(standing(served)).not.toContain(`text TXT ${value}`);
  });

  it('tells of a text whose own quotation marks the gateway takes for those around it', async () => {
    const served = await serveRegistrar();
    const text = { type: 'TXT', name: 'text', value: '"quoted"' } as const;
    const plan = await served.registrar.planRecords({ domain, change: { add: [text] } });
    const applied = await served.registrar.applyRecords({ plan });
    expect(applied).toMatchObject({
      missing: [{ value: '"quoted"' }],
      unexpected: [{ value: 'quoted' }],
    });
  });

  it('cannot lose a disabled value in silence', async () => {
    const served = await serveRegistrar();
    const off = { ...www, value: '192.0.2.11', flags: { disabled: 'true' } };
    served.world.zones.set(reseller, domain, [www, off]);
    const plan = await served.registrar.planRecords({
      domain,
      change: { add: [{ ...www, value: '192.0.2.12' }] },
    });
    expect(plan.losses).toEqual([expect.stringContaining('a disabled record of www A')]);
  });

  it('is not found in the account of somebody else', async () => {
    const { registrar } = await serveRegistrar();
    const call = registrar.listRecords({ domain: 'demo-bakery.com' });
    await expectFailure(call, 'DOMAIN_NOT_FOUND');
  });
});

describe('what an earlier failure left staged', () => {
  const two = [
    { type: 'A', name: 'one', value: '192.0.2.1' },
    { type: 'A', name: 'two', value: '192.0.2.2' },
  ] as const;

  /** A change that broke off behind its first set. */
  async function brokenOff(
    options: Parameters<typeof serveRegistrar>[0] = {},
  ): Promise<ServedRegistrar> {
    const served = await serveRegistrar(options);
    const plan = await served.registrar.planRecords({ domain, change: { add: two } });
    served.world.faults.add({ fault: 'server-error', operation: 'applyRecords', after: 1 });
    const error = await expectFailure(served.registrar.applyRecords({ plan }), 'PROVIDER_ERROR');
    expect(error.effect).toBe('unknown');
    expect(error.message).toMatch(/one A\b.* staged/);
    expect(staged(served)).toBe(1);
    return served;
  }

  it('has not changed the zone', async () => {
    const served = await brokenOff();
    expect(standing(served).join()).not.toContain('one A');
  });

  it('is detected before another change would commit it', async () => {
    const served = await brokenOff();
    const other = { add: [{ type: 'A', name: 'three', value: '192.0.2.3' }] } as const;
    const call = served.registrar.planRecords({ domain, change: other });
    const error = await expectFailure(call, 'INVALID_INPUT');
    expect(error.issues).toMatchObject([
      { path: 'one A', problem: expect.stringContaining('never applied') },
    ]);
    expect(staged(served)).toBe(1);
  });

  it('is detected between a plan and its write, too', async () => {
    const served = await serveRegistrar();
    const add = [{ type: 'A', name: 'three', value: '192.0.2.3' }] as const;
    const plan = await served.registrar.planRecords({ domain, change: { add } });
    served.world.zones.stage(reseller, domain, {
      kind: 'put',
      name: 'one',
      type: 'A',
      records: [{ value: '192.0.2.1' }],
    });
    await expectFailure(served.registrar.applyRecords({ plan }), 'INVALID_DOMAIN_STATE');
    expect(standing(served).join()).not.toContain('one A');
  });

  it('is committed by a change that writes the set anew', async () => {
    const served = await brokenOff();
    const add = [{ ...two[0], value: '192.0.2.9' }, two[1]];
    const remove = [{ type: 'A', name: 'one' }] as const;
    await expect(change(served, { add, remove })).resolves.toMatchObject({
      missing: [],
      unexpected: [],
    });
    expect(standing(served)).toEqual(
      expect.arrayContaining(['one A 192.0.2.9', 'two A 192.0.2.2']),
    );
    expect(staged(served)).toBe(0);
  });

  it('is not taken for a success when the same change is made again', async () => {
    const served = await serveRegistrar();
    const plan = await served.registrar.planRecords({ domain, change: { add: two } });
    // Both sets are staged, and the commit fails.
    served.world.faults.add({ fault: 'server-error', operation: 'applyRecords', after: 2 });
    await expectFailure(served.registrar.applyRecords({ plan }), 'PROVIDER_ERROR');
    expect(staged(served)).toBe(2);
    const again = served.registrar.planRecords({ domain, change: { add: two } });
    const error = await expectFailure(again, 'INVALID_INPUT');
    expect(error.issues.map((issue) => issue.problem).join()).toContain('not in force');
  });

  it('is no longer in the way once it was discarded in the panel', async () => {
    const served = await brokenOff();
    served.world.zones.discardStaged(reseller, domain);
    await expect(change(served, { add: two })).resolves.toMatchObject({ missing: [] });
    expect(standing(served)).toEqual(
      expect.arrayContaining(['one A 192.0.2.1', 'two A 192.0.2.2']),
    );
  });

  it('is told afterwards at a gateway that shows nothing of it', async () => {
    const served = await brokenOff({ stagedSets: 'unseen' });
    const add = [{ type: 'A', name: 'three', value: '192.0.2.3' }] as const;
    await expect(change(served, { add })).resolves.toMatchObject({
      missing: [],
      unexpected: [{ type: 'A', name: 'one', value: '192.0.2.1' }],
    });
  });

  it('is committed by repeating the change at a gateway that shows nothing of it', async () => {
    const served = await brokenOff({ stagedSets: 'unseen' });
    await expect(change(served, { add: two })).resolves.toMatchObject({
      missing: [],
      unexpected: [],
    });
    expect(staged(served)).toBe(0);
  });
});

describe('a lost answer to the commit', () => {
  it.each([
    ['answer-lost-before-commit', false],
    ['server-error', false],
    ['answer-lost-after-commit', true],
  ] as const)('leaves the outcome open: %s', async (fault, applied) => {
    const served = await serveRegistrar();
    const add = [{ type: 'A', name: 'one', value: '192.0.2.1' }] as const;
    const plan = await served.registrar.planRecords({ domain, change: { add } });
    served.world.faults.add({ fault, operation: 'applyRecords', after: 1 });
    const call = served.registrar.applyRecords({ plan });
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ effect: 'unknown', retryable: false });
    expect(standing(served).includes('one A 192.0.2.1')).toBe(applied);
    // The same plan is of a zone that is no more.
    await expectFailure(served.registrar.applyRecords({ plan }), 'INVALID_DOMAIN_STATE');
  });
});

describe('two writers', () => {
  const adds = (name: string) => ({ add: [{ type: 'A', name, value: '192.0.2.1' }] }) as const;

  it('of one process take turns: of two plans of one zone the second is refused', async () => {
    const served = await serveRegistrar();
    const registrars = [served.registrar, served.another()];
    const plans = await Promise.all(
      registrars.map((registrar, index) =>
        registrar.planRecords({ domain, change: adds(`host${String(index)}`) }),
      ),
    );
    const outcomes = await Promise.allSettled(
      registrars.map((registrar, index) => registrar.applyRecords({ plan: plans[index]! })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'INVALID_DOMAIN_STATE', effect: 'none' });
    const names = standing(served).filter((row) => row.startsWith('host'));
    expect(names).toHaveLength(1);
    expect(staged(served)).toBe(0);
    // What was refused is planned anew, and both stand.
    const late = outcomes.findIndex((outcome) => outcome.status === 'rejected');
    const plan = await registrars[late]!.planRecords({
      domain,
      change: adds(`host${String(late)}`),
    });
    await registrars[late]!.applyRecords({ plan });
    expect(standing(served).filter((row) => row.startsWith('host'))).toHaveLength(2);
  });

  it('never mix what they stage', async () => {
    const served = await serveRegistrar();
    const registrars = [served.registrar, served.another(), served.another()];
    const stubborn = async (index: number): Promise<void> => {
      const registrar = registrars[index]!;
      for (;;) {
        const plan = await registrar.planRecords({ domain, change: adds(`host${String(index)}`) });
        const outcome = await registrar.applyRecords({ plan }).catch((error: unknown) => error);
        if (!(Object(outcome) as { code?: string }).code) return;
        expect(outcome).toMatchObject({ code: 'INVALID_DOMAIN_STATE', effect: 'none' });
      }
    };
    await Promise.all(registrars.map((_registrar, index) => stubborn(index)));
    expect(standing(served).filter((row) => row.startsWith('host'))).toHaveLength(3);
    const bodies = writes(served).filter((request) => !request.endsWith('apply'));
    expect(bodies).toHaveLength(3);
  });
});
