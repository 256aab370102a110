import { toUnicodeDomain, type GlueHost } from '@registrar-kit/core';
import type { Marked } from '../session/session.js';
import type { Field } from './record.js';
import { simulatedColumn } from './simulated-column.js';
import type { Column } from './table.js';

/** Glue hosts as a table. */
export const hostColumns: readonly Column<Marked<GlueHost>>[] = [
  { header: 'HOST', cell: ({ host }) => toUnicodeDomain(host) },
  { header: 'ADDRESSES', cell: ({ addresses }) => addresses.join(' ') },
  { header: 'STATUS', cell: ({ statuses = [] }) => statuses.join(' ') },
  simulatedColumn,
];

/** One glue host as lines. */
export function hostFields({ host, addresses, statuses = [] }: GlueHost): readonly Field[] {
  return [
    ['host', toUnicodeDomain(host)],
    ['addresses', addresses.length === 0 ? 'none' : addresses],
    ['status', statuses],
  ];
}
