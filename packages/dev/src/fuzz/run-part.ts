import { inspect } from 'node:util';
import { changedSince, photographPrototypes } from './checks/prototypes.js';
import type { FuzzFailure } from './fuzz-failure.js';
import { inputCases } from './inputs/input-case.js';
import { runInputCase } from './inputs/run-input-case.js';
import type { PartName } from './options.js';
import { Tally, type PartReport } from './part-report.js';
import { replyCases } from './replies/reply-case.js';
import { openReplyLab } from './replies/reply-lab.js';
import { runReplyCase } from './replies/run-reply-case.js';
import { runBatches, type BatchPlan } from './run-batches.js';
import { MemoryWire } from './wire/memory-wire.js';

/** A share of a part, for one process. */
export interface PartPlan extends BatchPlan {
  readonly part: PartName;
  /** Of a thousand mutations so many make a body great. @defaultValue 2 */
  readonly greatIn?: number;
  /** Where real replies lie, in a folder for each provider. */
  readonly samplesFolder?: string;
}

/** Runs a share of a part in this process, which talks to nobody else meanwhile. */
export async function runPart(plan: PartPlan): Promise<PartReport> {
  const wire = new MemoryWire();
  wire.lay();
  const stray: unknown[] = [];
  const keep = (reason: unknown): void => void stray.push(reason);
  process.on('unhandledRejection', keep);
  process.on('uncaughtException', keep);
  try {
    return await runOver(wire, plan, stray);
  } finally {
    wire.remove();
    process.off('unhandledRejection', keep);
    process.off('uncaughtException', keep);
  }
}

async function runOver(
  wire: MemoryWire,
  plan: PartPlan,
  stray: readonly unknown[],
): Promise<PartReport> {
  const tally = new Tally();
  const cases =
    plan.part === 'replies' ? await replies(wire, plan, tally) : inputs(wire, plan, tally);
  const prototypes = photographPrototypes();
  const startedAt = performance.now();
  const memory = watchMemory();
  const failures = [...(await cases())];
  // What nobody waits for is heard of a turn later.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const afterwards = [
    ...changedSince(prototypes),
    ...stray.map((reason) => `nobody caught ${inspect(reason, { depth: 2 })}`),
  ];
  if (afterwards.length > 0) failures.push(about(plan, afterwards));
  return {
    part: plan.part,
    ...tally.counts,
    failures,
    seconds: Math.round((performance.now() - startedAt) / 1000),
    memory: memory.end(),
  };
}

type Cases = () => Promise<readonly FuzzFailure[]>;

async function replies(wire: MemoryWire, plan: PartPlan, tally: Tally): Promise<Cases> {
  const lab = await openReplyLab({ wire }, plan.samplesFolder);
  const takes = lab.takes.map(({ name }) => name);
  return () =>
    runBatches(
      replyCases(takes, plan.greatIn),
      async (each) => {
        const run = await runReplyCase(lab, each);
        const what = `${each.take}: ${each.mutations.map(({ name }) => name).join(', ')}`;
        tally.add(
          run.operation,
          run.outcome,
          { cpuMs: run.cpuMs, bytes: run.bytes, what },
          run.spoilt,
        );
        return run.findings;
      },
      plan,
    );
}

function inputs(wire: MemoryWire, plan: PartPlan, tally: Tally): Cases {
  return () =>
    runBatches(
      inputCases,
      async (each) => {
        const run = await runInputCase(wire, each);
        const hostile = 'name' in each.spoiling.with ? each.spoiling.with.name : 'another value';
        const what = `${each.provider} ${each.target}: ${hostile}`;
        tally.add(run.target, run.outcome, { cpuMs: run.cpuMs, bytes: 0, what });
        return run.findings;
      },
      plan,
    );
}

function about(
  { part, seed, runs, path = '' }: PartPlan,
  findings: readonly string[],
): FuzzFailure {
  const among = { cases: runs, jobs: 1 };
  return { part, findings, counterexample: undefined, seed, path, among };
}

const MB = 1024 * 1024;

function watchMemory(): { end(): PartReport['memory'] } {
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  return {
    end: () => {
      clearInterval(timer);
      return { before: Math.round(before / MB), extra: Math.round((most - before) / MB) };
    },
  };
}
