import {
  isRegistrarError,
  toUnicodeDomain,
  type AnyRegistrarError,
  type DomainSync,
  type Registrar,
} from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { exitCodeOf } from '../exit-codes.js';
import { readNames } from '../input/read-names.js';
import { simulatedColumn } from '../output/simulated-column.js';
import type { Column } from '../output/table.js';
import { yesNo } from '../output/yes-no.js';
import type { Marked, Session } from '../session/session.js';
import { showRows } from '../session/show.js';
import type { Command } from './command.js';

/** What was found of a name, or what went wrong. */
interface Row extends Partial<DomainSync> {
  readonly input: string;
  readonly error?: AnyRegistrarError;
}

const columns: readonly Column<Marked<Row>>[] = [
  { header: 'DOMAIN', cell: ({ input, domain = input }) => toUnicodeDomain(domain) },
  { header: 'STATUS', cell: ({ status = '' }) => status },
  { header: 'EXPIRES', cell: ({ expiresOn }) => expiresOn ?? '' },
  { header: 'CERTAIN', cell: ({ certain }) => yesNo(certain) },
  simulatedColumn,
  { header: 'NOTE', cell: ({ error }) => error?.message ?? '' },
];

/** `registrar sync`. */
export const sync: Command = {
  name: 'sync',
  summary: 'status and expiry of domains, for a nightly job',
  usage: ['sync <name...>', 'sync --file <file>', 'sync -'],
  about: [
    'One row for each name, in the order given, with the low priority of nightly jobs. CERTAIN tells whether one answer is enough to believe it: that a domain is not found never is, so ask again before anything is done about it.',
    'A name that fails takes a row too, and the exit code is that of the first failure. Refused credentials or access end the command.',
  ],
  options: [...connectionOptions, 'file'],
  examples: ['registrar sync example.com example.org', 'registrar sync --file names.txt --json'],
  async run(invocation, session) {
    const names = await readNames(invocation, session.io);
    const registrar = await session.connect('read');
    const rows: Row[] = [];
    for (const [index, name] of names.entries()) {
      session.printer.progress.show(`read ${String(index)} of ${String(names.length)} domains`);
      rows.push(await readRow(name, registrar, session));
    }
    const [failed] = rows.flatMap(({ error }) => error ?? []);
    // Where nothing was found, the error has more to say than a row.
    if (failed !== undefined && rows.every(({ error }) => error !== undefined)) throw failed;
    const code = showRows(rows, columns, 'no names', session);
    return failed === undefined ? code : exitCodeOf(failed, session.io.signal);
  },
};

async function readRow(input: string, registrar: Registrar, session: Session): Promise<Row> {
  try {
    return { input, ...(await registrar.syncDomain({ domain: input }, session.callOptions)) };
  } catch (error) {
    if (!isRegistrarError(error) || concernsAll(error)) throw error;
    return { input, error };
  }
}

/** Whoever is not let in is not let in for the next name either. */
function concernsAll(error: AnyRegistrarError): boolean {
  const { code } = error;
  if (code === 'ACCESS_DENIED') return error.reason !== 'not_domain_owner';
  return (
    code === 'AUTHENTICATION_FAILED' || code === 'UNSUPPORTED_OPERATION' || code === 'CANCELLED'
  );
}
