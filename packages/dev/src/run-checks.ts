import { checkSteps, type CheckStep } from './check-steps.js';
import type { StepOutcome } from './outcome.js';
import { formatSummary } from './summary.js';

/** Every step runs, whatever failed before it: a developer wants to see all there is to mend. */
async function runSteps(steps: readonly CheckStep[]): Promise<StepOutcome[]> {
  const outcomes: StepOutcome[] = [];
  for (const { title, run } of steps) {
    console.log(`\n── ${title}`);
    const startedAt = performance.now();
    const counts = await run();
    const durationMs = performance.now() - startedAt;
    console.log(
      `── ${title}: ${counts.failed === 0 ? 'ok' : 'FAILED'}, ${(durationMs / 1000).toFixed(1)} s`,
    );
    outcomes.push({ title, durationMs, ...counts });
  }
  return outcomes;
}

const outcomes = await runSteps(checkSteps());
console.log(`\n${formatSummary(outcomes)}`);
process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
