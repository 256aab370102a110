import { classifyByAnatomy } from './fault-anatomy.js';
import type { FaultClass } from './fault-class.js';
import type { FaultCertainty, FaultRow } from './fault-row.js';
import { namecheapFaults } from './namecheap-faults.js';

/** What a number means where it came from. */
export interface FoundFault {
  readonly means: string;
  readonly becomes: FaultClass;
  readonly certainty: FaultCertainty;
  /** How it was found: for this very command, by the number alone, or by its digits. */
  readonly by: 'command' | 'number' | 'anatomy';
}

/**
 * Looks a vendor number up: for the command (without its `namecheap.` prefix), for its group, for every command, then by the
 * number alone, and at last by its digits.
 */
export function findFault(number: string, command: string, text: string): FoundFault {
  const rows = rowsByNumber.get(number) ?? [];
  const row = rowFor(command.toLowerCase(), rows);
  if (row !== undefined) return { ...readText(row, text), by: 'command' };
  const [elsewhere] = rows;
  if (elsewhere !== undefined) return { ...readText(elsewhere, text), by: 'number' };
  return {
    means: 'the vendor answered a number that is in no list',
    becomes: classifyByAnatomy(number),
    certainty: 'assumed',
    by: 'anatomy',
  };
}

const rowsByNumber: ReadonlyMap<string, readonly FaultRow[]> = new Map(
  namecheapFaults.map(({ number }) => [
    number,
    namecheapFaults.filter((row) => row.number === number),
  ]),
);

function rowFor(command: string, rows: readonly FaultRow[]): FaultRow | undefined {
  const naming = (wanted: (name: string) => boolean): FaultRow | undefined =>
    rows.find((row) => row.commands.some((name) => wanted(name.toLowerCase())));
  return (
    naming((name) => name === command) ??
    naming((name) => name.endsWith('.*') && command.startsWith(name.slice(0, -1))) ??
    naming((name) => name === '*')
  );
}

function readText(row: FaultRow, text: string): Omit<FoundFault, 'by'> {
  return row.whenText?.find(({ pattern }) => pattern.test(text)) ?? row;
}
