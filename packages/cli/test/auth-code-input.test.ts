import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { needAuthCode } from '../src/input/read-auth-code.js';
import { runCommand, temporaryFolder, type Outcome, type RunOptions } from './run-command.js';
import { unwrapped } from './served-account.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const canary = 'CANARY-c0de!42';
writeFileSync(path.join(folder.path, 'code.txt'), `\ufeff${canary} \r\n`);
writeFileSync(path.join(folder.path, 'empty.txt'), '\n');
writeFileSync(path.join(folder.path, 'two.txt'), `${canary}\n${canary}\n`);

const outcomes: Outcome[] = [];
/** Stops at the missing configuration, which is looked for once the auth code is there. */
async function run(argv: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const outcome = await runCommand(['transfer', 'elsewhere-bakery.com', '--listed', ...argv], {
    folder: folder.path,
    ...options,
  });
  outcomes.push(outcome);
  return outcome;
}

describe('an auth code', () => {
  it.each<[string, readonly string[], RunOptions]>([
    ['a file', ['--auth-code-file', 'code.txt'], {}],
    ['standard input', ['--auth-code-file', '-'], { stdin: `${canary}\n` }],
    ['a variable', [], { env: { REGISTRAR_AUTH_CODE: canary } }],
    ['the terminal, which does not show it', [], { terminal: { secret: canary } }],
  ])('comes from %s', async (_source, argv, options) => {
    const { code, stderr } = await run(argv, options);
    expect(code).toBe(2);
    expect(unwrapped(stderr)).toContain('configuration: is missing');
  });

  it.each<[readonly string[], RunOptions, string]>([
    [['--auth-code-file', 'empty.txt'], {}, 'the file of --auth-code-file holds nothing'],
    [['--auth-code-file', 'two.txt'], {}, 'more than one line'],
    [['--auth-code-file', '-'], { stdin: '' }, 'standard input holds nothing'],
    // Where the name of the file belongs, the code itself may have been typed.
    [['--auth-code-file', canary], {}, 'cannot read the file of --auth-code-file: there is no'],
    [['--auth-code', canary], {}, 'did you mean --auth-code-file?'],
    [[`--auth-code=${canary}`], {}, 'did you mean --auth-code-file?'],
    [[canary], {}, 'the auth code is never an argument'],
    [[], { stdin: '' }, 'a transfer needs the auth code'],
    [[], { terminal: { secret: ' ' } }, 'a transfer needs the auth code'],
    [['--json'], { terminal: { secret: canary } }, 'a transfer needs the auth code'],
  ])('is not taken from %j', async (argv, options, reason) => {
    const { code, stdout, stderr } = await run(argv, options);
    expect(code).toBe(2);
    expect(unwrapped(stdout + stderr)).toContain(reason);
    expect(unwrapped(stdout + stderr)).not.toContain('configuration: is missing');
  });

  it('is kept as a secret, with what is around it taken away', async () => {
    const io = { workingDirectory: folder.path, env: {} } as Parameters<typeof needAuthCode>[1];
    const secret = await needAuthCode({ 'auth-code-file': 'code.txt' }, io);
    expect(secret.reveal()).toBe(canary);
    expect(JSON.stringify(secret)).toBe('"[redacted]"');
  });

  it('is shown nowhere', () => {
    expect(outcomes.length).toBeGreaterThan(10);
    expect(JSON.stringify(outcomes)).not.toContain('CANARY');
  });
});
