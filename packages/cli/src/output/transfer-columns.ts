import { toUnicodeDomain, type Transfer } from '@registrar-kit/core';
import type { Marked } from '../session/session.js';
import type { Field } from './record.js';
import { simulatedColumn } from './simulated-column.js';
import type { StyleName } from './style.js';
import type { Cell, Column } from './table.js';

const styles = {
  pending: 'yellow',
  done: 'green',
  failed: 'red',
  needs_action: 'red',
  unknown: 'yellow',
} as const satisfies Record<Transfer['status'], StyleName>;

const statusOf = ({ status }: Transfer): Exclude<Cell, string> => ({
  text: status.replaceAll('_', ' '),
  style: styles[status],
});
const causeOf = ({ cause }: Transfer): string => cause?.replaceAll('_', ' ') ?? '';

/** Incoming transfers as a table. */
export const transferColumns: readonly Column<Marked<Transfer>>[] = [
  { header: 'DOMAIN', cell: ({ domain }) => toUnicodeDomain(domain) },
  { header: 'ID', cell: ({ transferId = '' }) => transferId, align: 'right' },
  { header: 'STATUS', cell: statusOf },
  { header: 'CAUSE', cell: causeOf },
  { header: 'STARTED', cell: ({ startedOn }) => startedOn ?? '' },
  { header: 'CHANGED', cell: ({ changedOn }) => changedOn ?? '' },
  simulatedColumn,
];

/** One incoming transfer as lines. */
export function transferFields(transfer: Transfer): readonly Field[] {
  return [
    ['domain', toUnicodeDomain(transfer.domain)],
    ['transfer', transfer.transferId],
    ['status', statusOf(transfer)],
    ['cause', causeOf(transfer)],
    ['reason', transfer.reason],
    ["registrar's word", transfer.vendorStatus],
    ['started on', transfer.startedOn],
    ['changed on', transfer.changedOn],
  ];
}
