import { formatMoney, toUnicodeDomain, type UnknownReason } from '@registrar-kit/core';
import { simulatedColumn } from '../output/simulated-column.js';
import type { Cell, Column } from '../output/table.js';
import type { AnsweredRow } from './answered-row.js';

const reasons = {
  invalid_name: 'not a valid name',
  tld_not_sold: 'ending not sold here',
  missing_from_answer: 'left out of the answer',
  request_failed: 'the request failed',
} as const satisfies Record<UnknownReason, string>;

/** What people see of the answers. */
export const checkColumns: readonly Column<AnsweredRow>[] = [
  {
    header: 'NAME',
    cell: ({ input, domain }) => (domain === null ? input : toUnicodeDomain(domain)),
  },
  { header: 'AVAILABILITY', cell: availabilityCell },
  { header: 'PREMIUM', cell: premiumCell, align: 'right' },
  { header: 'REGISTRAR', cell: ({ registrar }) => registrar ?? '' },
  simulatedColumn,
  { header: 'NOTE', cell: noteOf },
];

/** What there is to say of a name beside its availability. */
export function noteOf({ reason, error, premium }: AnsweredRow): string {
  if (reason === 'invalid_name') {
    const [issue] = error?.issues ?? [];
    if (issue !== undefined) return `${problemOf(issue.problem)}; ${issue.cure}`;
  }
  if (reason !== undefined) return reasons[reason];
  return premium?.earlyAccess === undefined
    ? ''
    : `early access, + ${formatMoney(premium.earlyAccess)}`;
}

function availabilityCell({ availability }: AnsweredRow): Cell {
  switch (availability) {
    case 'available':
      return { text: 'available', style: 'green' };
    case 'taken':
      return { text: 'taken', style: 'red' };
    case 'unknown':
      return { text: 'unknown', style: 'yellow' };
  }
}

function premiumCell({ premium }: AnsweredRow): Cell {
  if (premium === undefined) return '';
  const text = premium.registration === undefined ? 'yes' : formatMoney(premium.registration);
  return { text, style: 'yellow' };
}

/** The name stands in the first column already. */
function problemOf(problem: string): string {
  return problem.replace(/^".*" /, '');
}
