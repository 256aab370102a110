import { describe, expect, it } from '@jest/globals';
import { commands } from '../src/commands/commands.js';
import { parseCommandLine } from '../src/arguments/parse-command-line.js';
import { version } from '../package.json';
import { runCommand } from './run-command.js';

describe('help', () => {
  it('lists every command, within 80 columns', async () => {
    const { code, stdout, stderr } = await runCommand(['help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { name } of commands) expect(stdout).toMatch(new RegExp(`^  ${name} +\\w`, 'm'));
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it.each(commands.map(({ name }) => [name]))('of %s has options and examples', async (name) => {
    const { code, stdout } = await runCommand([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`registrar ${name}`);
    expect(stdout).toContain('Examples:');
    expect((await runCommand(['help', name])).stdout).toBe(stdout);
  });

  it.each(commands.flatMap(({ examples }) => examples).map((line) => [line]))(
    'gives an example that is right: %s',
    (line) => {
      const argv = line
        .replace(/^.*\| /, '')
        .split(' ')
        .slice(1);
      expect(parseCommandLine(argv, commands)).toMatchObject({ wants: 'command' });
    },
  );

  it('without a command goes to error output, and is a fault', async () => {
    const { code, stdout, stderr } = await runCommand([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: registrar <command>');
  });

  it('--version prints the version', async () => {
    expect(await runCommand(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
  });
});
