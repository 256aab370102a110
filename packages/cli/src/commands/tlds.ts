import { toUnicodeDomain, type Tld, type YearRange } from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { readEndings } from '../input/read-endings.js';
import { simulatedColumn } from '../output/simulated-column.js';
import type { Column } from '../output/table.js';
import { yesNo } from '../output/yes-no.js';
import { showRows } from '../session/show.js';
import { takeAll } from '../session/take-all.js';
import type { Marked } from '../session/session.js';
import type { Command } from './command.js';

const columns: readonly Column<Marked<Tld>>[] = [
  { header: 'ENDING', cell: ({ tld }) => toUnicodeDomain(tld) },
  { header: 'REGISTER', cell: ({ registrable }) => yesNo(registrable) },
  { header: 'RENEW', cell: ({ renewable }) => yesNo(renewable) },
  { header: 'TRANSFER', cell: ({ transferable }) => yesNo(transferable) },
  { header: 'YEARS', cell: ({ registrationYears }) => yearsText(registrationYears) },
  { header: 'IDN', cell: ({ supportsIdn }) => yesNo(supportsIdn) },
  { header: 'LOCK', cell: ({ supportsLock }) => yesNo(supportsLock) },
  { header: 'PRIVACY', cell: ({ supportsPrivacy }) => yesNo(supportsPrivacy) },
  simulatedColumn,
];

/** `registrar tlds`. */
export const tlds: Command = {
  name: 'tlds',
  summary: 'the endings that the registrar knows',
  usage: ['tlds [<ending...>]'],
  about: ['Without endings all of them. A column that the registrar does not state is left out.'],
  options: connectionOptions,
  examples: ['registrar tlds', 'registrar tlds com co.uk com.tr --provider domain-name-api'],
  async run({ words }, session) {
    const wanted = readEndings(words);
    const registrar = await session.connect('read');
    const all = await takeAll(
      registrar.listTlds(session.callOptions),
      Infinity,
      'endings',
      session,
    );
    const shown = wanted.length === 0 ? all : all.filter(({ tld }) => wanted.includes(tld));
    const missing = wanted.filter((ending) => !all.some(({ tld }) => tld === ending));
    if (missing.length > 0)
      session.printer.notice(`${registrar.provider} does not know: ${missing.join(', ')}`);
    return showRows(shown, columns, 'no endings', session);
  },
};

function yearsText(years: YearRange | undefined): string {
  if (years === undefined) return '';
  return years.min === years.max ? String(years.min) : `${String(years.min)}-${String(years.max)}`;
}
