import type { Counts, StepOutcome } from './outcome.js';

export function addUp(outcomes: readonly Counts[]): Counts {
  return outcomes.reduce(
    (sum, counts) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

export function formatCounts({ passed, failed, skipped }: Counts): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}

/** The table a developer looks at, and after it the one line that machines read. */
export function formatSummary(outcomes: readonly StepOutcome[]): string {
  const width = Math.max(0, ...outcomes.map(({ title }) => title.length));
  const rows = outcomes.map(
    (outcome) =>
      `${outcome.failed === 0 ? 'ok    ' : 'FAILED'}  ${outcome.title.padEnd(width)}  ` +
      `${formatSeconds(outcome.durationMs)}  ${formatCounts(outcome)}`,
  );
  return [...rows, '', formatCounts(addUp(outcomes))].join('\n');
}

function formatSeconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(1)} s`.padStart(8);
}
