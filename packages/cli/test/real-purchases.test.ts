import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { journalMisconfigured, journalScopeOf, money, parseDomainName } from '@registrar-kit/core';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { sqliteJournal } from '@registrar-kit/sqlite';
import {
  aContact,
  createDemoWorld,
  serveSimulator,
  type ServedSimulator,
} from '@registrar-kit/testing';
import { runCommand, temporaryFolder, type Outcome, type RunOptions } from './run-command.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const canary = { apiUser: 'canaryuser', apiKey: 'CANARY0c3b4495e8f607182930a4b5c' };
const world = createDemoWorld({
  accounts: [{ id: canary.apiUser, keys: { test: canary.apiKey } }],
});
world.deposit(canary.apiUser, { amount: '1000.00', currency: 'USD' });
let served: ServedSimulator;
/** How much the registrar has been asked. */
let requests = 0;
beforeAll(async () => {
  served = await serveSimulator(
    createNamecheapSimulator({ world, account: canary.apiUser, quota: { speed: 1000 } }),
    { onHandled: () => (requests += 1) },
  );
  writeFileSync(path.join(folder.path, 'registrar.config.json'), JSON.stringify(served.config));
  writeFileSync(
    path.join(folder.path, 'contacts.json'),
    JSON.stringify({ registrant: aContact({ organization: 'CANARY-ORGANISATION' }) }),
  );
});
afterAll(() => served.close());

const outcomes: Outcome[] = [];
/** Runs a command as if the configuration led to a real registrar, whose part the simulator plays. */
async function run(argv: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const outcome = await runCommand(argv, {
    folder: folder.path,
    ...options,
    surroundings: { isSimulator: () => Promise.resolve(false), ...options.surroundings },
  });
  outcomes.push(outcome);
  return outcome;
}
const register = (domain: string, ...more: readonly string[]): readonly string[] => [
  ...['register', domain, '--contacts', 'contacts.json', ...more],
];
/** The registrar's own books judge, not the command. */
const chargesFor = (domain: string): number =>
  world.ledger({ account: canary.apiUser, domain }).length;
const stateFile = (name: string, state = 'state'): string => path.join(folder.path, state, name);
const words = (text: string): string => text.replace(/\s+/g, ' ');
interface Listed {
  readonly id: string;
  readonly domain: string;
  readonly status: string;
}
const listed = async (options: RunOptions = {}): Promise<readonly Listed[]> =>
  (await run(['operations', 'list', '--json'], options)).json() as readonly Listed[];

describe('an order to a real registrar', () => {
  it('is kept in a journal that only its owner can read, and is never bought twice under one key', async () => {
    const domain = 'cli-real.com';
    const order = register(domain, '--max-price', '20', '--idempotency-key', 'invoice 4711');
    const first = await run([...order, '--json']);
    expect(first).toMatchObject({ code: 0 });
    expect(first.json()).toMatchObject({ status: 'done', replayed: false, domain });
    expect(readdirSync(path.join(folder.path, 'state'))).toContain('operations.sqlite');
    expect(readdirSync(path.join(folder.path, 'state'))).not.toContain(
      'simulated-operations.sqlite',
    );
    // Windows has no such modes.
    if (process.platform !== 'win32') {
      expect(statSync(path.join(folder.path, 'state')).mode & 0o777).toBe(0o700);
      expect(statSync(stateFile('operations.sqlite')).mode & 0o777).toBe(0o600);
    }

    const second = await run([...order, '--json']);
    expect(second).toMatchObject({ code: 0 });
    expect(second.json()).toMatchObject({ status: 'done', replayed: true, domain });
    expect(chargesFor(domain)).toBe(1);

    const other = await run(
      register('cli-other.com', '--listed', '--idempotency-key', 'invoice 4711'),
    );
    expect(other).toMatchObject({ code: 2 });
    expect(chargesFor('cli-other.com')).toBe(0);
  });

  it('that is asked for again at the terminal is found in the journal', async () => {
    const { code, stderr } = await run(register('cli-real.com'), { terminal: { answer: 'y' } });
    expect(code).toBe(6);
    const [{ id } = { id: 'none' }] = await listed();
    expect(stderr).toContain(`registrar operations show ${id}\n`);
  });

  it('is refused by a limit on the price, and the key stays free', async () => {
    const domain = 'cli-limit.com';
    const key = ['--idempotency-key', 'invoice 4712'];
    expect(await run(register(domain, '--max-price', '1', ...key))).toMatchObject({ code: 7 });
    expect(await run(register(domain, '--max-price', '20', ...key))).toMatchObject({ code: 0 });
    expect(chargesFor(domain)).toBe(1);
  });

  it('to renew is paid once under one key, whether the expiry is given or read', async () => {
    const domain = 'cli-real.com';
    const { expiresOn } = (await run(['show', domain, '--json'])).json() as { expiresOn: string };
    const renew = ['renew', domain, '--listed', '--idempotency-key', 'invoice 4714', '--json'];
    const guarded = [...renew, '--expires', expiresOn];
    const before = chargesFor(domain);
    world.faults.add({ fault: 'commit-after-reconcile-read', operation: 'renewDomain' });
    const lost = await run(guarded);
    world.faults.clear();
    expect(lost.code).toBe(8);
    const { error } = lost.json() as { error: { handle: { id: string } } };
    const settled = await run(['operations', 'reconcile', error.handle.id, '--json']);
    expect(settled.json()).toMatchObject({ status: 'done', operation: 'renewDomain' });

    expect((await run(guarded)).json()).toMatchObject({ status: 'done', replayed: true });
    // The expiry that is read now makes it another order, which the key does not stand for.
    expect(await run(renew)).toMatchObject({ code: 2 });
    expect(chargesFor(domain)).toBe(before + 1);
  });

  it('needs no journal for a dry run', async () => {
    const state = 'untouched';
    const { code } = await run(register('cli-dry.com', '--dry-run'), {
      env: { REGISTRAR_STATE_DIR: state },
      surroundings: { loadJournalEngine: () => Promise.reject(new Error('not asked for')) },
    });
    expect(code).toBe(0);
    expect(readdirSync(folder.path)).not.toContain(state);
  });

  it('is bought once by two commands at the same time', async () => {
    const domain = 'cli-race.com';
    const order = register(domain, '--listed', '--idempotency-key', 'invoice 4713', '--json');
    const both = await Promise.all([run(order), run(order)]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const replayed = both.map((each) => (each.json() as { replayed: boolean }).replayed);
    expect(replayed.sort()).toEqual([false, true]);
    expect(chargesFor(domain)).toBe(1);
  });
});

describe('a lost answer', () => {
  it('is made good by reading, in the same command', async () => {
    const domain = 'cli-recovered.com';
    world.faults.add({ fault: 'answer-lost-after-commit', operation: 'registerDomain' });
    const { code, json } = await run(register(domain, '--listed', '--json'));
    world.faults.clear();
    expect(code).toBe(0);
    expect(json()).toMatchObject({ status: 'done', recovered: true });
    expect(chargesFor(domain)).toBe(1);
  });

  it('that reading cannot settle ends with 8 and names the command that does, in another run', async () => {
    const domain = 'cli-lost.com';
    world.faults.add({ fault: 'commit-after-reconcile-read', operation: 'registerDomain' });
    const lost = await run(register(domain, '--listed', '--config', 'registrar.config.json'));
    world.faults.clear();
    expect(lost).toMatchObject({ code: 8, stdout: '' });
    const [, id = ''] =
      /^ {4}registrar operations reconcile (\S+) --config registrar\.config\.json$/m.exec(
        lost.stderr,
      ) ?? [];
    expect(await listed()).toContainEqual(
      expect.objectContaining({ id, domain, operation: 'registerDomain', status: 'unknown' }),
    );

    const shown = await run(['operations', 'show', id]);
    expect(shown.code).toBe(8);
    expect(shown.stdout).toMatch(/^status +unknown: the answer was lost$/m);
    expect(shown.stderr).toContain(`registrar operations reconcile ${id}`);

    const settled = await run(['operations', 'reconcile', id.slice(0, 8), '--json']);
    expect(settled).toMatchObject({ code: 0 });
    expect(settled.json()).toMatchObject({
      id,
      status: 'done',
      operation: 'registerDomain',
      result: { domain, recovered: true },
    });
    expect((await run(['operations', 'show', id])).code).toBe(0);
    expect(await run(register(domain, '--listed'))).toMatchObject({ code: 0 });
    expect(chargesFor(domain)).toBe(1);
  });

  it('of an order that never reached the registrar stays unknown', async () => {
    const domain = 'cli-dropped.com';
    world.faults.add({ fault: 'answer-lost-before-commit', operation: 'registerDomain' });
    const lost = await run(register(domain, '--listed', '--json'));
    world.faults.clear();
    expect(lost.code).toBe(8);
    const { error, next } = lost.json() as { error: { handle: { id: string } }; next: string };
    expect(next).toBe(`registrar operations reconcile ${error.handle.id}`);
    const settled = await run(['operations', 'reconcile', error.handle.id, '--json']);
    expect(settled.code).toBe(8);
    expect(settled.json()).toMatchObject({ domain, status: 'unknown' });
    expect(chargesFor(domain)).toBe(0);
  });
});

describe('an order whose process was killed', () => {
  it('stands as started, and its domain is not bought anew while reading proves nothing', async () => {
    const domain = parseDomainName('cli-killed.com');
    const id = randomUUID();
    const environment = 'test' as const;
    const kind = 'registerDomain' as const;
    const host = new URL(served.baseUrl).host;
    const killed = sqliteJournal({ path: stateFile('operations.sqlite'), leaseMs: 1 });
    await killed.begin({
      scope: journalScopeOf({ provider: 'namecheap', host, account: canary.apiUser }),
      key: `caller ${id}`,
      order: id,
      operation: { id, provider: 'namecheap', environment, kind, domain },
      kind,
      environment,
      guard: { ownedBefore: false, years: 1 },
      price: money('10.48', 'USD'),
      startedAt: Date.now(),
    });
    await killed.close();
    const shown = await run(['operations', 'show', id, '--json']);
    expect(shown.code).toBe(8);
    expect(shown.json()).toMatchObject({ id, domain, status: 'started', years: 1 });

    const again = await run(register(domain, '--listed'));
    expect(again.code).toBe(8);
    expect(again.stderr).toContain(`registrar operations reconcile ${id}\n`);
    expect(chargesFor(domain)).toBe(0);

    const settled = await run(['operations', 'reconcile', id, '--json']);
    expect(settled.code).toBe(8);
    expect(settled.json()).toMatchObject({ id, status: 'unknown' });
  });
});

describe('a journal that cannot be used', () => {
  const refused = async (
    loadJournalEngine: () => Promise<typeof sqliteJournal>,
    env?: Record<string, string>,
  ): Promise<string> => {
    const before = requests;
    const outcome = await run(register('cli-refused.com', '--listed'), {
      surroundings: { loadJournalEngine },
      ...(env === undefined ? {} : { env }),
    });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(requests).toBe(before);
    expect(chargesFor('cli-refused.com')).toBe(0);
    return words(outcome.stderr);
  };

  it('since the engine is not installed is said with the way to get it, and nothing is sent', async () => {
    const missing = new Error("Cannot find package '@registrar-kit/sqlite'");
    const text = await refused(() => Promise.reject(missing));
    expect(text).toContain('npm install @registrar-kit/sqlite');
    expect(text).toContain('nothing was sent');
    expect(text).not.toContain('runtime.journal');
  });

  it('since its native part is missing is said with the way to get it, and nothing is sent', async () => {
    // As the engine reports it.
    const notCompiled = journalMisconfigured([
      { path: 'engine', problem: 'better-sqlite3 has no compiled part', cure: 'rebuild it' },
    ]);
    const text = await refused(() =>
      Promise.resolve((options) => ({
        ...sqliteJournal(options),
        leaseMs: 30_000,
        guarantees: () => Promise.reject(notCompiled),
        close: () => Promise.resolve(),
      })),
    );
    expect(text).toContain('npm rebuild better-sqlite3');
    expect(text).toContain('"npm test"');
  });

  it('since its file is no journal is said with its name, and the file is left as it is', async () => {
    const state = path.join(folder.path, 'damaged');
    mkdirSync(state);
    writeFileSync(path.join(state, 'operations.sqlite'), 'CANARY notes of mine');
    const text = await refused(() => Promise.resolve(sqliteJournal), {
      REGISTRAR_STATE_DIR: state,
    });
    expect(text).toContain('operations.sqlite');
    expect(readFileSync(path.join(state, 'operations.sqlite'), 'utf8')).toBe(
      'CANARY notes of mine',
    );
  });

  it('in a folder that cannot be created is said with its name', async () => {
    const text = await refused(() => Promise.resolve(sqliteJournal), {
      REGISTRAR_STATE_DIR: path.join(folder.path, 'contacts.json', 'state'),
    });
    expect(text).toContain('cannot be created');
    expect(text).toContain('REGISTRAR_STATE_DIR');
  });
});

describe('registrar operations', () => {
  it('lists the newest orders, in a table that fits a terminal', async () => {
    const { code, stdout } = await run(['operations'], { terminal: {}, env: { NO_COLOR: '1' } });
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/ID +ORDER +DOMAIN +YEARS +STATUS +PRICE +STARTED/);
    expect(stdout).toMatch(/[0-9a-f]{8} +register +cli-real\.com +1 +.*done/);
    expect(await run(['operations', 'list', '--limit', '2', '--json'])).toMatchObject({ code: 0 });
  });

  it('reads the journal only', async () => {
    const before = requests;
    expect((await listed()).length).toBeGreaterThan(3);
    expect(requests).toBe(before);
  });

  it('shows raw calls by their command, and a transfer that was paid and failed as failed', async () => {
    const environment = 'test' as const;
    const host = new URL(served.baseUrl).host;
    const scope = journalScopeOf({ provider: 'namecheap', host, account: canary.apiUser });
    const journal = sqliteJournal({ path: stateFile('operations.sqlite') });
    const common = { scope, environment, startedAt: Date.now() };
    const identity = () => ({ id: randomUUID(), provider: 'namecheap', environment });
    const command = 'namecheap.ssl.create';
    const [answered, lost] = [identity(), identity()];
    for (const raw of [answered, lost]) {
      const operation = { ...raw, kind: 'raw' as const, command };
      await journal.begin({ ...common, key: raw.id, order: raw.id, operation, kind: 'raw' });
    }
    await journal.settle(scope, answered.id, { status: 'done', result: null });
    await journal.settle(scope, lost.id, { status: 'unknown', because: 'the connection broke' });
    const kind = 'transferDomain' as const;
    const domain = parseDomainName('cli-not-come.com');
    const failed = { ...identity(), kind, domain, vendorRef: '999999' };
    await journal.begin({
      ...common,
      key: failed.id,
      order: failed.id,
      operation: failed,
      kind,
      guard: { ownedBefore: false, years: 1 },
      price: money('9.00', 'USD'),
    });
    const end = { status: 'failed', cause: 'auth_code_wrong' };
    const result = { ...end, operation: failed, domain, recovered: false, incomplete: [] };
    await journal.settle(scope, failed.id, { status: 'done', result });
    await journal.close();

    const table = await run(['operations']);
    expect(table.stdout).toMatch(/[0-9a-f]{8} +raw +namecheap\.ssl\.create +done/);
    expect(table.stdout).toMatch(/[0-9a-f]{8} +raw +namecheap\.ssl\.create +unknown/);
    expect(table.stdout).toMatch(/[0-9a-f]{8} +transfer +cli-not-come\.com +1 +failed +9\.00 USD/);
    const rows = await listed();
    const row = rows.find(({ id }) => id === lost.id);
    expect(row).toMatchObject({ operation: 'raw', command, because: 'the connection broke' });
    for (const absent of ['domain', 'years', 'price']) expect(row).not.toHaveProperty(absent);

    const shown = await run(['operations', 'show', answered.id]);
    expect(shown.code).toBe(0);
    expect(words(shown.stdout)).toContain(`command ${command} status answered: the registrar took`);
    const unknown = await run(['operations', 'reconcile', lost.id]);
    expect(unknown.code).toBe(8);
    expect(words(unknown.stderr)).toContain('look into the panel of the registrar');
    expect(unknown.stderr).not.toContain('operations reconcile');
    const ended = await run(['operations', 'show', failed.id, '--json']);
    expect(ended.code).toBe(6);
    expect(ended.json()).toMatchObject({ id: failed.id, domain, ...end });
    const text = await run(['operations', 'show', failed.id]);
    expect(words(text.stdout)).toMatch(/status failed: paid, and ended without.*auth_code_wrong/);
  });

  it.each([
    [['operations', 'shwo'], 'did you mean show?'],
    [['operations', 'show'], 'needs the id'],
    [['operations', 'show', 'a', 'b'], 'one too many'],
    [['operations', 'list', 'a'], 'takes no arguments'],
    [['operations', 'show', '00000000', '--limit', '1'], 'has no option --limit'],
    [['operations', 'reconcile', '00000000'], 'there is no order "00000000"'],
  ])('%j is a fault of the command line', async (argv, reason) => {
    const { code, stderr } = await run(argv);
    expect(code).toBe(2);
    expect(words(stderr)).toContain(reason);
  });

  it('needs a configuration, or to be told to simulate', async () => {
    mkdirSync(path.join(folder.path, 'empty'));
    const { code, stderr } = await runCommand(['operations'], {
      folder: path.join(folder.path, 'empty'),
    });
    expect(code).toBe(2);
    expect(words(stderr)).toContain('configuration: is missing');
  });
});

it('shows no credential and no contact, and records none', () => {
  const text = JSON.stringify(outcomes);
  expect(text).not.toContain('CANARY');
  for (const name of readdirSync(path.join(folder.path, 'state')))
    expect(readFileSync(stateFile(name), 'latin1')).not.toContain('CANARY');
});
