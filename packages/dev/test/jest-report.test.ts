import { describe, expect, it } from '@jest/globals';
import { countJestReport, type JestReport } from '../src/jest-report.js';

const green: JestReport = {
  numPassedTests: 12,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

describe('countJestReport', () => {
  it('takes the numbers of a run as they are', () => {
    expect(
      countJestReport({ ...green, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }, 1),
    ).toEqual({
      passed: 12,
      failed: 2,
      skipped: 2,
    });
  });

  it('counts a suite that could not run as failed', () => {
    expect(countJestReport({ ...green, numRuntimeErrorTestSuites: 1 }, 1).failed).toBe(1);
  });

  it('counts a run without any executed test as failed', () => {
    expect(countJestReport({ ...green, numPassedTests: 0, numPendingTests: 3 }, 0)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 3,
    });
  });

  it('counts a bad exit that no test explains as failed', () => {
    expect(countJestReport(green, 1)).toEqual({ passed: 12, failed: 1, skipped: 0 });
  });

  it('counts a missing report as failed', () => {
    expect(countJestReport(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
