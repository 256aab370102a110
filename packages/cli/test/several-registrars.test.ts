import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import {
  aContactSet,
  createDemoWorld,
  demoAccounts,
  demoTlds,
  dollarsAndLira,
  serveSimulator,
  type RegistryWorld,
  type ServedSimulator,
} from '@registrar-kit/testing';
import { runCommand, temporaryFolder, type Outcome, type RunOptions } from './run-command.js';
import { unwrapped } from './served-account.js';

const { user, colleague, reseller } = demoAccounts;
const canary = {
  main: '0ca9a4c0ffee4f1d7b90ca9a40000001',
  second: '0ca9a4c0ffee4f1d7b90ca9a40000002',
  dna: '0ca9a4c0-ffee-4f1d-7b90-ca9a40000003',
};

const folder = temporaryFolder();
const outcomes: Outcome[] = [];
let atNamecheap: RegistryWorld;
let atDna: RegistryWorld;
let served: ServedSimulator[];
let config: { readonly registrars: Readonly<Record<string, Record<string, unknown>>> };

beforeAll(async () => {
  atNamecheap = createDemoWorld({ tlds: demoTlds.filter(({ tld }) => !tld.endsWith('.tr')) });
  atDna = createDemoWorld();
  atNamecheap.updateAccount(user.id, { keys: { test: canary.main } });
  atNamecheap.updateAccount(colleague.id, { keys: { test: canary.second } });
  atDna.updateAccount(reseller.id, { keys: { test: canary.dna } });
  atDna.setPrice('com', 'registerDomain', dollarsAndLira('9.40'));
  const quota = { speed: 1000 };
  served = await Promise.all([
    serveSimulator(createNamecheapSimulator({ world: atNamecheap, quota })),
    serveSimulator(createDomainNameApiSimulator({ world: atDna, quota })),
  ]);
  const [first, second] = served.map((each) => each.config);
  config = {
    registrars: {
      main: { ...first, apiUser: user.id, userName: user.id, apiKey: canary.main },
      second: { ...first, apiUser: colleague.id, userName: colleague.id, apiKey: canary.second },
      dna: { ...second, apiKey: canary.dna },
    },
  };
  write('registrar.config.json', {
    ...config,
    routes: {
      domains: { 'demo-bakery.com': 'main' },
      tlds: { com: ['dna', 'main'], 'co.uk': 'second', xyz: [] },
    },
  });
  write('contacts.json', aContactSet());
});

afterEach(() => {
  atDna.faults.clear();
});

afterAll(async () => {
  for (const each of served) await each.close();
  folder.remove();
  const everything = JSON.stringify(outcomes.map(({ stdout, stderr }) => [stdout, stderr]));
  for (const secret of Object.values(canary)) expect(everything).not.toContain(secret);
});

function write(file: string, content: unknown): void {
  writeFileSync(path.join(folder.path, file), JSON.stringify(content));
}

async function run(line: string, options: RunOptions = {}): Promise<Outcome> {
  const outcome = await runCommand(line.split(' '), { folder: folder.path, ...options });
  outcomes.push(outcome);
  return outcome;
}

describe('one of several registrars', () => {
  it('is the one that is named', async () => {
    const { code, stdout } = await run('list --registrar dna');
    expect(code).toBe(0);
    expect(stdout).toContain('ornek-bakery.com');
    expect(stdout).not.toContain('demo-bakery.com');
  });

  it('is chosen by the routes for what the command is about, and said', async () => {
    const { code, stderr, json } = await run('show demo-bakery.com --json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({ domain: 'demo-bakery.com', simulated: true });
    expect(stderr).toContain(
      'registrar: main, by routes.domains.demo-bakery.com of registrar.config.json',
    );
    const requirements = await run('requirements co.uk --json');
    expect(requirements.stderr).toContain('registrar: second, by routes.tlds.co.uk');
  });

  it.each([
    ['list', 'several registrars are configured name one: --registrar main|second|dna'],
    ['show example.org', 'no route chooses one of them for this name one: --registrar main'],
    ['show example.xyz', 'no route chooses one of them for this name one: --registrar main'],
    ['doctor --no-echo', 'several registrars are configured name one'],
    ['list --registrar third', 'choose from: main, second, dna'],
    ['list --provider namecheap', '--provider chooses none of several accounts'],
    ['list --registrar main --simulate', 'exclude each other'],
    ['check a.com --resume', '--resume goes with one registrar'],
    ['show www.example.com', 'is a host below example.com'],
  ])('is asked for where nothing chooses it: %s', async (line, reason) => {
    const { code, stderr, stdout } = await run(line);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(unwrapped(stderr)).toContain(reason);
  });

  it('can be examined though another one is faulty', async () => {
    write('faulty.json', { registrars: { ...config.registrars, dna: { provider: 'nobody' } } });
    const examined = await run('doctor --config faulty.json --registrar main --no-echo --json');
    expect(examined.json()).toMatchObject({ provider: 'namecheap', configuration: 'faulty.json' });
    const faulty = await run('doctor --config faulty.json --registrar dna --no-echo');
    expect(faulty.code).toBe(2);
    expect(unwrapped(faulty.stdout)).toContain('"nobody" is not a known provider');
    const search = await run('check a.com --config faulty.json');
    expect(unwrapped(search.stderr)).toContain('registrars.dna.provider: "nobody" is not');
  });

  it('sells, and the next command names it', async () => {
    const line = 'register harbour-lights-bakery.com --contacts contacts.json --max-price 10';
    const { code, stderr } = await run(line);
    expect({ code, told: stderr.includes('registrar: dna, by routes.tlds.com') }).toEqual({
      code: 0,
      told: true,
    });
    expect(atDna.find('harbour-lights-bakery.com')?.account).toBe(reseller.id);
    expect(atNamecheap.find('harbour-lights-bakery.com')).toBeUndefined();

    atDna.faults.add({ fault: 'commit-after-reconcile-read', operation: 'registerDomain' });
    const lost = await run(line.replace('bakery', 'books'));
    expect(lost.code).toBe(8);
    expect(unwrapped(lost.stderr)).toMatch(/registrar operations reconcile \S+ --registrar dna/);
  });
});

describe('all registrars', () => {
  it('are searched, and each row tells who answered', async () => {
    const { code, stdout } = await run('check openai.com a-b-c.co.uk kuzey-x.com.tr a.xyz');
    expect(code).toBe(0);
    const rows = stdout.split('\n').map((line) => line.split(/ {2,}/));
    expect(rows.slice(0, 5)).toEqual([
      ['NAME', 'AVAILABILITY', 'REGISTRAR', 'SOURCE', 'NOTE'],
      ['openai.com', 'taken', 'dna', 'simulated'],
      ['a-b-c.co.uk', 'available', 'second', 'simulated'],
      ['kuzey-x.com.tr', 'available', 'dna', 'simulated'],
      ['a.xyz', 'unknown', 'ending not sold here'],
    ]);
  });

  it('are searched around one that is down, which is said', async () => {
    atDna.faults.add({ fault: 'server-error', times: 1000 });
    const { code, stdout, stderr } = await run('check openai.com a-b-c.co.uk --csv');
    expect(code).toBe(0);
    const rows = stdout.trim().split(/\r?\n/);
    expect(rows.map((line) => line.split(',').at(-1))).toEqual(['registrar', 'main', 'second']);
    expect(stderr).toContain('note: dna could not answer: domain-name-api: checkAvailability');
  });

  it('are compared by price', async () => {
    const { code, stdout } = await run('quote register harbour-lights.com --years 2');
    expect(code).toBe(0);
    const rows = stdout.split('\n').map((line) => line.split(/ {2,}/));
    expect(rows.slice(0, 3)).toEqual([
      ['REGISTRAR', 'PRICE', 'CHEAPEST', 'SOURCE'],
      ['dna', '19.20 USD', 'yes', 'simulated'],
      ['main', '20.96 USD', 'simulated'],
    ]);
    const document = await run('quote register harbour-lights.com --json');
    expect(document.json()).toMatchObject({
      domain: 'harbour-lights.com',
      cheapest: [{ currency: 'USD', registrars: ['dna'] }],
      rows: [
        { registrar: 'dna', quote: { premium: false }, simulated: true },
        { registrar: 'main' },
      ],
      simulated: true,
    });
  });

  it('say why, where none has a price', async () => {
    const { code, stdout } = await run('quote register openai.com');
    expect(code).toBe(6);
    expect(unwrapped(stdout)).toMatch(/dna .*openai\.com.* main .*openai\.com/);
    const one = await run('quote register harbour-lights.com --registrar main --json');
    expect(one.json()).toMatchObject({ provider: 'namecheap', price: { amount: '10.48' } });
  });
});
