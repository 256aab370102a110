import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FuzzFailure } from './fuzz-failure.js';
import { repliesPerInput, type FuzzOptions, type PartName } from './options.js';
import { merged, type PartReport } from './part-report.js';
import type { WorkerMessage } from './part-worker.js';
import { batchRuns } from './run-batches.js';
import type { PartPlan } from './run-part.js';

/** What the great bodies may cost beyond what the process needs anyway, in MB. */
export const memoryLimitMb = 256;
/** The heap of a worker: what the process needs anyway, about 140 MB, and well under the limit beyond it. */
const heapMb = 320;
/** No batch takes so long; whoever is silent for so long hangs. */
const silenceMs = 300_000;
/** Batches of one worker never reach those of the next. */
const seedsOfWorker = 1_000_000;

/** Runs one part, shared among workers. */
export async function runPartInWorkers(
  part: PartName,
  options: FuzzOptions,
  onProgress: (done: number) => void,
): Promise<PartReport> {
  const all = part === 'inputs' ? Math.ceil(options.runs / repliesPerInput) : options.runs;
  const jobs = Math.min(options.jobs, Math.ceil(all / batchRuns));
  const done = new Map<number, number>();
  const { REGISTRAR_SAMPLES_DIR: samplesFolder } = process.env;
  const reports = await Promise.all(
    Array.from({ length: jobs }, (_, index) =>
      runInWorker(
        {
          part,
          runs: Math.ceil(all / jobs),
          seed: options.seed + index * seedsOfWorker,
          ...(options.path === undefined ? {} : { path: options.path }),
          ...(samplesFolder === undefined ? {} : { samplesFolder }),
        },
        (share) => {
          done.set(index, share);
          onProgress([...done.values()].reduce((sum, each) => sum + each, 0));
        },
      ),
    ),
  );
  const [first, ...others] = reports;
  if (first === undefined) throw new Error('no worker was started');
  return merged([first, ...others]);
}

function runInWorker(plan: PartPlan, onProgress: (done: number) => void): Promise<PartReport> {
  const worker = fork(fileURLToPath(new URL('./part-worker.ts', import.meta.url)), {
    execArgv: [`--max-old-space-size=${String(heapMb)}`, '--import', 'tsx'],
  });
  worker.send(plan);
  return new Promise((resolve) => {
    let last = { seed: plan.seed, done: 0, found: [] as readonly FuzzFailure[] };
    let report: PartReport | undefined;
    let silence: NodeJS.Timeout | undefined;
    let hangs = false;
    const listen = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        hangs = true;
        worker.kill('SIGKILL');
      }, silenceMs);
    };
    listen();
    worker.on('message', (message: WorkerMessage) => {
      listen();
      if (message.kind === 'report') report = message.report;
      else {
        last = message;
        onProgress(message.done);
      }
    });
    worker.once('exit', (code) => {
      clearTimeout(silence);
      resolve(report ?? diedOf(hangs ? 'the process hangs' : endOf(code), plan, last));
    });
  });
}

/** How a process ended that was to report. What it printed stands above. */
function endOf(code: number | null): string {
  return code === null
    ? 'the process was killed, for want of memory or worse'
    : `the process ended by itself with exit code ${String(code)}`;
}

/** A process that cannot tell any more which case it was; the batch can be played again. What it found before is kept. */
function diedOf(
  why: string,
  plan: PartPlan,
  {
    seed,
    done,
    found,
  }: Pick<WorkerMessage & { readonly kind: 'batch' }, 'seed' | 'done' | 'found'>,
): PartReport {
  const findings = [`${why}, in the batch of seed ${String(seed)}`];
  const among = { cases: batchRuns, jobs: 1 };
  return {
    part: plan.part,
    cases: done,
    spoiltReplies: 0,
    outcomes: {},
    slowest: [],
    failures: [
      ...found,
      { part: plan.part, findings, counterexample: undefined, seed, path: '', among },
    ],
    seconds: 0,
    memory: { before: 0, extra: 0 },
  };
}
