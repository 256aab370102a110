import { displayWidth, wrapText } from './display-width.js';
import { printable } from './printable.js';
import type { Painter, StyleName } from './style.js';

export type Cell = string | { readonly text: string; readonly style: StyleName };

export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => Cell;
  readonly align?: 'left' | 'right';
}

export interface TableLayout {
  /** Columns of the terminal; `undefined` where lines may be of any length. */
  readonly width: number | undefined;
  readonly paint: Painter;
}

const gap = '  ';
const narrowest = 8;

/**
 * Rows under headers. A table that is too wide for the terminal is made narrower at its widest columns, whose cells then take
 * several lines: nothing is cut off. Columns without a single entry are left out.
 */
export function renderTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { width, paint }: TableLayout,
): string {
  const cells = columns.map((column) => rows.map((row) => toCell(column.cell(row))));
  const shown = columns
    .map((column, index) => ({ column, cells: cells[index] ?? [] }))
    .filter((entry) => rows.length === 0 || entry.cells.some((cell) => cell.text !== ''));
  const natural = shown.map(({ column, cells: entries }) =>
    entries.reduce(
      (most, { text }) => Math.max(most, displayWidth(text)),
      displayWidth(column.header),
    ),
  );
  const widths = width === undefined ? natural : shrink(natural, width);
  const draw = (
    entries: readonly { readonly text: string; readonly style: StyleName | undefined }[],
  ) => {
    const wrapped = entries.map(({ text }, index) => wrapText(text, widths[index] ?? 0));
    const height = Math.max(1, ...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      entries
        .map(({ style }, index) => {
          const text = wrapped[index]?.[line] ?? '';
          const blank = ' '.repeat(Math.max(0, (widths[index] ?? 0) - displayWidth(text)));
          const painted = paint(style, text);
          return shown[index]?.column.align === 'right' ? blank + painted : painted + blank;
        })
        .join(gap)
        .trimEnd(),
    );
  };
  const header = draw(shown.map(({ column }) => ({ text: column.header, style: 'bold' })));
  const body = rows.flatMap((_, row) =>
    draw(shown.map((entry) => entry.cells[row] ?? { text: '', style: undefined })),
  );
  return `${[...header, ...body].join('\n')}\n`;
}

/** Takes columns from the widest ones until the table fits, or no column can give any more. */
function shrink(natural: readonly number[], available: number): readonly number[] {
  const widths = [...natural];
  const total = (): number =>
    widths.reduce((sum, each) => sum + each, 0) + gap.length * (widths.length - 1);
  while (total() > available) {
    const widest = widths.indexOf(Math.max(...widths));
    const current = widths[widest] ?? 0;
    if (current <= narrowest) break;
    widths[widest] = current - 1;
  }
  return widths;
}

function toCell(cell: Cell): { readonly text: string; readonly style: StyleName | undefined } {
  return typeof cell === 'string'
    ? { text: printable(cell), style: undefined }
    : { text: printable(cell.text), style: cell.style };
}
