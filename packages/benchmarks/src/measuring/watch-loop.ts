import { getHeapStatistics } from 'node:v8';
import { openProcessorQueue } from './processor-queue.js';

/** What was seen of the event loop and the heap. */
export interface LoopFigures {
  /** The longest that anything else in this process would have waited for its turn. */
  readonly longestStallMs: number;
  /**
   * The same without the time for which this thread was ready and other programs had the processor; `undefined` where the
   * system does not tell.
   */
  readonly longestOwnStallMs: number | undefined;
  /** The fullest that the heap was, garbage included, as seen once per turn of the loop. */
  readonly peakHeapBytes: number;
}

/**
 * Takes every turn that the event loop has to give, one `setImmediate` after the other, until the answer is called: the time
 * between two of them is what others had to wait. Unlike `monitorEventLoopDelay`, it misses nothing and rounds nothing.
 */
export function watchLoop(): () => LoopFigures {
  const queue = openProcessorQueue();
  let longestStallMs = 0;
  let longestOwnStallMs = 0;
  let peakHeapBytes = 0;
  let queuedMs = queue?.waitedMs() ?? 0;
  let lastTurn = performance.now();
  const endTurn = (): void => {
    const stallMs = performance.now() - lastTurn;
    const queuedNowMs = queue?.waitedMs() ?? 0;
    longestStallMs = Math.max(longestStallMs, stallMs);
    longestOwnStallMs = Math.max(longestOwnStallMs, stallMs - (queuedNowMs - queuedMs));
    peakHeapBytes = Math.max(peakHeapBytes, getHeapStatistics().used_heap_size);
    queuedMs = queuedNowMs;
    lastTurn = performance.now();
  };
  const look = (): void => {
    endTurn();
    next = setImmediate(look);
  };
  let next = setImmediate(look);
  return () => {
    clearImmediate(next);
    // The turn in which the watch ends counts as well.
    endTurn();
    queue?.close();
    return {
      longestStallMs,
      longestOwnStallMs: queue === undefined ? undefined : longestOwnStallMs,
      peakHeapBytes,
    };
  };
}
