import type { Money } from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { exitCodes } from '../exit-codes.js';
import { noWords } from '../input/one-name.js';
import { formatMoney } from '@registrar-kit/core';
import { simulatedColumn } from '../output/simulated-column.js';
import type { Column } from '../output/table.js';
import type { Marked } from '../session/session.js';
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
    const result = session.mark(await registrar.getBalance(session.callOptions));
    const rows = result.available.map((amount) => session.mark(amount));
    session.printer.rowsOf(result, rows, columns, 'the account holds no currency');
    return exitCodes.done;
  },
};
