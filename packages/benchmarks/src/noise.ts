import type { Benchmark } from './benchmark.js';
import { measureRun } from './measuring/measure-run.js';

export const noiseName = 'noise';

const SLICES = 300;
const STEPS_PER_SLICE = 250_000;

/**
 * The same sums every time, in slices of a fraction of a millisecond: what differs between two rounds, and every stall that is
 * longer than a slice, is the machine's doing.
 */
export const noise: Benchmark = {
  title: 'fixed sums, the same in every round',
  metrics: {
    durationMs: { title: 'duration', unit: 'ms' },
    longestStallMs: { title: 'longest stall', unit: 'ms' },
    longestOwnStallMs: { title: 'longest stall of its own', unit: 'ms' },
  },
  contenders: {
    sums: {
      title: 'fixed sums',
      async measure() {
        await doSums();
        const { durationMs, longestStallMs, longestOwnStallMs } = await measureRun(doSums);
        return { durationMs, longestStallMs, longestOwnStallMs };
      },
    },
  },
  subject: 'sums',
  peer: 'sums',
  prepare: () => Promise.resolve({ setting: undefined, close: () => Promise.resolve() }),
};

async function doSums(): Promise<void> {
  let state = 1;
  for (let slice = 0; slice < SLICES; slice += 1) {
    for (let step = 0; step < STEPS_PER_SLICE; step += 1) state = Math.imul(state, 48_271) | 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (state === 0) throw new Error('the sums went wrong');
}
