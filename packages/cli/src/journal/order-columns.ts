import { formatMoney, toUnicodeDomain } from '@registrar-kit/core';
import { simulatedColumn } from '../output/simulated-column.js';
import type { StyleName } from '../output/style.js';
import type { Column } from '../output/table.js';
import { wordOf } from '../paid/operation-words.js';
import type { Marked } from '../session/session.js';
import type { PlacedOrder } from './placed-order.js';

/** Enough to tell orders apart, so that a row fits on a terminal; JSON has the whole id. */
const idShown = 8;

/** How each status is coloured. */
export const statusStyles = {
  started: 'red',
  unknown: 'red',
  pending: 'yellow',
  failed: 'red',
  done: 'green',
} as const satisfies Record<PlacedOrder['status'], StyleName>;

/** Orders as a table. */
export const orderColumns: readonly Column<Marked<PlacedOrder>>[] = [
  { header: 'ID', cell: ({ id }) => id.slice(0, idShown) },
  { header: 'ORDER', cell: ({ operation }) => wordOf(operation) },
  { header: 'DOMAIN', cell: subjectOf },
  { header: 'YEARS', cell: ({ years = '' }) => String(years), align: 'right' },
  { header: 'STATUS', cell: ({ status }) => ({ text: status, style: statusStyles[status] }) },
  {
    header: 'PRICE',
    cell: ({ price, charged = price }) => (charged === undefined ? '' : formatMoney(charged)),
    align: 'right',
  },
  { header: 'STARTED', cell: ({ startedAt }) => `${startedAt.slice(0, 16).replace('T', ' ')}Z` },
  simulatedColumn,
];

/** What an order is about: a domain, or for a raw call the command alone. */
export function subjectOf({ domain, command = '' }: PlacedOrder): string {
  return domain === undefined ? command : toUnicodeDomain(domain);
}
