import { describe, expect, it } from '@jest/globals';
import { parseCommandLine, wantsJson } from '../src/arguments/parse-command-line.js';
import { commands } from '../src/commands/commands.js';

const parse = (...argv: string[]) => parseCommandLine(argv, commands);

describe('a command line', () => {
  it('is read into a command, its words and its options, in any order', () => {
    const line = parse('--json', 'check', 'example.com', '--provider', 'namecheap', '-');
    expect(line).toMatchObject({
      wants: 'command',
      command: { name: 'check' },
      invocation: { words: ['example.com', '-'], values: { json: true, provider: 'namecheap' } },
    });
  });

  it('takes what follows -- as it is', () => {
    expect(parse('check', '--', '--odd')).toMatchObject({ invocation: { words: ['--odd'] } });
  });

  it.each([
    [['help'], { wants: 'overview', asked: true }],
    [['--help'], { wants: 'overview', asked: true }],
    [[], { wants: 'overview', asked: false }],
    [['--version'], { wants: 'version' }],
    [['help', 'renew'], { wants: 'help', command: { name: 'renew' } }],
    [['renew', '-h'], { wants: 'help', command: { name: 'renew' } }],
  ])('%j asks for help', (argv, expected) => {
    expect(parseCommandLine(argv, commands)).toMatchObject(expected);
  });

  it.each([
    [['chekc', 'example.com'], 'there is no command "chekc"', 'did you mean "registrar check"?'],
    [['regsiter'], 'there is no command "regsiter"', 'did you mean "registrar register"?'],
    [['bal'], 'there is no command "bal"', 'did you mean "registrar balance"?'],
    [['example.com'], 'there is no command "example.com"', 'registrar check example.com'],
    [['frobnicate'], 'there is no command "frobnicate"', 'registrar help'],
    [['help', 'chek'], 'there is no command "chek"', 'check'],
    [['check', '--jsn'], 'there is no option --jsn', 'did you mean --json?'],
    [['--frobnicate'], 'there is no option --frobnicate', undefined],
    [['balance', '--years', '2'], 'balance has no option --years', 'balance --help'],
    [['check', '--file'], '--file needs a value', 'write --file <file>'],
    [['check', '--file', '--json'], '--file needs a value', undefined],
    [['check', '--provider='], '--provider needs a value', undefined],
    [['check', '--json=yes'], '--json takes no value', undefined],
  ])('%j is refused with a hint', (argv, message, hint) => {
    expect(() => parseCommandLine(argv, commands)).toThrow(
      expect.objectContaining({
        code: 'USAGE_ERROR',
        message,
        ...(hint === undefined ? {} : { hint: expect.stringContaining(hint) }),
      }),
    );
  });

  it('takes "-" as a value', () => {
    expect(parse('check', '--file', '-')).toMatchObject({ invocation: { values: { file: '-' } } });
  });

  it('is known to want JSON even where it is wrong', () => {
    expect(wantsJson(['frobnicate', '--nope', '--json'])).toBe(true);
    expect(wantsJson(['check', '--', '--json'])).toBe(false);
    expect(wantsJson(['check', 'json'])).toBe(false);
  });
});
