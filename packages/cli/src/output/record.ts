import { displayWidth, wrapText } from './display-width.js';
import { printable } from './printable.js';
import type { StyleName } from './style.js';
import type { Cell, TableLayout } from './table.js';

/** A name and what stands beside it; without a text the line is left out. */
export type Field = readonly [name: string, value: Cell | readonly string[] | undefined];

/** One thing as lines of name and value. */
export function renderRecord(fields: readonly Field[], { width, paint }: TableLayout): string {
  const shown = fields.flatMap(([name, value]) => {
    const { texts, style } = toTexts(value);
    return texts.length === 0 ? [] : [{ name, texts, style }];
  });
  const indent = Math.max(0, ...shown.map(({ name }) => displayWidth(name))) + 2;
  const room = width === undefined ? Infinity : Math.max(20, width - indent);
  const lines = shown.flatMap(({ name, texts, style }) =>
    texts
      .flatMap((text) => wrapText(printable(text), room))
      .map((text, index) => {
        const label = index === 0 ? name : '';
        const blank = ' '.repeat(indent - displayWidth(label));
        return `${paint('dim', label)}${blank}${paint(style, text)}`.trimEnd();
      }),
  );
  return `${lines.join('\n')}\n`;
}

function toTexts(value: Field[1]): {
  readonly texts: readonly string[];
  readonly style: StyleName | undefined;
} {
  if (value === undefined || value === '') return { texts: [], style: undefined };
  if (typeof value === 'string') return { texts: [value], style: undefined };
  return 'text' in value
    ? { texts: [value.text], style: value.style }
    : { texts: value, style: undefined };
}
