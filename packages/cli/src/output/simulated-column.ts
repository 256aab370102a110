import type { Column } from './table.js';

/** Marks each row that a simulator gave; left out of the table where none did. */
export const simulatedColumn: Column<{ readonly simulated: boolean }> = {
  header: 'SOURCE',
  cell: ({ simulated }) => (simulated ? { text: 'simulated', style: 'dim' } : ''),
};
