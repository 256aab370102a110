import {
  commonOptions,
  connectionOptions,
  optionTable,
  type OptionName,
} from '../arguments/option-table.js';
import type { Command } from '../commands/command.js';
import type { CommandGroup } from '../commands/commands.js';
import { wrapText } from './display-width.js';

const width = 80;
/** One column for the commands of all groups. */
const commandIndent = 16;

/** What `registrar help` prints. */
export function overviewText(groups: readonly CommandGroup[]): string {
  return join(
    [
      'registrar: one command for every domain registrar',
      '',
      'Usage: registrar <command> [options]',
    ],
    groups.flatMap(({ title, commands }) =>
      section(
        title,
        commands.map(({ name, summary }) => [name, summary]),
        commandIndent,
      ),
    ),
    section('Options of every command', optionRows([...connectionOptions, ...commonOptions])),
    section('Exit codes', exitCodeRows),
    [
      '',
      ...wrapText(
        'Without a configuration, commands that only read run on the embedded simulator and say so; doctor, and commands that change something, need a configuration or --simulate.',
        width,
      ),
      '',
      'registrar help <command> tells more about one, with examples.',
    ],
  );
}

/** What `registrar <command> --help` prints. */
export function commandText(command: Command): string {
  return join(
    [`registrar ${command.name}: ${command.summary}`, '', 'Usage:'],
    command.usage.map((form) => `  registrar ${form}`),
    command.about.flatMap((paragraph) => ['', ...wrapText(paragraph, width)]),
    section('Options', optionRows([...command.options, ...commonOptions])),
    ['', 'Examples:', ...command.examples.map((line) => `  ${line}`)],
  );
}

const exitCodeRows: readonly (readonly [string, string])[] = [
  ['0', 'done; for check also when names are taken'],
  ['2', 'the command line, the input or the configuration cannot be used'],
  ['3', 'the registrar does not accept the credentials'],
  ['4', 'the registrar refuses access'],
  ['5', 'too many calls'],
  ['6', 'the domain cannot be had, is not in the account, or is in no state for it'],
  ['7', 'the balance is too low, or the price is not the agreed one'],
  ['8', 'the answer to an order was lost: registrar operations reconcile settles it'],
  ['9', 'the registrar or the way to it failed'],
  ['130', 'ended with Ctrl-C, or a question was answered with no'],
];

function optionRows(names: readonly OptionName[]): readonly (readonly [string, string])[] {
  return names.map((name) => {
    const spec = optionTable[name];
    const value = 'value' in spec ? ` <${spec.value}>` : '';
    const short = 'short' in spec ? `, -${spec.short}` : '';
    return [`--${name}${value}${short}`, spec.help];
  });
}

function section(
  title: string,
  rows: readonly (readonly [string, string])[],
  indent = Math.min(30, Math.max(...rows.map(([name]) => name.length)) + 4),
): string[] {
  const lines = rows.flatMap(([name, text]) => {
    const wrapped = wrapText(text, width - indent);
    const label = `  ${name}`;
    // A long option stands on a line of its own.
    const first = label.length + 2 > indent ? [label] : [];
    return [
      ...first,
      ...wrapped.map(
        (line, index) =>
          `${(index === 0 && first.length === 0 ? label : '').padEnd(indent)}${line}`,
      ),
    ];
  });
  return ['', `${title}:`, ...lines];
}

function join(...parts: readonly (readonly string[])[]): string {
  return `${parts.flat().join('\n')}\n`;
}
