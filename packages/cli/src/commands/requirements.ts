import { toUnicodeDomain, type TldAttribute } from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { readEnding } from '../input/read-endings.js';
import { simulatedColumn } from '../output/simulated-column.js';
import type { Column } from '../output/table.js';
import { yesNo } from '../output/yes-no.js';
import type { Marked } from '../session/session.js';
import { showRowsOf } from '../session/show.js';
import type { Command } from './command.js';

const columns: readonly Column<Marked<TldAttribute>>[] = [
  { header: 'FIELD', cell: ({ key }) => key },
  { header: 'REQUIRED', cell: ({ required }) => yesNo(required) },
  { header: 'VALUES', cell: ({ options = [] }) => options.map(toChoice).join(', ') },
  { header: 'MEANING', cell: ({ description = '' }) => description },
  simulatedColumn,
];

/** `registrar requirements`. */
export const requirements: Command = {
  name: 'requirements',
  summary: 'the extra fields that the registry of an ending wants',
  usage: ['requirements <ending>'],
  about: [
    'Give the fields as "tldAttributes": { "<field>": "<value>" } in the contacts file of register or contacts --set.',
  ],
  options: connectionOptions,
  examples: [
    'registrar requirements us',
    'registrar requirements com.tr --provider domain-name-api --json',
  ],
  async run({ words }, session) {
    const tld = readEnding(words, 'requirements');
    const registrar = await session.connect('read', { tld });
    const found = await registrar.getTldRequirements({ tld }, session.callOptions);
    const whenNone = found.stated
      ? `.${toUnicodeDomain(found.tld)} wants no extra fields`
      : `${registrar.provider} does not state what .${toUnicodeDomain(found.tld)} wants; what its registry asks for can be given all the same`;
    return showRowsOf(found, found.attributes, columns, whenNone, session);
  },
};

function toChoice({ value, label }: NonNullable<TldAttribute['options']>[number]): string {
  return label === undefined || label === value ? value : `${value} (${label})`;
}
