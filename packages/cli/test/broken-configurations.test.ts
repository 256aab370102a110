import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccessDiagnosis, DiagnosisCause } from '@registrar-kit/core';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import {
  createDemoWorld,
  serveSimulator,
  type NewWorldAccount,
  type ServedSimulator,
} from '@registrar-kit/testing';
import nock from 'nock';
import { runCommand, temporaryFolder, type Outcome } from './run-command.js';

interface Expected {
  readonly code: number;
  /** In any order; more than one is an honest tie, or several faults that are certain. */
  readonly leads: readonly DiagnosisCause[];
  readonly likelihood: 'confirmed' | 'likely' | 'possible';
}

const certain = (code: number, cause: DiagnosisCause): Expected => ({
  code,
  leads: [cause],
  likelihood: 'confirmed',
});
const tie = (code: number, ...leads: readonly DiagnosisCause[]): Expected => ({
  code,
  leads,
  likelihood: 'possible',
});

/** What the examination of each configuration of the example must lead with. */
const expected: Readonly<Record<string, Expected>> = {
  // The vendor answers a wrong key and switched-off access alike; the other environment has refused the key too.
  'namecheap/wrong-key': tie(3, 'wrong_key', 'api_access_disabled'),
  'namecheap/e-mail-as-user-name': certain(2, 'email_as_account_id'),
  'namecheap/zero-width-character': certain(2, 'invisible_character'),
  'namecheap/address-not-allowed': {
    code: 4,
    leads: ['client_ip_mismatch'],
    likelihood: 'likely',
  },
  'namecheap/live-key': certain(3, 'environment_mismatch'),
  // The same answer as to a wrong key, and nobody permitted a look at the other environment.
  'namecheap/api-access-off': tie(3, 'wrong_key', 'api_access_disabled', 'environment_mismatch'),
  'namecheap/private-address': certain(2, 'client_ip_not_public_ipv4'),
  'namecheap/dead-proxy': certain(9, 'proxy_failure'),
  // A redirect to the login page is all that this vendor says.
  'domain-name-api/wrong-key': tie(
    3,
    'wrong_key',
    'unknown_account',
    'ip_not_allowed',
    'outdated_client',
  ),
  'domain-name-api/e-mail-as-reseller-id': certain(2, 'email_as_account_id'),
  'domain-name-api/zero-width-character': certain(2, 'invisible_character'),
  'domain-name-api/address-not-allowed': certain(4, 'ip_not_allowed'),
  'domain-name-api/live-key': certain(3, 'environment_mismatch'),
  'domain-name-api/only-the-live-key': certain(2, 'environment_mismatch'),
  // A bare 403 says no more.
  'domain-name-api/account-locked': tie(
    4,
    'operation_not_allowed',
    'ip_not_allowed',
    'account_locked',
  ),
  'domain-name-api/wrong-base-url': certain(9, 'unexpected_answer'),
};

const example = path.resolve(__dirname, '../../../examples/broken-configurations');
const { callerAddress, accounts, situations } = JSON.parse(
  readFileSync(path.join(example, 'situations.json'), 'utf8'),
) as {
  readonly callerAddress: string;
  readonly accounts: readonly NewWorldAccount[];
  readonly situations: readonly {
    readonly name: string;
    readonly tryOtherEnvironment?: boolean;
  }[];
};

const folder = temporaryFolder();
afterAll(folder.remove);
const urls = new Map<string, string>();
const simulators: ServedSimulator[] = [];
let page: Server;
beforeAll(async () => {
  // It takes the sockets away from agents, and every address here is on this machine.
  nock.restore();
  const world = createDemoWorld({ accounts });
  const quota = { speed: 1000 };
  for (const environment of ['test', 'live'] as const)
    for (const simulator of [
      createNamecheapSimulator({ world, environment, quota }),
      createDomainNameApiSimulator({ world, environment, quota }),
    ]) {
      const served = await serveSimulator(simulator, { remoteAddress: callerAddress });
      simulators.push(served);
      urls.set(`${simulator.provider}-${environment}`, served.baseUrl);
    }
  page = createServer((_, answer) => answer.end('<!doctype html><title>Example</title>'));
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
  urls.set('web-page', `http://127.0.0.1:${String((page.address() as AddressInfo).port)}`);
});
afterAll(async () => {
  for (const served of simulators) await served.close();
  await new Promise((resolve) => page.close(resolve));
});

/** Everything of the example that must never be shown. */
const secrets = [
  'CANARY',
  ...accounts.flatMap(({ keys = {} }) => Object.values(keys)),
  '00f1e2d3',
  'panel@example.com',
];

async function examine(name: string, ...argv: readonly string[]): Promise<Outcome> {
  const text = readFileSync(path.join(example, 'configurations', `${name}.json`), 'utf8').replace(
    /served:([\w-]+)/g,
    (_, key: string) => urls.get(key)!,
  );
  // The simulators are fast, so that the client need not wait either.
  const quota = { api: { windows: [{ limit: 1000, windowMs: 1000 }] } };
  const config = { ...(JSON.parse(text) as object), quota };
  writeFileSync(path.join(folder.path, 'registrar.config.json'), JSON.stringify(config));
  return runCommand(['doctor', '--no-echo', ...argv], { folder: folder.path });
}

describe('the example of broken configurations', () => {
  it('has a file and an expectation for each situation', () => {
    const names = situations.map(({ name }) => name).sort();
    const files = readdirSync(path.join(example, 'configurations'), { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.replaceAll('\\', '/').replace(/\.json$/, ''));
    expect(files.sort()).toEqual(names);
    expect(Object.keys(expected).sort()).toEqual(names);
  });

  it.each(situations)('$name leads with the cause, or with the honest tie', async (situation) => {
    const { name, tryOtherEnvironment = false } = situation;
    const live = urls.get(`${name.split('/')[0]!}-live`)!;
    const options = tryOtherEnvironment ? ['--other-base-url', live] : [];
    const { code, leads, likelihood } = expected[name]!;

    const programs = await examine(name, ...options, '--json');
    const { worst } = programs.json() as AccessDiagnosis;
    expect(programs.code).toBe(code);
    expect(worst?.leading.map(({ cause }) => cause).sort()).toEqual([...leads].sort());
    expect(new Set(worst?.leading.map((finding) => finding.likelihood))).toEqual(
      new Set([likelihood]),
    );

    const people = await examine(name, ...options);
    expect(people.code).toBe(code);
    const lines = people.stdout.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(people.stdout).not.toContain('\u001b');
    const label = leads.length === 1 ? 'Cause' : 'Equally likely';
    const shown = lines.filter((line) => /^(?:Cause|Equally likely): /.test(line));
    expect(shown.sort()).toEqual(
      leads.map((cause) => `${label}: ${cause.replaceAll('_', ' ')} (${likelihood})`).sort(),
    );
    expect(people.stdout.includes(' causes are equally likely: ')).toBe(leads.length > 1);
    // What leads stands before the checks.
    expect(lines.findIndex((line) => line.startsWith(label))).toBeLessThan(lines.indexOf('Checks'));

    const all = JSON.stringify([programs, people]);
    for (const secret of secrets) expect(all).not.toContain(secret);
  });
});
