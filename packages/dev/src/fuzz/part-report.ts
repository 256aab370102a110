import type { FuzzFailure } from './fuzz-failure.js';
import type { PartName } from './options.js';

/** A case that cost much. */
export interface SlowCase {
  readonly cpuMs: number;
  readonly bytes: number;
  readonly what: string;
}

/** What some cases of one part came to. */
export interface PartReport {
  readonly part: PartName;
  readonly cases: number;
  /** Replies that were spoilt in them. */
  readonly spoiltReplies: number;
  /** How often each operation ended how: with a value, or with an error of a code. */
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The dearest first. */
  readonly slowest: readonly SlowCase[];
  readonly failures: readonly FuzzFailure[];
  readonly seconds: number;
  /** Resident memory before the first case, and the most beyond it, in MB. */
  readonly memory: { readonly before: number; readonly extra: number };
}

const mostSlow = 5;

/** Counts what cases come to. */
export class Tally {
  readonly #outcomes: Record<string, Record<string, number>> = {};
  #slowest: SlowCase[] = [];
  #cases = 0;
  #spoiltReplies = 0;

  add(subject: string, outcome: string, cost: SlowCase, spoiltReplies = 0): void {
    this.#cases += 1;
    this.#spoiltReplies += spoiltReplies;
    const row = (this.#outcomes[subject] ??= {});
    row[outcome] = (row[outcome] ?? 0) + 1;
    this.#slowest = dearest([...this.#slowest, cost]);
  }

  get counts(): Pick<PartReport, 'cases' | 'spoiltReplies' | 'outcomes' | 'slowest'> {
    return {
      cases: this.#cases,
      spoiltReplies: this.#spoiltReplies,
      outcomes: this.#outcomes,
      slowest: this.#slowest,
    };
  }
}

/** Several shares of one part as one. */
export function merged(shares: readonly [PartReport, ...PartReport[]]): PartReport {
  const outcomes: Record<string, Record<string, number>> = {};
  for (const share of shares)
    for (const [subject, row] of Object.entries(share.outcomes))
      for (const [outcome, count] of Object.entries(row)) {
        const sum = (outcomes[subject] ??= {});
        sum[outcome] = (sum[outcome] ?? 0) + count;
      }
  const extras = shares.map(({ memory }) => memory.extra);
  const sumOf = (field: 'cases' | 'spoiltReplies'): number =>
    shares.reduce((sum, share) => sum + share[field], 0);
  return {
    part: shares[0].part,
    cases: sumOf('cases'),
    spoiltReplies: sumOf('spoiltReplies'),
    outcomes,
    slowest: dearest(shares.flatMap(({ slowest }) => slowest)),
    failures: shares.flatMap(({ failures }) => failures),
    seconds: Math.max(...shares.map(({ seconds }) => seconds)),
    memory: { before: shares[0].memory.before, extra: Math.max(...extras) },
  };
}

function dearest(cases: readonly SlowCase[]): SlowCase[] {
  return [...cases].sort((left, right) => right.cpuMs - left.cpuMs).slice(0, mostSlow);
}
