import {
  formatMoney,
  toUnicodeDomain,
  type GetPricesInput,
  type PricedOperation,
  type TldPrice,
} from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { exitCodes } from '../exit-codes.js';
import { readEndings } from '../input/read-endings.js';
import { simulatedColumn } from '../output/simulated-column.js';
import type { Column } from '../output/table.js';
import { readPricedOperation } from '../paid/operation-words.js';
import type { Marked } from '../session/session.js';
import type { Command } from './command.js';

/** The prices of one ending beside each other. */
interface EndingPrices {
  readonly tld: string;
  readonly lowest: ReadonlyMap<PricedOperation, TldPrice>;
}

const columns: readonly Column<Marked<EndingPrices>>[] = [
  { header: 'ENDING', cell: ({ tld }) => toUnicodeDomain(tld) },
  priceColumn('REGISTER', 'registerDomain'),
  priceColumn('RENEW', 'renewDomain'),
  priceColumn('TRANSFER', 'transferDomain'),
  priceColumn('RESTORE', 'restoreDomain'),
  simulatedColumn,
];

/** `registrar prices`. */
export const prices: Command = {
  name: 'prices',
  summary: 'standard prices as this account pays them',
  usage: ['prices [<ending...>] [--operation <a,b>]'],
  about: [
    'Without endings the whole price list. The table shows the price for the fewest years that are sold, one unless it says otherwise, fees included; --json has every number of years. Premium names have prices of their own: see registrar quote.',
  ],
  options: [...connectionOptions, 'operation'],
  examples: [
    'registrar prices com co.uk',
    'registrar prices com --operation register,renew --json',
  ],
  async run({ words, values }, session) {
    const endings = readEndings(words);
    const operations = (values.operation ?? [])
      .flatMap((text) => text.split(','))
      .map((text) => readPricedOperation(text.trim()));
    const registrar = await session.connect('read');
    const input: GetPricesInput = {
      ...(endings.length === 0 ? {} : { tlds: endings }),
      ...(operations.length === 0 ? {} : { operations }),
    };
    const result = session.mark(await registrar.getPrices(input, session.callOptions));
    if (result.missing.length > 0)
      session.printer.notice(
        `${registrar.provider} has no price for: ${result.missing.join(', ')}`,
      );
    const document = { ...result, prices: result.prices.map((row) => session.mark(row)) };
    const rows = byEnding(result.prices).map((row) => session.mark(row));
    session.printer.rowsOf(document, rows, columns, 'no prices');
    return exitCodes.done;
  },
};

function byEnding(all: readonly TldPrice[]): readonly EndingPrices[] {
  const endings = new Map<string, Map<PricedOperation, TldPrice>>();
  for (const price of all) {
    const lowest = endings.get(price.tld) ?? new Map<PricedOperation, TldPrice>();
    const known = lowest.get(price.operation);
    if (known === undefined || price.years < known.years) lowest.set(price.operation, price);
    endings.set(price.tld, lowest);
  }
  return [...endings].map(([tld, lowest]) => ({ tld, lowest }));
}

function priceColumn(header: string, operation: PricedOperation): Column<EndingPrices> {
  return {
    header,
    align: 'right',
    cell: ({ lowest }) => {
      const found = lowest.get(operation);
      if (found === undefined) return '';
      const years = found.years === 1 ? '' : ` / ${String(found.years)} y`;
      return `${formatMoney(found.price)}${years}`;
    },
  };
}
