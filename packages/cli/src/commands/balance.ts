import { formatMoney, type Money } from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { noWords } from '../input/one-name.js';
import { simulatedColumn } from '../output/simulated-column.js';
import type { Column } from '../output/table.js';
import type { Marked } from '../session/session.js';
import { showRowsOf } from '../session/show.js';
import type { Command } from './command.js';

const columns: readonly Column<Marked<Money>>[] = [
  { header: 'AVAILABLE', cell: (amount) => formatMoney(amount), align: 'right' },
  simulatedColumn,
];

/** `registrar balance`. */
export const balance: Command = {
  name: 'balance',
  summary: 'what can be spent',
  usage: ['balance'],
  about: ['One amount for each currency that the account holds.'],
  options: connectionOptions,
  examples: ['registrar balance', 'registrar balance --provider domain-name-api --simulate'],
  async run({ words }, session) {
    noWords(words, 'balance');
    const registrar = await session.connect('read');
    const found = await registrar.getBalance(session.callOptions);
    return showRowsOf(found, found.available, columns, 'the account holds no currency', session);
  },
};
