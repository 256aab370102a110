import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import {
  aContact,
  createDemoWorld,
  serveSimulator,
  type ServedSimulator,
} from '@registrar-kit/testing';
import nock from 'nock';
import { runCommand, temporaryFolder, type Outcome, type RunOptions } from './run-command.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const canary = { apiUser: 'canaryuser', apiKey: 'CANARY0c3b4495e8f607182930a4b5c' };
const world = createDemoWorld({
  accounts: [{ id: canary.apiUser, keys: { test: canary.apiKey } }],
});
let served: ServedSimulator;
beforeAll(async () => {
  served = await serveSimulator(
    createNamecheapSimulator({ world, account: canary.apiUser, quota: { speed: 1000 } }),
  );
});
afterAll(() => served.close());

let count = 0;
/** A folder in which a command is started, with files in it. */
function place(files: Readonly<Record<string, unknown>>): RunOptions {
  const own = path.join(folder.path, String(++count));
  mkdirSync(own);
  for (const [name, content] of Object.entries(files))
    writeFileSync(
      path.join(own, name),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  return { folder: own };
}

const sectioned = (): Record<string, unknown> => ({
  provider: 'domain-name-api',
  environment: 'test',
  namecheap: { ...served.config },
  'domain-name-api': { resellerId: '11111111-2222-4333-8444-555555555555', apiKey: 'CANARY' },
});

describe('a configuration file', () => {
  it('beside the command is used without being named', async () => {
    const { code, json, stderr } = await runCommand(
      ['balance', '--json'],
      place({ 'registrar.config.json': served.config }),
    );
    expect(code).toBe(0);
    expect(json()).toEqual({ available: expect.any(Array), simulated: true });
    expect(stderr).toBe('simulated: the configured address is a simulator; nothing here is real\n');
  });

  it('can be named, hold a section for each provider, and be overridden by --provider', async () => {
    const options = place({ 'both.json': sectioned() });
    const { code, json } = await runCommand(
      ['check', 'openai.com', '--config', 'both.json', '--provider', 'namecheap', '--json'],
      options,
    );
    expect(code).toBe(0);
    expect(json()).toMatchObject([{ availability: 'taken', simulated: true }]);
  });

  it('is passed over by --simulate, but for the provider', async () => {
    const { code, stderr } = await runCommand(
      ['balance', '--simulate'],
      place({ 'registrar.config.json': sectioned() }),
    );
    expect(code).toBe(0);
    expect(stderr).toContain('the embedded domain-name-api simulator answers');
  });

  it.each([
    ['{ "apiKey": "CANARY-KEY" oops', 'registrar.config.json: is not JSON'],
    ['[]', 'is not a JSON object'],
    [{ provider: 'godaddy', apiKey: 'CANARY-KEY' }, 'choose one of: namecheap, domain-name-api'],
    [{ environment: 'test' }, 'provider: is missing'],
    [
      { provider: 'namecheap', environment: 'test', apiUser: 'x', apiKey: 'CANARY KEY' },
      'configuration: registrar.config.json',
    ],
  ])('that cannot be used (%j) is refused without quoting it', async (content, reason) => {
    const options = place({ 'registrar.config.json': content });
    const { code, stderr, stdout } = await runCommand(['balance'], options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replace(/\s+/g, ' ')).toContain(reason);
    const programs = await runCommand(['balance', '--json'], options);
    expect(programs.json()).toMatchObject({ error: { code: 'CONFIGURATION_INVALID' } });
    expect(stderr + programs.stdout + programs.stderr).not.toContain('CANARY');
  });
});

describe('environment variables', () => {
  it('are the configuration where REGISTRAR_PROVIDER is set', async () => {
    const { code, json } = await runCommand(['balance', '--json'], {
      ...place({}),
      env: { REGISTRAR_PROVIDER: 'namecheap', REGISTRAR_ENVIRONMENT: 'test' },
    });
    expect(code).toBe(2);
    expect(json()).toMatchObject({
      error: { code: 'CONFIGURATION_INVALID', provider: 'namecheap' },
    });
  });

  it('that are incomplete are said to be, and --environment can complete them', async () => {
    const env = { REGISTRAR_PROVIDER: 'namecheap' };
    const incomplete = await runCommand(['balance'], { ...place({}), env });
    expect(incomplete.stderr).toContain('REGISTRAR_ENVIRONMENT');
    const completed = await runCommand(['balance', '--environment', 'test'], { ...place({}), env });
    expect(completed.stderr).not.toContain('REGISTRAR_ENVIRONMENT');
  });
});

describe('a refused key', () => {
  it('ends with 3 and shows the diagnosis, never the key', async () => {
    const options = place({
      'registrar.config.json': { ...served.config, apiKey: `${canary.apiKey.slice(0, -1)}d` },
    });
    const people = await runCommand(['balance'], options);
    expect(people).toMatchObject({ code: 3, stdout: '' });
    expect(people.stderr).toMatch(/^error: namecheap: getBalance: /);
    expect(people.stderr).toContain('Cause: ');
    expect(people.stderr).toContain('who acts: ');
    const programs = await runCommand(['balance', '--json'], options);
    expect(programs.json()).toMatchObject({
      error: { code: 'AUTHENTICATION_FAILED', status: 401 },
      simulated: true,
    });
    expect(JSON.stringify([people, programs])).not.toContain('CANARY');
  });
});

describe('a failure at the registrar', () => {
  it.each([
    ['ip-not-allowed', 4, 'ACCESS_DENIED'],
    ['account-locked', 4, 'ACCESS_DENIED'],
    ['rate-limited', 5, 'RATE_LIMITED'],
    ['html-page', 9, 'UNEXPECTED_RESPONSE'],
  ] as const)('such as %s ends with %i', async (fault, exitCode, errorCode) => {
    world.faults.add({ fault, operation: 'getBalance', times: 10 });
    const { code, json } = await runCommand(
      ['balance', '--json'],
      place({ 'registrar.config.json': served.config }),
    );
    world.faults.clear();
    expect(json()).toMatchObject({ error: { code: errorCode } });
    expect(code).toBe(exitCode);
  });

  it('of some requests of a check keeps the other rows, and the exit code tells', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `cli-check-${String(index)}.com`);
    world.faults.add({ fault: 'html-page', domain: 'cli-check-0.com', times: 10 });
    const { code, json } = await runCommand(['check', '--json'], {
      ...place({ 'registrar.config.json': served.config }),
      stdin: names.join('\n'),
    });
    world.faults.clear();
    expect(code).toBe(9);
    const rows = json() as { input: string; availability: string; reason?: string }[];
    expect(rows.map(({ input }) => input)).toEqual(names);
    expect(rows[0]).toMatchObject({ availability: 'unknown', reason: 'request_failed' });
    expect(rows[59]).toMatchObject({ availability: 'available' });
  });
});

describe('buying', () => {
  const contacts = { registrant: aContact() };
  const register = ['register', 'cli-configured.com', '--contacts', 'contacts.json', '--json'];

  it('at a configured simulator works, since its money is not real', async () => {
    world.deposit(canary.apiUser, { amount: '100.00', currency: 'USD' });
    const options = place({ 'registrar.config.json': served.config, 'contacts.json': contacts });
    const bought = await runCommand([...register, '--listed'], options);
    expect(bought).toMatchObject({ code: 0 });
    expect(bought.json()).toMatchObject({ status: 'done', simulated: true });
    expect(world.find('cli-configured.com')).toMatchObject({ account: canary.apiUser });
    const orders = await runCommand(['operations', 'list', '--json'], options);
    expect(orders.json()).toEqual([
      expect.objectContaining({ domain: 'cli-configured.com', simulated: true }),
    ]);
  });

  it('without enough money ends with 7', async () => {
    const options = place({ 'registrar.config.json': served.config, 'contacts.json': contacts });
    const { code, json } = await runCommand(
      ['register', 'harbour.io', '--contacts', 'contacts.json', '--max-price', '9999', '--json'],
      options,
    );
    expect(json()).toMatchObject({ error: { code: 'INSUFFICIENT_FUNDS' } });
    expect(code).toBe(7);
  });

  it('with a lost answer that reading cannot settle ends with 8 and shows the order', async () => {
    const domain = 'cli-lost.com';
    world.faults.add({ fault: 'commit-after-reconcile-read', operation: 'registerDomain' });
    const { code, stderr } = await runCommand(
      ['register', domain, '--contacts', 'contacts.json', '--listed'],
      place({ 'registrar.config.json': served.config, 'contacts.json': contacts }),
    );
    world.faults.clear();
    expect(code).toBe(8);
    const text = stderr.replace(/\s+/g, ' ');
    expect(text).toContain(`"domain":"${domain}"`);
    expect(text).toContain('the registrar may have acted: look before you order again');
  });

  const refused = async (config: Record<string, unknown>): Promise<Outcome> => {
    const options: RunOptions = {
      ...place({ 'registrar.config.json': config, 'contacts.json': contacts }),
      surroundings: { loadJournalEngine: () => Promise.reject(new Error('not installed')) },
    };
    const outcome = await runCommand([...register, '--listed'], options);
    expect(outcome.code).toBe(2);
    expect(outcome.json()).toMatchObject({
      error: {
        code: 'CONFIGURATION_INVALID',
        issues: [
          {
            problem: expect.stringContaining('cannot be loaded; without a durable journal'),
          },
        ],
      },
      simulated: false,
    });
    return outcome;
  };

  it('at a real registrar without a journal is refused before anything is sent', async () => {
    // nock refuses every host but this machine, and would make it a transport failure.
    const outcome = await refused({ ...served.config, baseUrl: undefined });
    expect(JSON.stringify(outcome)).not.toContain('CANARY');
  });

  it('at this machine is refused too where no simulator answers', async () => {
    const reply = `<ApiResponse Status="OK" xmlns="http://api.namecheap.com/xml.response"><Errors/>
      <RequestedCommand>namecheap.users.getbalances</RequestedCommand>
      <CommandResponse Type="namecheap.users.getBalances">
        <UserGetBalancesResult Currency="USD" AvailableBalance="10.00" AccountBalance="10.00"
          EarnedAmount="0.00" WithdrawableAmount="0.00" FundsRequiredForAutoRenew="0.00" />
      </CommandResponse></ApiResponse>`;
    const recording = nock('http://127.0.0.1:1').post('/xml.response').times(1).reply(200, reply);
    await refused({ ...served.config, baseUrl: 'http://127.0.0.1:1/xml.response' });
    expect(recording.isDone()).toBe(true);
  });
});

describe('Ctrl-C', () => {
  it('ends a command with 130 and without a lecture', async () => {
    const { code, stderr, stdout } = await runCommand(['balance', '--simulate'], {
      ...place({}),
      signal: AbortSignal.abort('SIGINT'),
    });
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain('stopped');
    expect(stderr).not.toContain('Cause');
  });
});

/** Starts `registrar simulate` and answers what it printed and how to end it. */
async function startSimulate(
  provider: string,
  options: RunOptions,
): Promise<{ readonly line: string; readonly end: () => Promise<Outcome> }> {
  const ending = new AbortController();
  let printed: (text: string) => void = () => undefined;
  const announced = new Promise<string>((resolve) => {
    printed = resolve;
  });
  const serving = runCommand(['simulate', provider, '--state', 'world.json', '--json'], {
    ...options,
    signal: ending.signal,
    onOutput: (text) => printed(text),
  });
  const end = (): Promise<Outcome> => {
    ending.abort('SIGTERM');
    return serving;
  };
  return { line: await announced, end };
}

describe('registrar simulate', () => {
  it.each([['namecheap'], ['domain-name-api']])(
    'serves %s with a configuration that works, keeps the world, and ends with the signal',
    async (provider) => {
      const options = place({ 'contacts.json': contacts() });
      const { line, end } = await startSimulate(provider, options);
      try {
        expect(line.trimEnd()).not.toContain('\n');
        const { baseUrl, config } = JSON.parse(line) as { baseUrl: string; config: object };
        expect(baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
        writeFileSync(path.join(options.folder!, 'registrar.config.json'), JSON.stringify(config));

        const busy = await runCommand(
          ['simulate', provider, '--port', new URL(baseUrl).port],
          options,
        );
        expect(busy).toMatchObject({ code: 2 });
        expect(busy.stderr).toContain('another program uses it');

        const domain = `cli-served-${provider}.com`;
        const bought = await runCommand(
          ['register', domain, '--contacts', 'contacts.json', '--listed', '--json'],
          options,
        );
        expect(bought.json()).toMatchObject({ status: 'done', simulated: true });
        // The world is on disk before the answer is given.
        expect(readFileSync(path.join(options.folder!, 'world.json'), 'utf8')).toContain(domain);
      } finally {
        expect(await end()).toMatchObject({ code: 0 });
      }
      expect(readdirSync(options.folder!).sort()).toEqual([
        'contacts.json',
        'registrar.config.json',
        'state',
        'world.json',
      ]);
    },
    // Domain Name API takes one request a second, and so does its simulator.
    30_000,
  );
});

function contacts(): unknown {
  return { registrant: aContact() };
}
