import { setTimeout as delay } from 'node:timers/promises';
import { watchPeakMemory } from './peak-memory.js';
import { watchLoop } from './watch-loop.js';

/** What one run of a job took. */
export interface RunFigures<Result> {
  readonly result: Result;
  readonly durationMs: number;
  readonly longestStallMs: number;
  /** Without the time for which other programs had the processor; `undefined` where the system does not tell. */
  readonly longestOwnStallMs: number | undefined;
  /** Memory of the process (RSS) at its highest, beyond what it had before; megabytes of 1,000,000 bytes. */
  readonly extraRssMb: number;
  /** The same for JavaScript's heap, garbage included. */
  readonly extraHeapMb: number;
}

/** Runs a job once and measures it, after a garbage collection. */
export async function measureRun<Result>(job: () => Promise<Result>): Promise<RunFigures<Result>> {
  globalThis.gc?.();
  // What was started in the background, such as the compiler, gets time to finish.
  await delay(50);
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const readPeak = watchPeakMemory();
  const stopWatching = watchLoop();
  const startedAt = performance.now();
  const result = await job();
  const durationMs = performance.now() - startedAt;
  const { longestStallMs, longestOwnStallMs, peakHeapBytes } = stopWatching();
  return {
    result,
    durationMs,
    longestStallMs,
    longestOwnStallMs,
    extraRssMb: (readPeak() - rss) / 1e6,
    extraHeapMb: (peakHeapBytes - heapUsed) / 1e6,
  };
}
