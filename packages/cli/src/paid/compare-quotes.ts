import { formatMoney, type QuoteInput, type QuoteRow, type Registrars } from '@registrar-kit/core';
import { exitCodeOf, exitCodes, type ExitCode } from '../exit-codes.js';
import { simulatedColumn } from '../output/simulated-column.js';
import type { Column } from '../output/table.js';
import type { Marked, Session } from '../session/session.js';

/** Shows what an order costs at every account that sells it. */
export async function compareQuotes(
  order: QuoteInput,
  registrars: Registrars,
  session: Session,
): Promise<ExitCode> {
  const comparison = await registrars.quote(order, session.callOptions);
  const rows = comparison.rows.map((row) => session.markFrom(row, registrars.get(row.registrar)));
  const leading = new Set(comparison.cheapest.flatMap((each) => each.registrars));
  const document = { ...comparison, rows, simulated: rows.some(({ simulated }) => simulated) };
  session.printer.rowsOf(document, rows, columnsWith(leading), 'nobody sells it');
  const [first] = comparison.rows;
  return comparison.cheapest.length > 0 || first?.error === undefined
    ? exitCodes.done
    : exitCodeOf(first.error, session.io.signal);
}

function columnsWith(leading: ReadonlySet<string>): readonly Column<Marked<QuoteRow>>[] {
  return [
    { header: 'REGISTRAR', cell: ({ registrar }) => registrar },
    {
      header: 'PRICE',
      cell: ({ registrar, quote }) =>
        quote === undefined
          ? ''
          : leading.has(registrar)
            ? { text: formatMoney(quote.price), style: 'bold' }
            : formatMoney(quote.price),
      align: 'right',
    },
    { header: 'CHEAPEST', cell: ({ registrar }) => (leading.has(registrar) ? 'yes' : '') },
    { header: 'SPECIAL', cell: specialOf },
    simulatedColumn,
    { header: 'NOTE', cell: ({ error }) => error?.message ?? '' },
  ];
}

function specialOf({ quote }: QuoteRow): string {
  if (quote?.earlyAccess === true) return quote.premium ? 'premium, early access' : 'early access';
  return quote?.premium === true ? 'premium' : '';
}
