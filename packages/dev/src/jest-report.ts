import type { Counts } from './outcome.js';

/** The part of Jest's `--json` report that is read here. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Suites that broke before a test of theirs could run; their tests are in no other number. */
  readonly numRuntimeErrorTestSuites: number;
}

/**
 * A run that executed nothing, or ended badly without naming a test, counts one failure: both
 * would otherwise look like success.
 */
export function countJestReport(report: JestReport | undefined, exitCode: number): Counts {
  const passed = report?.numPassedTests ?? 0;
  const named = (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0);
  const silent = named === 0 && (passed === 0 || exitCode !== 0);
  return {
    passed,
    failed: silent ? 1 : named,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
}
