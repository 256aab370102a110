/** A case in which something is wrong, and how to see it again. */
export interface FuzzFailure {
  readonly part: string;
  readonly findings: readonly string[];
  /** The smallest case found. */
  readonly counterexample: unknown;
  readonly seed: number;
  /** Leads from the seed to the case; empty where no single case is known. */
  readonly path: string;
  /** Where no single case is known: the cases among which it is, and in how many processes they were run. */
  readonly among?: { readonly cases: number; readonly jobs: number };
}

/** What a property throws, so that its findings come back whole. */
export class Found extends Error {
  readonly findings: readonly string[];
  constructor(findings: readonly string[]) {
    super(findings.join('\n'));
    this.findings = findings;
  }
}
