import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { createDemoWorld, serveSimulator, type ServedSimulator } from '@registrar-kit/testing';
import { runCommand, temporaryFolder, type RunOptions } from '../run-command.js';

const folder = temporaryFolder();
const account = { id: 'canarybulk', key: 'CANARY5d81f00a4b7e92c6318fd04e7' };
const world = createDemoWorld({ accounts: [{ id: account.id, keys: { test: account.key } }] });
let served: ServedSimulator;
let requests = 0;
/** Called with the number of the request that has just been answered. */
let onRequest: (count: number) => void = () => undefined;

beforeAll(async () => {
  served = await serveSimulator(
    createNamecheapSimulator({ world, account: account.id, quota: { speed: 100_000 } }),
    {
      onHandled: () => {
        requests += 1;
        onRequest(requests);
      },
    },
  );
});
afterAll(async () => {
  await served.close();
  folder.remove();
});

const list = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `bulk-${String(index)}.com`);

let place = 0;
/** A folder of its own with a configuration and a list in it, and the options to start a command there. */
function prepare(names: readonly string[]): RunOptions & { readonly folder: string } {
  const own = path.join(folder.path, String(++place));
  mkdirSync(own);
  writeFileSync(path.join(own, 'registrar.config.json'), JSON.stringify(served.config));
  writeFileSync(path.join(own, 'names.txt'), `# to be asked\n\n${names.join('\n')}\n`);
  requests = 0;
  onRequest = () => undefined;
  return { folder: own };
}

const inputsOf = (stdout: string): string[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => (JSON.parse(line) as { input: string }).input);

const keptIn = (at: string): readonly string[] => {
  try {
    return readdirSync(path.join(at, 'state', 'checks'));
  } catch {
    return [];
  }
};

const byFile = ['check', '--file', 'names.txt'];

describe('a long check', () => {
  it('answers 5,000 names as JSON lines, each once and in order, and keeps nothing afterwards', async () => {
    const names = list(5000);
    const options = prepare(names);
    const { code, stdout, stderr } = await runCommand([...byFile, '--jsonl'], options);
    expect([code, stderr]).toEqual([
      0,
      'simulated: the configured address is a simulator; nothing here is real\n',
    ]);
    expect(inputsOf(stdout)).toEqual(names);
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toEqual({
      input: 'bulk-0.com',
      domain: 'bulk-0.com',
      availability: 'available',
      simulated: true,
    });
    expect(requests).toBe(100);
    expect(keptIn(options.folder)).toEqual([]);
  });

  it('prints a table and one JSON document too', async () => {
    const names = [...list(300), 'no name', 'google.com'];
    const table = await runCommand(byFile, prepare(names));
    const lines = table.stdout.split('\n');
    expect(lines).toHaveLength(304);
    expect(lines[0]).toMatch(/^NAME +AVAILABILITY +SOURCE +NOTE$/);
    expect(lines[302]).toMatch(/^google\.com +taken +simulated$/);
    const { json } = await runCommand([...byFile, '--json'], prepare(names));
    expect((json() as { input: string }[]).map(({ input }) => input)).toEqual(names);
  });

  it('writes values that spreadsheets read', async () => {
    const names = ['München.de', 'a,"b" c', ...list(250), 'google.com'];
    const { stdout } = await runCommand([...byFile, '--csv'], prepare(names));
    const lines = stdout.split('\n');
    expect(lines).toHaveLength(255);
    expect(lines.slice(0, 3)).toEqual([
      'input,domain,availability,reason,premium,registration,renewal,currency,note,simulated',
      'München.de,xn--mnchen-3ya.de,taken,,no,,,,,yes',
      expect.stringMatching(/^"a,""b"" c",,unknown,invalid_name,no,,,,.+,yes$/),
    ]);
    expect(lines[253]).toBe('google.com,google.com,taken,,no,,,,,yes');
  });

  it.each([
    ['=HYPERLINK("http://a.example","b")', `"'=HYPERLINK(""http://a.example"",""b"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(1)', "'@SUM(1)"],
    ['＝1', "'＝1"],
  ])('hands no formula to a spreadsheet: %s', async (name, written) => {
    const { stdout } = await runCommand(['check', '--csv', '--', name], prepare([]));
    expect(stdout.split('\n')[1]).toContain(`${written},,unknown,invalid_name,`);
  });

  it.each([
    [['--json', '--csv'], '--json and --csv exclude each other'],
    [['--csv', '--jsonl'], '--csv and --jsonl exclude each other'],
  ])('refuses %j', async (forms, problem) => {
    const outcome = await runCommand([...byFile, ...forms], prepare(list(1)));
    expect(outcome.code).toBe(2);
    expect(outcome.stdout + outcome.stderr).toContain(problem);
  });

  it('shows a bar, the rate and the time left, on a terminal only', async () => {
    const seen = await runCommand([...byFile, '--csv'], { ...prepare(list(1000)), terminal: {} });
    expect(seen.stderr).toContain('\r\u001b[2K[                ] 0/1000');
    expect(seen.stderr).toMatch(/\[====== {10}\] 400\/1000, \d+(?:\.\d)?\/s, \d+ (?:s|min) left/);
    expect(seen.stderr).toMatch(/\[={16}\] 1000\/1000, [\d.]+\/s, 0 s left/);
    const unseen = await runCommand([...byFile, '--csv'], prepare(list(1000)));
    expect(unseen.stderr).not.toContain('/1000');
  });
});

describe('a long check that ends early', () => {
  it.each(['--jsonl', '--csv', '--json', undefined])(
    'goes on after Ctrl-C and prints each name once (%s)',
    async (form) => {
      const names = [...list(900), 'bulk-3.com'];
      const options = prepare(names);
      const asked = form === undefined ? byFile : [...byFile, form];
      const ending = new AbortController();
      onRequest = (count) => {
        if (count === 9) ending.abort('SIGINT');
      };
      const first = await runCommand(asked, { ...options, signal: ending.signal });
      expect(first.code).toBe(130);
      const goOn = `registrar ${asked.join(' ')} --resume`;
      expect(first.stderr).toContain(`400 of 901 names are answered and kept. To go on: ${goOn}\n`);
      expect(keptIn(options.folder)).toHaveLength(1);

      requests = 0;
      onRequest = () => undefined;
      const second = await runCommand([...asked, '--resume'], options);
      expect(second.code).toBe(0);
      // Those that had been under way when it was ended may still come in.
      expect(requests).toBeGreaterThanOrEqual(11);
      expect(requests).toBeLessThanOrEqual(11 + 4);
      expect(second.stderr).toMatch(/^going on after 400 of 901 names, of a run that began 20/m);
      const given = names.map((name) => second.stdout.split(name).length - 1);
      expect(given.every((count) => count > 0)).toBe(true);
      const whole = await runCommand(asked, prepare(names));
      expect(second.stdout).toBe(whole.stdout);
      expect(keptIn(options.folder)).toEqual([]);
    },
  );

  it('goes on after a failure', async () => {
    const names = list(650);
    const options = prepare(names);
    for (const at of [400, 450, 500, 550])
      world.faults.add({ fault: 'html-page', domain: `bulk-${String(at)}.com`, times: 20 });
    const first = await runCommand([...byFile, '--jsonl'], options);
    world.faults.clear();
    expect(first.code).toBe(9);
    expect(inputsOf(first.stdout)).toEqual(names.slice(0, 400));
    expect(first.stderr).toContain('400 of 650 names are answered and kept');
    const second = await runCommand([...byFile, '--jsonl', '--resume'], options);
    expect([second.code, inputsOf(second.stdout)]).toEqual([0, names]);
  });

  it('keeps what failed for single names, and ends with its exit code after going on too', async () => {
    const options = prepare(list(650));
    const ending = new AbortController();
    world.faults.add({ fault: 'html-page', domain: 'bulk-0.com', times: 20 });
    onRequest = (count) => {
      if (count === 12) ending.abort('SIGTERM');
    };
    const first = await runCommand([...byFile, '--jsonl'], { ...options, signal: ending.signal });
    world.faults.clear();
    expect(first.code).toBe(143);
    const second = await runCommand([...byFile, '--jsonl', '--resume'], options);
    const rows = second.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { reason?: string; error?: { code: string } });
    expect(second.code).toBe(9);
    expect(rows.filter(({ reason }) => reason === 'request_failed')).toHaveLength(50);
    expect(rows[0]?.error?.code).toBe('UNEXPECTED_RESPONSE');
  });

  it('says that nothing is kept of a list that is asked for in one go', async () => {
    const options = prepare(list(3));
    const { code, stdout, stderr } = await runCommand([...byFile, '--jsonl', '--resume'], options);
    expect([code, inputsOf(stdout)]).toEqual([0, list(3)]);
    expect(stderr).toContain('a list this short is asked for in one go, so nothing is kept of it');
    expect(keptIn(options.folder)).toEqual([]);
  });

  it('begins anew without --resume, for another list, and where nothing is kept', async () => {
    const names = list(450);
    const options = prepare(names);
    const stopAfter = async (count: number): Promise<void> => {
      const ending = new AbortController();
      onRequest = (now) => {
        if (now === count) ending.abort('SIGINT');
      };
      requests = 0;
      await runCommand([...byFile, '--jsonl'], { ...options, signal: ending.signal });
      onRequest = () => undefined;
      requests = 0;
    };
    await stopAfter(5);
    writeFileSync(
      path.join(options.folder, 'names.txt'),
      [...names.slice(1), 'more.com'].join('\n'),
    );
    const other = await runCommand([...byFile, '--jsonl', '--resume'], options);
    expect(other.stderr).toContain('nothing is kept of an earlier run of this list');
    expect(inputsOf(other.stdout)).toEqual([...names.slice(1), 'more.com']);
    expect(requests).toBeGreaterThanOrEqual(9);
    writeFileSync(path.join(options.folder, 'names.txt'), names.join('\n'));
    requests = 0;
    const anew = await runCommand([...byFile, '--jsonl'], options);
    expect([inputsOf(anew.stdout).length, requests]).toEqual([450, 9]);
  });

  it('passes over what a crash left of a last line, and asks for it again', async () => {
    const names = list(900);
    const options = prepare(names);
    const ending = new AbortController();
    onRequest = (count) => {
      if (count === 5) ending.abort('SIGINT');
    };
    await runCommand([...byFile, '--jsonl'], { ...options, signal: ending.signal });
    const [kept = ''] = keptIn(options.folder);
    const file = path.join(options.folder, 'state', 'checks', kept);
    const text = readFileSync(file, 'utf8');
    for (const damage of [text.slice(0, -20), `${text}{"resumeTok`, `${text}\u0000\u0000\n`]) {
      writeFileSync(file, damage);
      const ended = new AbortController();
      const { stdout } = await runCommand([...byFile, '--jsonl', '--resume'], {
        ...options,
        signal: ended.signal,
        onOutput: (line) => {
          if (line.includes('bulk-399.com')) ended.abort('SIGINT');
        },
      });
      const given = inputsOf(stdout);
      expect(given).toEqual(names.slice(0, given.length));
      expect(given.length).toBeGreaterThanOrEqual(400);
      const lines = readFileSync(file, 'utf8').split('\n').slice(1, -1);
      expect(lines.map((line) => (JSON.parse(line) as { row: object }).row)).toMatchObject(
        names.slice(0, lines.length).map((input) => ({ input })),
      );
    }
    const last = await runCommand([...byFile, '--jsonl', '--resume'], options);
    expect(inputsOf(last.stdout)).toEqual(names);
  });

  it('asks again for what two runs that did not see each other have written into one file', async () => {
    const names = list(450);
    const options = prepare(names);
    const ending = new AbortController();
    onRequest = (count) => {
      if (count === 5) ending.abort('SIGINT');
    };
    await runCommand([...byFile, '--jsonl'], { ...options, signal: ending.signal });
    onRequest = () => undefined;
    const [kept = ''] = keptIn(options.folder);
    const file = path.join(options.folder, 'state', 'checks', kept);
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, [...lines.slice(0, 101), ...lines.slice(1)].join('\n'));
    const { stdout, stderr } = await runCommand([...byFile, '--jsonl', '--resume'], options);
    expect(stderr).toContain('going on after 100 of 450 names');
    expect(inputsOf(stdout)).toEqual(names);
  });

  it('holds no key in what it keeps, and shows it to nobody else', async () => {
    const options = prepare(list(450));
    const ending = new AbortController();
    onRequest = (count) => {
      if (count === 5) ending.abort('SIGINT');
    };
    await runCommand([...byFile, '--jsonl'], { ...options, signal: ending.signal });
    const [kept = ''] = keptIn(options.folder);
    expect(kept).toMatch(/^[0-9a-f]{32}\.jsonl$/);
    const text = readFileSync(path.join(options.folder, 'state', 'checks', kept), 'utf8');
    expect(text).toContain('bulk-199.com');
    expect(text).not.toContain('CANARY');
    expect(text).not.toContain(account.id);
  });
});

describe('a process that is killed', () => {
  it('leaves what the next one goes on from: each name once, none asked twice but the last few', async () => {
    const names = list(2000);
    const options = prepare(names);
    const outputs: string[] = [];
    for (const kills of [7, 22]) {
      const child = start([...byFile, '--jsonl', '--resume'], options.folder);
      let stdout = '';
      child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
      onRequest = (count) => {
        if (count === kills) child.kill('SIGKILL');
      };
      const [, signal] = (await once(child, 'close')) as [number | null, string | null];
      expect(signal).toBe('SIGKILL');
      outputs.push(stdout);
    }
    onRequest = () => undefined;
    const last = await runCommand([...byFile, '--jsonl', '--resume'], options);
    expect(last.code).toBe(0);
    expect(inputsOf(last.stdout)).toEqual(names);
    // Whoever was killed had printed the beginning of the same.
    for (const output of outputs) expect(last.stdout.startsWith(output)).toBe(true);
    // 40 requests are enough for all; each kill costs those that were under way.
    expect(requests).toBeGreaterThan(40);
    expect(requests).toBeLessThanOrEqual(40 + 2 * 8);
    expect(keptIn(options.folder)).toEqual([]);
  }, 60_000);
});

// Writing to this device always fails as on a full disk; only Linux has it.
const hasFullDisk = existsSync('/dev/full');

if (!hasFullDisk)
  process.stderr.write('\n*** LEFT OUT: output that cannot be written: /dev/full is not there\n\n');

(hasFullDisk ? describe : describe.skip)('output that cannot be written', () => {
  it('ends the check and keeps what is answered', async () => {
    const options = prepare(list(450));
    const child = start([...byFile, '--csv'], options.folder, openSync('/dev/full', 'w'));
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    expect([code, stderr.split('\n').at(-2)]).toEqual([
      1,
      'error: standard output cannot be written (ENOSPC)',
    ]);
    expect(stderr).not.toContain('    at ');
    expect(keptIn(options.folder)).toHaveLength(2);
    const again = await runCommand([...byFile, '--jsonl', '--resume'], options);
    expect([again.code, inputsOf(again.stdout)]).toEqual([0, list(450)]);
  }, 60_000);
});

/** The command as a process of its own. */
function start(
  argv: readonly string[],
  workingDirectory: string,
  output: number | 'pipe' = 'pipe',
): ChildProcess {
  const root = path.join(__dirname, '../../../..');
  const program = path.join(root, 'packages/cli/src/bin.ts');
  return spawn(
    process.execPath,
    ['--import', path.join(root, 'node_modules/tsx/dist/esm/index.mjs'), program, ...argv],
    {
      cwd: workingDirectory,
      stdio: ['ignore', output, 'pipe'],
      env: {
        ...process.env,
        TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.base.json'),
        REGISTRAR_STATE_DIR: path.join(workingDirectory, 'state'),
      },
    },
  );
}
