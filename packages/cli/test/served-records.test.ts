import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DnsRecord, RecordPlan } from '@registrar-kit/core';
import { serveAccount, unwrapped, type ServedAccount } from './served-account.js';

const providers = [
  { provider: 'namecheap', domain: 'demo-bakery.com', elsewhere: 'demo-cafe.de' },
  { provider: 'domain-name-api', domain: 'ornek-bakery.com', elsewhere: 'ornek-cafe.de' },
] as const;

const keyOf = ({ name, type, value }: DnsRecord): string => `${name} ${type} ${value}`;

describe.each(providers)('the zone of a domain at $provider', ({ provider, domain, elsewhere }) => {
  let served: ServedAccount;
  beforeAll(async () => {
    served = await serveAccount(provider);
  });
  afterAll(() => served.close());
  const file = (name: string): string => path.join(served.folder, name);
  const zone = async (): Promise<readonly DnsRecord[]> => {
    const { json } = await served.run(['records', domain, '--json']);
    const { records } = json() as { records: readonly DnsRecord[] };
    // In which order they come plays no part.
    return records.toSorted((left, right) => keyOf(left).localeCompare(keyOf(right)));
  };
  const plan = (...argv: readonly string[]) => served.run(['records', 'plan', domain, ...argv]);
  const apply = (...argv: readonly string[]) => served.run(['records', 'apply', ...argv]);

  it('is listed as zone files write it', async () => {
    const { code, stdout } = await served.run(['records', domain]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^NAME +TTL +TYPE +PRIO +VALUE +SOURCE$/m);
    expect(stdout).toMatch(/^@ +3600 +MX +10 +mail\.example\.net +simulated$/m);
  });

  it('is changed by a plan that was looked at, and back again out of what was printed before', async () => {
    const before = await served.run(['records', domain, '--json']);
    const stood = await zone();
    writeFileSync(file('zone.json'), before.stdout);
    const change = [
      '--remove',
      'www A',
      '--add',
      'www 600 A 192.0.2.77',
      '--add',
      'api A 192.0.2.78',
    ];
    const planned = await plan(...change, '--out', 'plan.json');
    expect(planned.code).toBe(0);
    expect(planned.stdout).toContain(`${domain}: 2 records to add, 1 record to remove, 3 records`);
    expect(planned.stdout).toMatch(
      /^- +www +1800 +A +192\.0\.2\.10\n\+ +www +600 +A +192\.0\.2\.77$/m,
    );
    expect(planned.stderr).toContain('registrar records apply --plan plan.json\n');
    // Looking wrote nothing.
    expect(await zone()).toEqual(stood);

    const applied = await apply('--plan', 'plan.json', '--yes', '--json');
    expect(applied).toMatchObject({ code: 0 });
    expect(applied.json()).toMatchObject({ domain, missing: [], unexpected: [], simulated: true });
    const now = await zone();
    expect(now).toContainEqual({ type: 'A', name: 'www', value: '192.0.2.77', ttlSeconds: 600 });
    expect(now).toHaveLength(5);

    const again = await apply('--plan', 'plan.json', '--yes', '--json');
    expect(again.code).toBe(6);
    expect(again.json()).toMatchObject({ error: { code: 'INVALID_DOMAIN_STATE', effect: 'none' } });

    const back = await plan('--file', 'zone.json', '--json');
    writeFileSync(file('back.json'), back.stdout);
    const restored = await served.run(['records', 'apply', '--plan', '-', '--yes'], {
      stdin: back.stdout,
    });
    expect(restored.code).toBe(0);
    expect(restored.stdout).toMatch(/^records now +4$/m);
    expect(restored.stderr).toMatch(/^- +api +\d+ +A +192\.0\.2\.78$/m);
    expect(await zone()).toEqual(stood);
  });

  it('is changed on a terminal only when the person says yes', async () => {
    await plan('--add', 'ask 600 A 192.0.2.79', '--out', 'ask.json');
    const before = served.requests();
    const refused = await served.run(['records', 'apply', '--plan', 'ask.json'], {
      terminal: { answer: '' },
      env: { NO_COLOR: '1' },
    });
    expect(refused).toMatchObject({ code: 130, stdout: '' });
    expect(refused.stderr).toMatch(/^\+ +ask +600 +A +192\.0\.2\.79$/m);
    expect(refused.stderr).toContain(
      `Write this to the zone of ${domain} (${provider}, test)? [y/N] `,
    );
    expect(served.requests()).toBe(before);
    const agreed = await served.run(['records', 'apply', '--plan', 'ask.json'], {
      terminal: { answer: 'y' },
    });
    expect(agreed.code).toBe(0);
    expect(await zone()).toContainEqual(expect.objectContaining({ name: 'ask' }));
    await plan('--remove', 'ask A', '--out', 'gone.json');
    expect((await apply('--plan', 'gone.json', '--yes')).code).toBe(0);
  });

  it('is not changed without agreement where nobody can be asked', async () => {
    await plan('--add', 'ask 600 A 192.0.2.79', '--out', 'ask.json');
    const before = served.requests();
    for (const more of [[], ['--json']]) {
      const { code, stdout, stderr } = await apply('--plan', 'ask.json', ...more);
      expect(code).toBe(2);
      expect(stdout + stderr).toContain('--yes');
    }
    expect(served.requests()).toBe(before);
  });

  it('is left alone by a plan without a difference, which needs no agreement', async () => {
    const same = await plan('--add', 'www A 192.0.2.10', '--out', 'same.json');
    expect(same.stdout).toBe(`${domain}: nothing to change, 4 records stay as they are\n`);
    const { code, stdout } = await apply('--plan', 'same.json');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^added +0$/m);
  });

  it('is not changed by a plan that was tampered with', async () => {
    await plan('--add', 'new 600 A 192.0.2.80', '--out', 'tampered.json');
    const read = JSON.parse(readFileSync(file('tampered.json'), 'utf8')) as RecordPlan;
    writeFileSync(file('tampered.json'), JSON.stringify({ ...read, kept: [] }));
    const before = await zone();
    const { code, json } = await apply('--plan', 'tampered.json', '--yes', '--json');
    expect(code).toBe(2);
    expect(json()).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(await zone()).toEqual(before);
  });

  it('names each fault of a change by its place', async () => {
    const { code, json } = await plan('--add', 'www A 192.0.2.1.2', '--add', 'x FOO y', '--json');
    expect(code).toBe(2);
    const { error } = json() as { error: { issues: { path: string }[] } };
    expect(error.issues.map(({ path: at }) => at)).toContain('change.add.1.type');
  });

  it('that the registrar does not serve is in no state for it', async () => {
    const { code } = await served.run(['records', elsewhere, '--json']);
    // One of them keeps a zone for every domain.
    expect(code).toBe(provider === 'namecheap' ? 6 : 0);
  });

  it.each([
    [['records', 'plan', domain], 'needs a change'],
    [['records', 'plan', domain, '--add', 'www A'], 'has no value'],
    [['records', 'plan', domain, '--file', 'zone.json', '--add', 'a A 192.0.2.1'], 'leave out'],
    [['records', 'plan', domain, '--file', 'plan.txt'], 'there is no such file'],
    [['records', 'plan', domain, '--plan', 'plan.json'], 'has no option --plan'],
    [['records', domain, '--yes'], 'records list has no option --yes'],
    [['records', 'apply'], 'needs a plan'],
    [['records', 'apply', domain, '--plan', 'plan.json'], 'takes no arguments'],
    [['records', 'apply', '--plan', 'zone.json', '--yes'], 'zone.json holds no plan'],
    [['records', 'aply'], 'did you mean apply?'],
  ])('%j is a fault of the command line, and nothing is sent', async (argv, reason) => {
    const before = served.requests();
    const { code, stderr } = await served.run(argv);
    expect(code).toBe(2);
    expect(unwrapped(stderr)).toContain(reason);
    expect(served.requests()).toBe(before);
  });

  it('can be changed where no journal is there to hold a lease, and that is said', async () => {
    await plan('--add', 'lease 600 A 192.0.2.81', '--out', 'lease.json');
    const { code, stderr } = await served.run(
      ['records', 'apply', '--plan', 'lease.json', '--yes'],
      {
        surroundings: { loadJournalEngine: () => Promise.reject(new Error('not installed')) },
      },
    );
    expect(code).toBe(0);
    expect(stderr).toContain('note: the journal cannot be used');
  });

  it('takes one of two plans that are applied at the same time', async () => {
    await plan('--add', 'one 600 A 192.0.2.82', '--out', 'one.json');
    await plan('--add', 'two 600 A 192.0.2.83', '--out', 'two.json');
    const both = await Promise.all(
      ['one.json', 'two.json'].map((name) => apply('--plan', name, '--yes')),
    );
    expect(both.map(({ code }) => code).sort()).toEqual([0, 6]);
    const names = (await zone()).map(({ name }) => name);
    expect(names.filter((name) => name === 'one' || name === 'two')).toHaveLength(1);
  });

  it('that cannot be kept as a file says so', async () => {
    const { code, stderr } = await plan('--add', 'a A 192.0.2.1', '--out', 'none/plan.json');
    expect(code).toBe(2);
    expect(unwrapped(stderr)).toContain('cannot write none/plan.json (ENOENT)');
  });
});

describe('forwards', () => {
  let namecheap: ServedAccount;
  let domainNameApi: ServedAccount;
  beforeAll(async () => {
    namecheap = await serveAccount('namecheap');
    domainNameApi = await serveAccount('domain-name-api');
  });
  afterAll(async () => {
    await namecheap.close();
    await domainNameApi.close();
  });

  it('of visitors are set and ended', async () => {
    for (const [served, domain] of [
      [namecheap, 'demo-bakery.net'],
      [domainNameApi, 'ornek-bakery.net'],
    ] as const) {
      const target = 'https://www.example.org/';
      const set = await served.run(['forwards', 'url', domain, target, '--json']);
      expect(set).toMatchObject({ code: 0 });
      expect(set.json()).toMatchObject({ domain, target, kind: 'redirect', simulated: true });
      const shown = await served.run(['forwards', domain]);
      expect(shown.stdout).toMatch(/^visitors +https:\/\/www\.example\.org\/$/m);
      const ended = await served.run(['forwards', 'url', domain, 'off', '--json']);
      expect(ended.json()).toEqual({ domain, target: null, simulated: true });
      const after = await served.run(['forwards', domain, '--json']);
      expect(after.json()).toMatchObject({ url: { target: null } });
    }
  });

  it('of mail are set one by one, and the others stay', async () => {
    const domain = 'demo-bakery.com';
    const set = await namecheap.run([
      'forwards',
      'mail',
      domain,
      'Info',
      'team@example.net',
      '--json',
    ]);
    expect(set).toMatchObject({ code: 0 });
    const orders = { mailbox: 'orders', forwardTo: 'orders@example.net' };
    const info = { mailbox: 'info', forwardTo: 'team@example.net' };
    expect(set.json()).toMatchObject({ forwards: [orders, info] });
    const gone = await namecheap.run(['forwards', 'mail', domain, 'orders', 'off', '--json']);
    expect(gone.json()).toMatchObject({ forwards: [info], simulated: true });
    const { stdout } = await namecheap.run(['forwards', domain]);
    expect(stdout).toMatch(/^mail +info@demo-bakery\.com to team@example\.net$/m);
  });

  it('that the registrar does not offer say why beside those that it does', async () => {
    const { code, stdout } = await domainNameApi.run(['forwards', 'ornek-bakery.com']);
    expect(code).toBe(0);
    expect(unwrapped(stdout)).toContain('no known endpoint for e-mail forwards; point the MX');
    const set = await domainNameApi.run([
      'forwards',
      'mail',
      'ornek-bakery.com',
      'a',
      'b@example.net',
    ]);
    expect(set).toMatchObject({ code: 2, stdout: '' });
  });

  it.each([
    [['forwards', 'url', 'demo-bakery.com'], 'forwards url needs'],
    [['forwards', 'mail', 'demo-bakery.com', 'info'], 'forwards mail needs'],
    [['forwards', 'demo-bakery.com', '--frame'], 'has no option --frame'],
  ])('%j is a fault of the command line', async (argv, reason) => {
    const { code, stderr } = await namecheap.run(argv);
    expect(code).toBe(2);
    expect(unwrapped(stderr)).toContain(reason);
  });
});
