import { printable } from '../output/printable.js';

/** One line of comma-separated values (RFC 4180), whatever the values hold. */
export function csvLine(values: readonly string[]): string {
  return `${values.map(csvValue).join(',')}\n`;
}

function csvValue(value: string): string {
  const text = printable(value);
  return /[",]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
