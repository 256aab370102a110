import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';

/**
 * Expects a table between the two marks of a README.
 *
 * `UPDATE_README=1` writes it anew instead.
 */
export function expectPrinted(readme: string, mark: string, table: string): void {
  const [start, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [before, rest] = readFileSync(readme, 'utf8').split(start);
  const [printed, after] = rest?.split(end) ?? [];
  const wanted = `\n\n${table}\n\n`;
  if (process.env['UPDATE_README'] === '1')
    writeFileSync(readme, [before, start, wanted, end, after].join(''));
  else expect(printed).toBe(wanted);
}
