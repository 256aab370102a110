import { proofCases, type ProofCase, type ProofTable } from '@registrar-kit/core';
import { alignedTable } from './aligned-table.js';

interface Row {
  readonly shows: string;
  /** A dash where the provider cannot show it. */
  readonly counts: ProofCase['counts'] | '–';
  readonly operation: keyof ProofTable;
  readonly name: string;
  /** How an order stands there; the provider may be unable to show the case. */
  readonly outcome: ProofCase['outcome'];
  readonly reads: readonly string[] | undefined;
  readonly where: string;
}

/** Every case of the rules as one provider shows it. */
export function proofRows(table: ProofTable): readonly Row[] {
  return (Object.keys(proofCases) as (keyof ProofTable)[]).flatMap((operation) =>
    Object.entries<ProofCase>(proofCases[operation]).map(([name, found]) => {
      const readings: Readonly<Record<string, ProofTable['renewDomain']['balance']>> =
        table[operation];
      const reading = readings[name];
      if (reading === undefined) throw new Error(`${operation} ${name} is not in the table`);
      return 'by' in reading
        ? { ...found, operation, name, reads: reading.reads, where: reading.by }
        : {
            shows: found.shows,
            counts: '–',
            operation,
            name,
            reads: reading.reads,
            outcome: reading.outcome,
            where: `not told: ${reading.notShown}`,
          };
    }),
  );
}

/** The table of an adapter's README, made from what its code says. */
export function proofTable(table: ProofTable): string {
  const rows = proofRows(table).map(({ operation, shows, counts, outcome, reads, where }) => [
    `\`${operation}\``,
    shows,
    counts,
    outcome,
    reads === undefined ? where : `${reads.map((read) => `\`${read}\``).join(', ')}: ${where}`,
  ]);
  return alignedTable([
    ['order', 'what a reading shows', 'counts as', 'order is', 'where'],
    ...rows,
  ]);
}
