import { printable } from '../output/printable.js';

// What a spreadsheet would run as a formula, in the full-width forms that some take too.
const formula = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** One line of comma-separated values (RFC 4180), whatever the values hold; an apostrophe keeps a formula mere text. */
export function csvLine(values: readonly string[]): string {
  return `${values.map(csvValue).join(',')}\n`;
}

function csvValue(value: string): string {
  const shown = printable(value);
  const text = formula.test(shown) ? `'${shown}` : shown;
  return /[",]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
