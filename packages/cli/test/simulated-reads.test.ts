import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { runCommand, temporaryFolder, type Outcome } from './run-command.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const providers = [
  { provider: 'namecheap', domain: 'demo-bakery.com' },
  { provider: 'domain-name-api', domain: 'ornek-bakery.com' },
] as const;

describe.each(providers)(
  'without a configuration, on the $provider simulator',
  ({ provider, domain }) => {
    const run = (...argv: string[]): Promise<Outcome> =>
      runCommand([...argv, '--provider', provider], { folder: folder.path });

    /** Runs a command in both forms; both say on error output that nothing is real, and only there. */
    const both = async (
      ...argv: string[]
    ): Promise<{ readonly text: string; readonly json: unknown }> => {
      const people = await run(...argv);
      const programs = await run(...argv, '--json');
      expect(people).toMatchObject({ code: 0 });
      expect(programs).toMatchObject({ code: 0 });
      for (const { stderr } of [people, programs])
        expect(stderr).toContain(
          `no configuration was found, so the embedded ${provider} simulator`,
        );
      return { text: people.stdout, json: programs.json() };
    };

    it('check answers each name in order and marks each row', async () => {
      const { text, json } = await both(
        'check',
        'OpenAI.com.',
        'münchen.de',
        'bakery.shop',
        'bad name',
      );
      expect(json).toEqual([
        { input: 'OpenAI.com.', domain: 'openai.com', availability: 'taken', simulated: true },
        expect.objectContaining({
          domain: 'xn--mnchen-3ya.de',
          availability: 'taken',
          simulated: true,
        }),
        expect.objectContaining({
          availability: 'available',
          premium: expect.objectContaining({ registration: expect.anything() }),
          simulated: true,
        }),
        expect.objectContaining({
          input: 'bad name',
          domain: null,
          availability: 'unknown',
          reason: 'invalid_name',
          simulated: true,
        }),
      ]);
      const [header, first, second, ...rest] = text.trimEnd().split('\n');
      expect(header).toMatch(/^NAME +AVAILABILITY +PREMIUM +SOURCE +NOTE$/);
      expect(first).toMatch(/^openai\.com +taken +simulated$/);
      expect(second).toMatch(/^münchen\.de +taken +simulated$/);
      expect(rest.at(-1)).toMatch(/^bad name +unknown +simulated +holds a character/);
    });

    it('quote gives the price', async () => {
      const { text, json } = await both('quote', 'register', 'cli-example.com', '--years', '2');
      expect(json).toMatchObject({
        operation: 'registerDomain',
        domain: 'cli-example.com',
        years: 2,
        price: { currency: 'USD' },
        simulated: true,
      });
      expect(text).toMatch(/^price +20\.96 USD$/m);
      expect(text).toMatch(/^source +simulated$/m);
    });

    it('show, list and nameservers read the demonstration domains', async () => {
      const shown = await run('show', domain, '--json');
      expect(shown.json()).toMatchObject({ domain, status: 'active', simulated: true });
      const listed = await run('list', '--search', 'bakery', '--limit', '2');
      expect(listed.stdout).toMatch(/^DOMAIN +STATUS +EXPIRES/);
      expect(listed.stdout.trimEnd().split('\n')).toHaveLength(3);
      const servers = await run('nameservers', domain, '--json');
      expect(servers.json()).toMatchObject({
        domain,
        nameservers: expect.any(Array),
        simulated: true,
      });
    });

    it.each([
      [['lock', domain]],
      [['privacy', domain]],
      [['contacts', domain]],
      [['sync', domain]],
      [['records', domain]],
      [['records', 'plan', domain, '--add', 'new A 192.0.2.1']],
      [['forwards', domain]],
      [['hosts', 'show', domain, `ns1.${domain}`]],
      [['transfers']],
      [['requirements', 'com']],
      [['capabilities', '--tld', 'com']],
    ])('%j reads, and says that it is simulated', async (argv) => {
      const { json } = await both(...argv);
      for (const each of Array.isArray(json) ? json : [json])
        expect(each).toMatchObject({ simulated: true });
    });

    it('balance, tlds and prices read the account and the catalogue', async () => {
      const { text, json } = await both('balance');
      expect(json).toEqual({
        available: expect.arrayContaining([
          { amount: expect.stringMatching(/^1000(?:\.00)?$/), currency: 'USD' },
        ]),
        simulated: true,
      });
      expect(text).toMatch(/1000\.00 USD +simulated/);
      const endings = await run('tlds', 'com', '.co.uk', 'nope');
      expect(endings.stdout).toMatch(/^com +yes/m);
      expect(endings.stderr).toContain(`${provider} does not know: nope`);
      const prices = await run('prices', 'com', 'nope', '--operation', 'register,renew', '--json');
      expect(prices.json()).toMatchObject({
        prices: expect.arrayContaining([
          expect.objectContaining({
            tld: 'com',
            operation: 'registerDomain',
            years: 1,
            simulated: true,
          }),
        ]),
        missing: ['nope'],
        simulated: true,
      });
    });
  },
);

describe('a table of the command', () => {
  it('fits a terminal of 80 columns', async () => {
    const { stdout } = await runCommand(['check', 'openai.com', 'bad name', 'www.example.com'], {
      folder: folder.path,
      terminal: {},
      env: { NO_COLOR: '1' },
    });
    const lines = stdout.trimEnd().split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('is coloured on a terminal only', async () => {
    const options = { folder: folder.path, terminal: {} };
    expect((await runCommand(['balance'], options)).stdout).toContain('\u001b[');
    expect((await runCommand(['balance'], { folder: folder.path })).stdout).not.toContain(
      '\u001b[',
    );
  });

  it('shows no control characters of a name', async () => {
    const { stdout } = await runCommand(['check', '\u001b[2Jname.com'], { folder: folder.path });
    expect(stdout).not.toContain('\u001b');
  });
});

describe('names', () => {
  it('come from standard input, from a file and as arguments, each once or more', async () => {
    writeFileSync(path.join(folder.path, 'names.txt'), '# mine\nexample.net\n\nopenai.com\r\n');
    const { json } = await runCommand(
      ['check', 'example.org', '-', '--file', 'names.txt', '--json'],
      { folder: folder.path, stdin: 'openai.com\nexample.com\n' },
    );
    expect((json() as { input: string }[]).map(({ input }) => input)).toEqual([
      'example.org',
      'openai.com',
      'example.com',
      'example.net',
      'openai.com',
    ]);
  });

  it('are read from a pipe when nothing else is given', async () => {
    const { json } = await runCommand(['check', '--json'], {
      folder: folder.path,
      stdin: 'openai.com\n',
    });
    expect(json()).toHaveLength(1);
  });
});

describe('reading the simulated world', () => {
  it('writes nothing', async () => {
    const fresh = path.join(folder.path, 'fresh');
    mkdirSync(fresh);
    await runCommand(['balance'], { folder: fresh });
    expect(readdirSync(fresh)).toEqual([]);
  });

  it('says which state file is damaged', async () => {
    const damaged = path.join(folder.path, 'damaged');
    mkdirSync(path.join(damaged, 'state'), { recursive: true });
    writeFileSync(path.join(damaged, 'state', 'world-test.json'), '{');
    const { code, stderr } = await runCommand(['balance'], { folder: damaged });
    expect(code).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain('world-test.json: is not JSON');
  });
});
