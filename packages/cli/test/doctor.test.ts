import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { createDemoWorld, serveSimulator, type ServedSimulator } from '@registrar-kit/testing';
import { runCommand, temporaryFolder, type Outcome, type RunOptions } from './run-command.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const canary = { id: 'canaryuser', keys: { test: 'CANARY0c3b4495e8f607182930a4b5cd' } };
let served: ServedSimulator;
let echo: Server;
let echoUrl: string;
beforeAll(async () => {
  const world = createDemoWorld({ accounts: [canary] });
  served = await serveSimulator(
    createNamecheapSimulator({ world, account: canary.id, quota: { speed: 1000 } }),
  );
  echo = createServer((_, answer) => answer.end('203.0.113.9\n'));
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  echoUrl = `http://127.0.0.1:${String((echo.address() as AddressInfo).port)}/CANARY-token`;
});
afterAll(async () => {
  await served.close();
  await new Promise((resolve) => echo.close(resolve));
});

let count = 0;
/** Runs the command where a configuration lies. */
async function doctor(
  config: unknown,
  argv: readonly string[] = ['--no-echo'],
  options: RunOptions = {},
): Promise<Outcome> {
  const own = path.join(folder.path, String(++count));
  mkdirSync(own);
  if (config !== undefined)
    writeFileSync(path.join(own, 'registrar.config.json'), JSON.stringify(config));
  return runCommand(['doctor', ...argv], { folder: own, ...options });
}

interface ReportDocument {
  readonly checks: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly shows: readonly string[];
  }[];
}

describe('registrar doctor', () => {
  it('tells of each check what was checked, what it shows and what to do next', async () => {
    const { code, stdout, stderr } = await doctor(served.config);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'access to namecheap, environment "test", configuration: registrar.config.json, simulated: nothing here is real',
    );
    expect(stdout).toContain('Nothing failed; some checks could not be made.');
    expect(stdout).toMatch(
      /^Authenticated read: passed\n {2}checked: one read .+\n {2}shows: {3}the registrar accepts them.*\n(?: {11}.*\n)?(?: {2}next: {4}nothing\n)/m,
    );
    expect(stdout).toMatch(/^Outgoing address: not checked\n {2}no echo service may be asked$/m);
    expect(stdout).not.toContain('CANARY');
  });

  it('is coloured on a terminal only', async () => {
    expect((await doctor(served.config, ['--no-echo'], { terminal: {} })).stdout).toContain(
      '\u001b[32mpassed',
    );
    expect((await doctor(served.config)).stdout).not.toContain('\u001b');
  });

  it('asks the echo services that are named, and shows none of their tokens', async () => {
    const { stdout, json } = await doctor(served.config, ['--echo', echoUrl, '--json']);
    expect(json()).toMatchObject({ evidence: { egress: { addresses: ['203.0.113.9'] } } });
    expect(stdout).not.toContain('CANARY');
    const people = await doctor(served.config, ['--echo', echoUrl]);
    expect(people.stdout).toContain('clientIp is 192.0.2.1, echo services see 203.0.113.9');
    expect(people.stdout).not.toContain('CANARY');
  });

  it('is one JSON document with --json', async () => {
    const { code, json, stdout } = await doctor({ ...served.config, apiKey: 'CANARY-KEY' }, [
      '--no-echo',
      '--json',
    ]);
    expect(code).toBe(3);
    expect(json()).toMatchObject({
      provider: 'namecheap',
      environment: 'test',
      configuration: 'registrar.config.json',
      simulated: true,
      outcome: 'failed',
      exitCode: 3,
      worst: {
        check: 'access',
        code: 'AUTHENTICATION_FAILED',
        leading: [{ cause: 'malformed_key', likelihood: 'likely' }],
      },
    });
    const { checks } = json() as ReportDocument;
    expect(checks.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['configuration', 'reachability', 'access', 'balance', 'quota']),
    );
    expect(stdout).not.toMatch(/CANARY|"remedies"/);
  });

  it('names what it could not check when the network is down', async () => {
    // nock lets no request leave this machine, and nothing listens at the echo service.
    const config = { ...served.config, baseUrl: undefined };
    const { code, stdout, stderr } = await doctor(config, ['--echo', 'http://127.0.0.1:1/']);
    expect(code).toBe(9);
    expect(stdout).toMatch(/^First of all: Reachability and TLS$/m);
    expect(stdout).toMatch(/^Cause: network failure \(confirmed\)$/m);
    expect(stdout).toMatch(/^Outgoing address: not checked\n {2}no echo service answered$/m);
    expect(stdout).toMatch(/^Authenticated read: not checked$/m);
    expect(stdout + stderr).not.toContain('CANARY');
  });

  it('says without a configuration that there is none, and how to make one', async () => {
    const { code, stdout, stderr } = await doctor(undefined, ['--provider', 'domain-name-api']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const text = stderr.replace(/\s+/g, ' ');
    expect(text).toContain('configuration: is missing, so that there is nothing to examine');
    expect(text).toContain('{ "provider": "domain-name-api", "environment": "test", "resellerId"');
    expect(text).toContain('add --simulate');
    const programs = await doctor(undefined, ['--json']);
    expect(programs.json()).toMatchObject({ error: { code: 'CONFIGURATION_INVALID' } });
  });

  it('examines the embedded simulator with --simulate, and says so', async () => {
    const { code, stdout, stderr } = await doctor(undefined, ['--simulate', '--no-echo']);
    expect(code).toBe(0);
    expect(stderr).toBe(
      'simulated: the embedded namecheap simulator answers; nothing here is real\n',
    );
    expect(stdout).toContain('access to namecheap, environment "test", simulated');
  });

  it('weighs the platform on which it runs', async () => {
    const { json } = await doctor(served.config, ['--no-echo', '--json'], {
      env: { GITHUB_ACTIONS: 'true' },
    });
    expect(json()).toMatchObject({ evidence: { platform: 'GitHub Actions' } });
  });

  it('ends with Ctrl-C instead of showing half an examination', async () => {
    const { code, stdout } = await doctor(served.config, ['--no-echo'], {
      signal: AbortSignal.abort('SIGINT'),
    });
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  });

  it.each([
    [['--echo', 'CANARY'], '--echo is not a URL'],
    [['--echo', 'https://example.com/', '--no-echo'], 'exclude each other'],
    [['--other-base-url', 'CANARY'], '--other-base-url is not a URL'],
    [['extra'], 'doctor takes no arguments'],
  ])('refuses %j', async (argv, problem) => {
    const { code, stderr } = await doctor(served.config, argv);
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
    expect(stderr).not.toContain('CANARY');
  });
});
