import type { DnsRecord } from '@registrar-kit/core';
import type { Column } from '../output/table.js';

/** Records in the order in which zone files write them. */
export const recordColumns: readonly Column<DnsRecord>[] = [
  { header: 'NAME', cell: ({ name }) => name },
  { header: 'TTL', cell: ({ ttlSeconds = '' }) => String(ttlSeconds), align: 'right' },
  { header: 'TYPE', cell: ({ type }) => type },
  { header: 'PRIO', cell: ({ priority = '' }) => String(priority), align: 'right' },
  { header: 'VALUE', cell: ({ value }) => value },
];

/** A record on one line. */
export function recordLine({ name, ttlSeconds, type, priority, value }: DnsRecord): string {
  return [name, ttlSeconds, type, priority, value].filter((part) => part !== undefined).join(' ');
}
