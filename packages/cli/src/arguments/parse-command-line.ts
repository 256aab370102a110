import { parseArgs } from 'node:util';
import type { Command } from '../commands/command.js';
import { UsageError } from '../usage-error.js';
import { closestWord } from './closest-word.js';
import type { Invocation } from './invocation.js';
import { commonOptions, optionTable, type OptionName } from './option-table.js';

/** What a command line asks for. */
export type CommandLine =
  | { readonly wants: 'version' }
  | { readonly wants: 'overview'; readonly asked: boolean }
  | { readonly wants: 'help'; readonly command: Command }
  | { readonly wants: 'command'; readonly command: Command; readonly invocation: Invocation };

/** Whether errors, too, are to be JSON. Known before the command line is checked, since that may be the error. */
export function wantsJson(argv: readonly string[]): boolean {
  return tokensOf(argv).some((token) => token.kind === 'option' && token.name === 'json');
}

/** Reads a command line. @throws UsageError that names the fault and the nearest thing that exists. */
export function parseCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
): CommandLine {
  const tokens = tokensOf(argv);
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const has = (name: OptionName): boolean =>
    tokens.some((token) => token.kind === 'option' && token.name === name);
  const [first, ...rest] = words;
  if (first === undefined) {
    if (has('version')) return { wants: 'version' };
    for (const token of tokens) if (token.kind === 'option') checkKnown(token);
    return { wants: 'overview', asked: has('help') };
  }
  if (first === 'help') {
    const [topic] = rest;
    return topic === undefined
      ? { wants: 'overview', asked: true }
      : { wants: 'help', command: findCommand(topic, commands) };
  }
  const command = findCommand(first, commands);
  if (has('help')) return { wants: 'help', command };
  for (const token of tokens) if (token.kind === 'option') checkOption(token, command);
  const { values } = parseArgs({
    args: [...argv],
    options: optionTable,
    allowPositionals: true,
    strict: true,
  });
  return { wants: 'command', command, invocation: { values, words: rest } };
}

type Token = ReturnType<typeof tokensOf>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

function tokensOf(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    options: optionTable,
    allowPositionals: true,
    strict: false,
    tokens: true,
  }).tokens;
}

function findCommand(typed: string, commands: readonly Command[]): Command {
  const found = commands.find((command) => command.name === typed);
  if (found !== undefined) return found;
  const near = closestWord(typed, [...commands.map((command) => command.name), 'help']);
  const hint =
    near !== undefined
      ? `did you mean "registrar ${near}"?`
      : typed.includes('.')
        ? `to ask whether a name is free: registrar check ${typed}`
        : 'registrar help lists the commands';
  throw new UsageError(`there is no command "${typed}"`, hint);
}

function checkKnown(token: OptionToken): asserts token is OptionToken & { name: OptionName } {
  if (Object.hasOwn(optionTable, token.name)) return;
  const near = closestWord(token.name, Object.keys(optionTable));
  throw new UsageError(
    `there is no option ${token.rawName}`,
    near === undefined ? undefined : `did you mean --${near}?`,
  );
}

function checkOption(token: OptionToken, command: Command): void {
  checkKnown(token);
  const offered: readonly OptionName[] = [...command.options, ...commonOptions];
  if (!offered.includes(token.name)) {
    const near = closestWord(token.name, offered);
    throw new UsageError(
      `${command.name} has no option ${token.rawName}`,
      near === undefined
        ? `registrar ${command.name} --help lists its options`
        : `did you mean --${near}?`,
    );
  }
  const { type } = optionTable[token.name];
  if (type === 'boolean' && token.value !== undefined)
    throw new UsageError(`${token.rawName} takes no value`);
  // "--file --json" is a forgotten file name, not a file called --json.
  const isMissing =
    type === 'string' &&
    (token.value === undefined || (!token.inlineValue && /^-./.test(token.value)));
  if (isMissing || token.value?.trim() === '')
    throw new UsageError(`${token.rawName} needs a value`, valueHint(token.name));
}

function valueHint(name: OptionName): string {
  const spec = optionTable[name];
  return 'value' in spec ? `write --${name} <${spec.value}>` : `write --${name}`;
}
