import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aContact } from '@registrar-kit/testing';
import { serveAccount, unwrapped, type ServedAccount } from './served-account.js';

const providers = [
  { provider: 'namecheap', domain: 'demo-bakery.com', late: 'demo-late.com' },
  { provider: 'domain-name-api', domain: 'ornek-bakery.com', late: 'ornek-late.com' },
] as const;

describe.each(providers)('the settings of a domain at $provider', ({ provider, domain, late }) => {
  let served: ServedAccount;
  beforeAll(async () => {
    served = await serveAccount(provider);
  });
  afterAll(() => served.close());
  const standing = (name: string = domain) => served.world.find(name);
  const json = async (...argv: readonly string[]): Promise<unknown> => {
    const outcome = await served.run([...argv, '--json']);
    expect(outcome).toMatchObject({ code: 0 });
    return outcome.json();
  };

  it.each(['lock', 'privacy'] as const)('%s is shown and set, and never toggled', async (name) => {
    const field = name === 'lock' ? 'locked' : 'privacy';
    for (const [word, on] of [
      ['off', false],
      ['off', false],
      ['on', true],
    ] as const) {
      expect(await json(name, domain, word)).toEqual({ domain, [field]: on, simulated: true });
      expect(standing()).toMatchObject({ [field]: on });
      expect(await json(name, domain)).toEqual({ domain, [field]: on, simulated: true });
    }
    const text = await served.run([name, domain]);
    expect(text.stdout).toMatch(new RegExp(`^${field} +yes$`, 'm'));
    expect(text.stdout).toMatch(/^source +simulated$/m);
  });

  it('contacts are shown, and one role is replaced out of a file', async () => {
    const before = (await json('contacts', domain)) as { contacts: Record<string, unknown> };
    const tech = aContact({ firstName: 'Barbara', email: 'barbara@example.net' });
    const file = path.join(served.folder, 'tech.json');
    writeFileSync(file, JSON.stringify({ tech }));
    const after = await json('contacts', domain, '--set', file);
    expect(after).toMatchObject({
      domain,
      contacts: {
        ...before.contacts,
        tech: { firstName: 'Barbara', email: 'barbara@example.net' },
      },
      simulated: true,
    });
    // What was printed can be given back.
    writeFileSync(file, JSON.stringify(after));
    expect(await json('contacts', domain, '--set', file)).toEqual(after);
    const { stdout } = await served.run(['contacts', domain]);
    expect(stdout).toMatch(/^tech +Barbara /m);
  });

  it('contacts that lack a field are refused by the name of the field, which is all that is quoted', async () => {
    const file = path.join(served.folder, 'faulty.json');
    const registrant = { ...aContact({ email: 'CANARY@example.com' }), phone: '' };
    writeFileSync(file, JSON.stringify({ registrant }));
    const { code, stderr } = await served.run(['contacts', domain, '--set', file]);
    expect(code).toBe(2);
    expect(unwrapped(stderr)).toContain('contacts.registrant.phone');
    expect(stderr).not.toContain('CANARY');
  });

  it('name servers are reset to those of the registrar', async () => {
    await json('nameservers', 'set', domain, 'ns1.example.net', 'ns2.example.net');
    const reset = (await json('nameservers', domain, '--reset')) as { nameservers: string[] };
    expect(reset).toMatchObject({ domain, simulated: true });
    expect(reset.nameservers).not.toContain('ns1.example.net');
    expect(reset.nameservers.length).toBeGreaterThan(1);
    expect(standing()?.nameservers).not.toContain('ns1.example.net');
    const both = await served.run(['nameservers', 'set', domain, 'ns1.example.net', '--reset']);
    expect(both.code).toBe(2);
  });

  it('glue hosts are created, shown, changed and deleted', async () => {
    const host = `ns7.${domain}`;
    const created = { host, addresses: ['192.0.2.7'], simulated: true };
    expect(await json('hosts', 'create', domain, host, '192.0.2.7')).toMatchObject(created);
    expect(await json('hosts', 'show', domain, host)).toMatchObject(created);
    expect(await json('hosts', 'update', domain, host, '192.0.2.8')).toMatchObject({
      addresses: ['192.0.2.8'],
    });
    const text = await served.run(['hosts', domain, 'show', host]);
    expect(text.stdout).toMatch(/^addresses +192\.0\.2\.8$/m);
    const deleted = { domain, host, deleted: true, simulated: true };
    expect(await json('hosts', 'delete', domain, host)).toEqual(deleted);
    expect((await served.run(['hosts', 'show', domain, host])).code).not.toBe(0);
  });

  it.each([
    [['hosts', 'create', domain], 'needs a domain name and a host'],
    [['hosts', 'show', domain, 'ns1', '192.0.2.1'], 'one too many'],
    [['hosts', 'create', domain, 'ns1', '--rename', 'ns2'], 'has no option --rename'],
    [['hosts', 'crate', domain], 'did you mean create?'],
    [['lock', domain, 'onn'], 'did you mean on?'],
    [['contacts', domain, '--set', 'missing.json'], 'there is no such file'],
    [['auth-code'], 'needs a domain name'],
    [['requirements'], 'needs an ending'],
    [['requirements', 'us', 'com.tr'], 'one too many'],
    [['sync'], 'no names are given'],
  ])('%j is a fault of the command line, and nothing is sent', async (argv, reason) => {
    const before = served.requests();
    const { code, stderr } = await served.run(argv);
    expect(code).toBe(2);
    expect(unwrapped(stderr)).toContain(reason);
    expect(served.requests()).toBe(before);
  });

  it('sync tells of each name, in order, and a name that fails loses no other', async () => {
    const rows = await served.run(['sync', domain, 'bad_name', late, 'not-here.com', '--json']);
    expect(rows.code).toBe(2);
    expect(rows.json()).toEqual([
      expect.objectContaining({ input: domain, domain, status: 'active', certain: true }),
      {
        input: 'bad_name',
        error: expect.objectContaining({ code: 'INVALID_INPUT' }),
        simulated: true,
      },
      expect.objectContaining({ domain: late, status: 'expired', certain: true, simulated: true }),
      expect.objectContaining({ domain: 'not-here.com', status: 'unknown', certain: false }),
    ]);
    const text = await served.run(['sync', '-'], { stdin: `${domain}\n${late}\n` });
    expect(text.code).toBe(0);
    expect(text.stdout).toMatch(/^DOMAIN +STATUS +EXPIRES +CERTAIN +SOURCE$/m);
    const alone = await served.run(['sync', 'bad_name']);
    expect(alone).toMatchObject({ code: 2, stdout: '' });
    expect(alone.stderr).toContain('Cause:');
  });

  it('requirements are stated field by field', async () => {
    const found = await json('requirements', provider === 'namecheap' ? '.us' : '.com.tr');
    expect(found).toMatchObject({
      stated: true,
      attributes: expect.arrayContaining([expect.objectContaining({ required: true })]),
      // Where the interface has no command for it the adapter knows it, and nobody is asked.
      simulated: provider === 'domain-name-api',
    });
    const none = await served.run(['requirements', 'com']);
    expect(none.stderr).toMatch(/\.com wants no extra fields|does not state what \.com wants/);
  });

  it('capabilities name every operation, and say why not', async () => {
    const { code, stdout } = await served.run(['capabilities']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^deleteDomain +no +\w.*; \w/m);
    expect(stdout).toMatch(/^setNameservers +yes +minNameservers 2; maxNameservers 13/m);
    expect(await json('capabilities', '--tld', '.co.uk')).toMatchObject({
      provider,
      tld: 'co.uk',
      capabilities: { deleteDomain: { support: 'unsupported' } },
      simulated: true,
    });
  });
});

describe('what a registrar does not offer', () => {
  let served: ServedAccount;
  beforeAll(async () => {
    served = await serveAccount('namecheap');
  });
  afterAll(() => served.close());

  it.each([
    [['auth-code', 'demo-bakery.com'], 'gives out no auth code; read it in the Namecheap panel'],
    [['hosts', 'demo-bakery.com'], 'by its name only; keep the names of the glue hosts'],
    [['transfers', 'check', 'elsewhere-bakery.com'], 'see transferable and needsAuthCode'],
    [['transfers', 'cancel', 'elsewhere-bakery.com', '--yes'], 'do it in the Namecheap panel'],
  ])('%j says why and what instead, with exit code 2', async (argv, reason) => {
    const before = served.requests();
    const text = await served.run(argv);
    expect(text).toMatchObject({ code: 2, stdout: '' });
    expect(unwrapped(text.stderr)).toContain(reason);
    const document = await served.run([...argv, '--json']);
    expect(document.code).toBe(2);
    expect(document.json()).toMatchObject({
      error: { code: 'UNSUPPORTED_OPERATION', reason: expect.any(String) },
    });
    expect(served.requests()).toBe(before);
  });

  it('needs no question', async () => {
    const argv = ['transfers', 'cancel', 'elsewhere-bakery.com'];
    const { code, stderr } = await served.run(argv, { terminal: { answer: 'n' } });
    expect(code).toBe(2);
    expect(stderr).not.toContain('[y/N]');
  });
});

describe('an auth code', () => {
  let served: ServedAccount;
  beforeAll(async () => {
    served = await serveAccount('domain-name-api');
  });
  afterAll(() => served.close());

  it('is printed with --reveal only, on standard output', async () => {
    const argv = ['auth-code', 'ornek-bakery.com'];
    const revealed = await served.run([...argv, '--reveal', '--json']);
    const { authCode } = revealed.json() as { authCode: string };
    expect(authCode).toMatch(/^\S{8,}$/);
    expect(revealed.stderr).not.toContain(authCode);
    const text = await served.run([...argv, '--reveal']);
    expect(text.stdout).toContain(authCode);
    expect(text.stderr).not.toContain(authCode);

    const hidden = await served.run([...argv, '--json']);
    expect(hidden.json()).toMatchObject({ domain: 'ornek-bakery.com', authCode: '[redacted]' });
    for (const { stdout, stderr } of [hidden, await served.run(argv)])
      expect(stdout + stderr).not.toContain(authCode);
  });
});
