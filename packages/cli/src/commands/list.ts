import { toUnicodeDomain, type DomainSummary } from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { noWords } from '../input/one-name.js';
import { readWhole } from '../input/read-numbers.js';
import { simulatedColumn } from '../output/simulated-column.js';
import type { Column } from '../output/table.js';
import { yesNo } from '../output/yes-no.js';
import { showRows } from '../session/show.js';
import { takeAll } from '../session/take-all.js';
import type { Marked } from '../session/session.js';
import type { Command } from './command.js';

const columns: readonly Column<Marked<DomainSummary>>[] = [
  { header: 'DOMAIN', cell: ({ domain }) => toUnicodeDomain(domain) },
  {
    header: 'STATUS',
    cell: ({ status }) => ({ text: status, style: status === 'active' ? 'green' : 'yellow' }),
  },
  { header: 'EXPIRES', cell: ({ expiresOn }) => expiresOn ?? '' },
  { header: 'LOCKED', cell: ({ locked }) => yesNo(locked) },
  { header: 'AUTO', cell: ({ autoRenew }) => yesNo(autoRenew) },
  { header: 'PRIVACY', cell: ({ privacy }) => yesNo(privacy) },
  simulatedColumn,
];

/** `registrar list`. */
export const list: Command = {
  name: 'list',
  summary: 'the domains of the account',
  usage: ['list [--search <text>] [--limit <n>]'],
  about: ['Reads all pages, each domain once. AUTO tells whether it renews by itself.'],
  options: [...connectionOptions, 'search', 'limit'],
  examples: ['registrar list', 'registrar list --search bakery --json'],
  async run({ words, values }, session) {
    noWords(words, 'list');
    const limit =
      values.limit === undefined ? Infinity : readWhole(values.limit, '--limit', 1, 1_000_000);
    const registrar = await session.connect('read');
    const search = values.search === undefined ? {} : { search: values.search };
    const found = await takeAll(
      registrar.listDomains(search, session.callOptions),
      limit,
      'domains',
      session,
    );
    return showRows(found, columns, 'no domains', session);
  },
};
