import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { rulesTable } from '../../src/diagnosis/rules-table.js';

const readme = path.join(__dirname, '../../README.md');
const [start, end] = ['<!-- rules -->', '<!-- /rules -->'];

// UPDATE_README=1 writes the table anew.
it('the README prints the rules as they are', () => {
  const text = readFileSync(readme, 'utf8');
  const [before, rest] = text.split(start);
  const [printed, after] = rest?.split(end) ?? [];
  const wanted = `\n\n${rulesTable()}\n\n`;
  if (process.env['UPDATE_README'] === '1')
    writeFileSync(readme, [before, start, wanted, end, after].join(''));
  else expect(printed).toBe(wanted);
});
