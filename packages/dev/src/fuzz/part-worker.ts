import type { FuzzFailure } from './fuzz-failure.js';
import type { PartReport } from './part-report.js';
import { runPart, type PartPlan } from './run-part.js';

/** What a worker tells the process that started it. */
export type WorkerMessage =
  | {
      readonly kind: 'batch';
      readonly seed: number;
      readonly done: number;
      readonly found: readonly FuzzFailure[];
    }
  | { readonly kind: 'report'; readonly report: PartReport };

const tell = (message: WorkerMessage): void => void process.send?.(message);

// Nobody hears it any more, or all is said.
process.once('disconnect', () => process.exit());

process.once('message', (plan: PartPlan) => {
  void runPart({
    ...plan,
    onBatch: (seed, done, found) => tell({ kind: 'batch', seed, done, found }),
  }).then((report) => {
    tell({ kind: 'report', report });
    process.disconnect();
  });
});
