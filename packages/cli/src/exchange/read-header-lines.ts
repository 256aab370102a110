import type { HeaderFields } from './exchange.js';

const field = /^(:?[!#$%&'*+.^_`|~\w-]+)\s*:\s?(.*)$/;

/** The header fields at the beginning of some lines. */
export interface HeaderBlock {
  /** With the pseudo-headers of HTTP/2, such as `:path`. */
  readonly headers: HeaderFields;
  /** How many lines they take, with the empty line behind them. */
  readonly lines: number;
}

/** Reads header fields up to an empty line, or to the first line that is none. A line that begins with a blank continues the one before it. */
export function readHeaderLines(lines: readonly string[]): HeaderBlock {
  const found = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') return { headers: Object.fromEntries(found), lines: index + 1 };
    const continued = last?.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined && continued !== undefined) {
      last[last.length - 1] = `${continued} ${line.trim()}`;
      continue;
    }
    const [, name, value] = field.exec(line) ?? [];
    if (name === undefined || value === undefined)
      return { headers: Object.fromEntries(found), lines: index };
    last = found.get(name.toLowerCase()) ?? [];
    last.push(value.trim());
    found.set(name.toLowerCase(), last);
  }
  return { headers: Object.fromEntries(found), lines: lines.length };
}
