import { operationNames, type Capability, type OperationName } from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { readEnding } from '../input/read-endings.js';
import { noWords } from '../input/one-name.js';
import { simulatedColumn } from '../output/simulated-column.js';
import type { Cell, Column } from '../output/table.js';
import type { Marked } from '../session/session.js';
import { showRowsOf } from '../session/show.js';
import type { Command } from './command.js';

interface Row {
  readonly operation: OperationName;
  readonly capability: Capability;
}

const columns: readonly Column<Marked<Row>>[] = [
  { header: 'OPERATION', cell: ({ operation }) => operation },
  { header: 'POSSIBLE', cell: ({ capability }) => possible[capability.support] },
  { header: 'NOTE', cell: ({ capability }) => noteOf(capability) },
  simulatedColumn,
];

/** `registrar capabilities`. */
export const capabilities: Command = {
  name: 'capabilities',
  summary: 'what the registrar can do, and what not and why',
  usage: ['capabilities [--tld <ending>]'],
  about: [
    'Every operation of the library with its limits; "depends" says on what. With --tld the answer is for one ending, so that less depends.',
  ],
  options: [...connectionOptions, 'tld'],
  examples: [
    'registrar capabilities',
    'registrar capabilities --tld co.uk --provider namecheap --json',
  ],
  async run({ words, values }, session) {
    noWords(words, 'capabilities');
    const asked = values.tld === undefined ? {} : { tld: readEnding([values.tld], '--tld') };
    const registrar = await session.connect('read', asked.tld === undefined ? undefined : asked);
    const table = await registrar.getCapabilities(asked, session.callOptions);
    const rows = operationNames.map((operation) => ({ operation, capability: table[operation] }));
    return showRowsOf(
      { provider: registrar.provider, ...asked, capabilities: table },
      rows,
      columns,
      'no operations',
      session,
    );
  },
};

const possible = {
  supported: { text: 'yes', style: 'green' },
  conditional: { text: 'depends', style: 'yellow' },
  unsupported: { text: 'no', style: 'red' },
} as const satisfies Record<Capability['support'], Cell>;

/** Why not, or on what it depends; then the limits, named as in the library. */
function noteOf(capability: Capability): string {
  switch (capability.support) {
    case 'unsupported': {
      const { reason, alternative } = capability;
      return alternative === undefined ? reason : `${reason}; ${alternative}`;
    }
    case 'conditional':
      return [`on the ${capability.on}: ${capability.note}`, ...limitsOf(capability)].join('; ');
    case 'supported':
      return limitsOf(capability).join('; ');
  }
}

const saidElsewhere: readonly string[] = ['support', 'on', 'note'];

function limitsOf(capability: Capability): readonly string[] {
  return Object.entries(capability)
    .filter(([name]) => !saidElsewhere.includes(name))
    .map(([name, limit]) => `${name} ${limitText(limit)}`);
}

function limitText(limit: unknown): string {
  if (Array.isArray(limit)) return limit.join(' ');
  return typeof limit === 'object' && limit !== null
    ? Object.values(limit).join(' to ')
    : String(limit);
}
