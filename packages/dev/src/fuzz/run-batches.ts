import fc from 'fast-check';
import { Found, type FuzzFailure } from './fuzz-failure.js';

/** How much to run, and from where. */
export interface BatchPlan {
  readonly part: string;
  readonly runs: number;
  readonly seed: number;
  /** Of a failure: only that case is run. */
  readonly path?: string;
  /** How long a failure may be made smaller, in milliseconds. @defaultValue 60,000 */
  readonly longestShrinkMs?: number;
  /** Called before each batch with the seed that plays it again, and with what the batches before it found. */
  readonly onBatch?: (seed: number, done: number, found: readonly FuzzFailure[]) => void;
}

export const batchRuns = 500;
/** As many failures tell enough, and each takes time to shrink. */
const mostFailures = 25;

/** Runs cases in batches, each with a seed of its own, and goes on after a failure. The same finding is told once. */
export async function runBatches<Case>(
  cases: fc.Arbitrary<Case>,
  run: (each: Case) => Promise<readonly string[]>,
  plan: BatchPlan,
): Promise<readonly FuzzFailure[]> {
  const failures = new Map<string, FuzzFailure>();
  const { longestShrinkMs: shrinkMs = 60_000 } = plan;
  let failedAt: number | undefined;
  const property = fc.asyncProperty(cases, async (each) => {
    // A case that takes long would be shrunk for hours; what is found until then is small enough.
    if (failedAt !== undefined && performance.now() - failedAt > shrinkMs) return;
    const findings = await run(each);
    if (findings.length === 0) return;
    failedAt ??= performance.now();
    throw new Found(findings);
  });
  for (let done = 0; done < plan.runs && failures.size < mostFailures; done += batchRuns) {
    const seed = plan.seed + done / batchRuns;
    plan.onBatch?.(seed, done, [...failures.values()]);
    failedAt = undefined;
    const details = await fc.check(property, {
      seed,
      numRuns: plan.path === undefined ? Math.min(batchRuns, plan.runs - done) : 1,
      ...(plan.path === undefined ? {} : { path: plan.path }),
    });
    if (!details.failed) continue;
    const { errorInstance: error } = details;
    const findings = error instanceof Found ? error.findings : [String(error)];
    const counterexample: unknown = details.counterexample?.[0];
    const path = details.counterexamplePath ?? '';
    const key = findings[0]?.replace(/\d+/g, '').slice(0, 60) ?? '';
    if (!failures.has(key))
      failures.set(key, { part: plan.part, findings, counterexample, seed: details.seed, path });
  }
  return [...failures.values()];
}
