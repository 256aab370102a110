import { operationGroups, type CapabilityTable, type OperationName } from '@registrar-kit/core';
import { alignedTable } from './aligned-table.js';

const words = { supported: 'yes', conditional: 'depends', unsupported: 'no' } as const;

/** Who carries which operation; those of a group that are alike share a row. */
export function supportOverview(tables: Readonly<Record<string, CapabilityTable>>): string {
  const rows = Object.values(operationGroups).flatMap((group) => {
    const alike = new Map<string, OperationName[]>();
    for (const operation of group) {
      const cells = Object.values(tables).map((table) => words[table[operation].support]);
      const key = cells.join(' ');
      alike.set(key, [...(alike.get(key) ?? []), operation]);
    }
    return [...alike].map(([key, operations]) => [operations.join(', '), ...key.split(' ')]);
  });
  return alignedTable([['Operation', ...Object.keys(tables)], ...rows]);
}
