import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { aContactSet, createDemoWorld, serveSimulator } from '@registrar-kit/testing';
import { runPanel } from './panel.js';
import type { Surroundings } from './load-config.js';

// Two registrars on this machine, each in its vendor's own wire format over real sockets, with limits that last a moment.
const quota = { speed: 100 };
const open = () =>
  Promise.all([
    serveSimulator(createNamecheapSimulator({ world: createDemoWorld(), quota })),
    serveSimulator(createDomainNameApiSimulator({ world: createDemoWorld(), quota })),
  ]);

const print = (line: string): void => console.log(line);

/** Runs the program, prints what it says, and answers it. */
async function run(title: string, surroundings: Surroundings): Promise<readonly string[]> {
  print(`\n# ${title}`);
  const lines: string[] = [];
  await runPanel(surroundings, aContactSet(), (line) => {
    lines.push(line);
    print(line);
  });
  return lines;
}

/** Both accounts in one file; `provider` is all that is ever changed in it. */
async function swapByFile(folder: string): Promise<readonly (readonly string[])[]> {
  const served = await open();
  const [namecheap, domainNameApi] = served.map(({ config }) => config);
  const runs: (readonly string[])[] = [];
  for (const provider of ['namecheap', 'domain-name-api']) {
    const config = { provider, environment: 'test', namecheap, 'domain-name-api': domainNameApi };
    const file = path.join(folder, 'registrar.config.json');
    await writeFile(file, JSON.stringify(config, null, 2), { mode: 0o600 });
    const title = `registrar.config.json: "provider": "${provider}"`;
    runs.push(await run(title, { folder, env: {} }));
  }
  await rm(path.join(folder, 'registrar.config.json'));
  await Promise.all(served.map((each) => each.close()));
  return runs;
}

/** The credentials of both accounts in the environment; REGISTRAR_PROVIDER is all that is ever changed in it. */
async function swapByEnvironment(folder: string): Promise<readonly (readonly string[])[]> {
  const served = await open();
  const [namecheap, domainNameApi] = served;
  const text = (value: unknown): string => String(value);
  const env = {
    REGISTRAR_ENVIRONMENT: 'test',
    NAMECHEAP_API_USER: text(namecheap.config['apiUser']),
    NAMECHEAP_API_KEY: text(namecheap.config['apiKey']),
    NAMECHEAP_CLIENT_IP: text(namecheap.config['clientIp']),
    DOMAIN_NAME_API_RESELLER_ID: text(domainNameApi.config['resellerId']),
    DOMAIN_NAME_API_TEST_KEY: text(domainNameApi.config['apiKey']),
  };
  const addresses = { namecheap: namecheap.baseUrl, 'domain-name-api': domainNameApi.baseUrl };
  const runs: (readonly string[])[] = [];
  for (const [provider, baseUrl] of Object.entries(addresses)) {
    const chosen = { ...env, REGISTRAR_PROVIDER: provider, EXAMPLE_BASE_URL: baseUrl };
    runs.push(await run(`REGISTRAR_PROVIDER=${provider}`, { folder, env: chosen }));
  }
  await Promise.all(served.map((each) => each.close()));
  return runs;
}

const folder = await mkdtemp(path.join(tmpdir(), 'registrar-kit-'));
try {
  const runs = [...(await swapByFile(folder)), ...(await swapByEnvironment(folder))];
  // The first line names the registrar, and the last what one of the two cannot do.
  const answers = new Set(runs.map((lines) => lines.slice(1, -1).join('\n')));
  print('');
  print(
    answers.size === 1
      ? `${runs.length} runs of one program, 2 registrars, 1 set of answers. Nothing of it is real.`
      : 'The registrars answered differently.',
  );
  process.exitCode = answers.size === 1 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
