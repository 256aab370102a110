export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What one step of the checks came to. */
export interface StepOutcome extends Counts {
  readonly title: string;
  readonly durationMs: number;
}

export function outcomeOfExitCode(code: number): Counts {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}
