import {
  formatMoney,
  toUnicodeDomain,
  type Availability,
  type Registrar,
  type UnknownReason,
} from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { exitCodeOf, exitCodes, type ExitCode } from '../exit-codes.js';
import { readNames } from '../input/read-names.js';
import { simulatedColumn } from '../output/simulated-column.js';
import type { Cell, Column } from '../output/table.js';
import type { Marked, Session } from '../session/session.js';
import type { Command } from './command.js';

type Row = Marked<Availability>;

const reasons = {
  invalid_name: 'not a valid name',
  tld_not_sold: 'ending not sold here',
  missing_from_answer: 'left out of the answer',
  request_failed: 'the request failed',
} as const satisfies Record<UnknownReason, string>;

const columns: readonly Column<Row>[] = [
  {
    header: 'NAME',
    cell: ({ input, domain }) => (domain === null ? input : toUnicodeDomain(domain)),
  },
  { header: 'AVAILABILITY', cell: availabilityCell },
  { header: 'PREMIUM', cell: premiumCell, align: 'right' },
  simulatedColumn,
  { header: 'NOTE', cell: noteCell },
];

/** `registrar check`. */
export const check: Command = {
  name: 'check',
  summary: 'tell which names can be registered',
  usage: ['check <name...>', 'check --file <file>', 'check -'],
  about: [
    'Names come as arguments, from a file or from standard input (one a line; empty lines and lines that start with # do not count). One row for each name, in the order given.',
    'A name that could not be told is "unknown", never "available". The exit code is 0 also when names are taken, invalid or not sold; where a request failed, it is the one of that failure (5 for a rate limit, else 9), and the rows that were answered are printed all the same.',
  ],
  options: [...connectionOptions, 'file'],
  examples: [
    'registrar check example.com example.co.uk',
    'registrar check --file names.txt --json',
    'cat names.txt | registrar check - --provider domain-name-api',
  ],
  async run(invocation, session) {
    const domains = await readNames(invocation, session.io);
    const registrar = await session.connect('read');
    reportProgress(domains.length, registrar, session);
    const answers = await registrar.checkAvailability({ domains }, session.callOptions);
    const rows = answers.map((row) => session.mark(row));
    session.printer.rows(rows, columns, 'no names');
    return exitCodeFor(rows, session.io.signal);
  },
};

/** Single requests can fail while others are answered: then the rows are worth printing, and the exit code tells. */
function exitCodeFor(rows: readonly Row[], signal: AbortSignal): ExitCode {
  const failed = rows.find(
    ({ reason }) => reason === 'request_failed' || reason === 'missing_from_answer',
  );
  if (failed === undefined) return exitCodes.done;
  return failed.error === undefined ? exitCodes.provider : exitCodeOf(failed.error, signal);
}

function reportProgress(total: number, registrar: Registrar, session: Session): void {
  const capability = registrar.capabilities.checkAvailability;
  const namesPerRequest = capability.support === 'unsupported' ? 1 : capability.namesPerRequest;
  if (total <= namesPerRequest) return;
  let answered = 0;
  session.onEvent((event) => {
    if (event.type !== 'request.answered') return;
    answered = Math.min(total, answered + namesPerRequest);
    session.printer.progress.show(`asked for ${String(answered)} of ${String(total)} names`);
  });
  session.printer.progress.show(`asking for ${String(total)} names`);
}

function availabilityCell({ availability }: Row): Cell {
  switch (availability) {
    case 'available':
      return { text: 'available', style: 'green' };
    case 'taken':
      return { text: 'taken', style: 'red' };
    case 'unknown':
      return { text: 'unknown', style: 'yellow' };
  }
}

function premiumCell({ premium }: Row): Cell {
  if (premium === undefined) return '';
  const text = premium.registration === undefined ? 'yes' : formatMoney(premium.registration);
  return { text, style: 'yellow' };
}

function noteCell({ reason, error, premium }: Row): Cell {
  if (reason === 'invalid_name' && error?.code === 'INVALID_INPUT') {
    const [issue] = error.issues;
    if (issue !== undefined) return `${problemOf(issue.problem)}; ${issue.cure}`;
  }
  if (reason !== undefined) return reasons[reason];
  return premium?.earlyAccess === undefined
    ? ''
    : `early access, + ${formatMoney(premium.earlyAccess)}`;
}

/** The name stands in the first column already. */
function problemOf(problem: string): string {
  return problem.replace(/^".*" /, '');
}
