import { describe, expect, it } from '@jest/globals';
import { addUp, formatCounts, formatSummary } from '../src/summary.js';

describe('formatCounts', () => {
  it('names skipped tests only when there are some', () => {
    expect(formatCounts({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(formatCounts({ passed: 3, failed: 1, skipped: 2 })).toBe(
      '3 passed, 1 failed, 2 skipped',
    );
  });
});

describe('addUp', () => {
  it('is nothing for no steps', () => {
    expect(addUp([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  it('adds each number by itself', () => {
    expect(
      addUp([
        { passed: 1, failed: 0, skipped: 0 },
        { passed: 40, failed: 2, skipped: 5 },
      ]),
    ).toEqual({ passed: 41, failed: 2, skipped: 5 });
  });
});

describe('formatSummary', () => {
  const outcomes = [
    { title: 'lint', durationMs: 1234, passed: 1, failed: 0, skipped: 0 },
    { title: 'unit tests', durationMs: 20_000, passed: 40, failed: 2, skipped: 0 },
  ];

  it('ends with the totals alone on the last line', () => {
    expect(formatSummary(outcomes).split('\n').at(-1)).toBe('41 passed, 2 failed');
  });

  it('has a row for each step', () => {
    expect(formatSummary(outcomes).split('\n').slice(0, 2)).toEqual([
      'ok      lint           1.2 s  1 passed, 0 failed',
      'FAILED  unit tests    20.0 s  40 passed, 2 failed',
    ]);
  });
});
