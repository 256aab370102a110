import type { Clock } from '../config/clock.js';
import { DeadlineReached } from '../driver/call-context.js';
import type { CallOptions } from '../operations/call-options.js';

/**
 * Runs work that makes several calls under one deadline: their `signal` ends them all at once, as a deadline of their own would.
 */
export async function withinDeadline<Result>(
  options: CallOptions | undefined,
  clock: Clock,
  work: (options: CallOptions | undefined) => Promise<Result>,
): Promise<Result> {
  if (options?.timeoutMs === undefined) return work(options);
  const { timeoutMs, ...others } = options;
  const deadline = new AbortController();
  const finished = new AbortController();
  clock.delay(timeoutMs, finished.signal).then(
    () => {
      deadline.abort(new DeadlineReached(timeoutMs));
    },
    () => undefined,
  );
  const signal =
    others.signal === undefined
      ? deadline.signal
      : AbortSignal.any([others.signal, deadline.signal]);
  try {
    return await work({ ...others, signal });
  } finally {
    finished.abort();
  }
}
