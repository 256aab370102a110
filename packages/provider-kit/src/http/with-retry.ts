import {
  abortReasonOf,
  callEnded,
  isRegistrarError,
  type AnyRegistrarError,
  type CallContext,
  type Clock,
} from '@registrar-kit/core';
import { eventBase } from './event-base.js';

const MOST_ATTEMPTS = 3;
const FIRST_DELAY_MS = 500;
/** Who is asked to wait longer hears it at once, with the time, instead of a deadline later. */
const LONGEST_WAIT_MS = 30_000;

/**
 * Runs `attempt`, and again when it only reads and failed with a retryable error: at most three times, waiting longer each
 * time (from 500 ms, with jitter) or as long as the vendor asked, up to 30 seconds. What our own quota refused is not tried
 * again.
 *
 * @param target - the vendor's command or path, for events
 * @throws what the last attempt threw; TimeoutError or CancelledError when the call ends while waiting;
 * after a refusal for frequency the refusal itself at the deadline
 */
export async function withRetry<Result>(
  call: CallContext,
  tools: { readonly clock: Clock; readonly random: () => number },
  target: string,
  attempt: (attempt: number) => Promise<Result>,
): Promise<Result> {
  for (let number = 1; ; number += 1) {
    try {
      return await attempt(number);
    } catch (error) {
      if (number === MOST_ATTEMPTS || !isWorthRepeating(error, call)) throw error;
      await waitToRepeat(error, call, tools, target, number);
    }
  }
}

function isWorthRepeating(error: unknown, call: CallContext): error is AnyRegistrarError {
  return (
    call.retry === 'read' &&
    !call.signal.aborted &&
    isRegistrarError(error) &&
    error.retryable &&
    !(error.code === 'RATE_LIMITED' && error.source === 'quota') &&
    askedWait(error) <= LONGEST_WAIT_MS
  );
}

async function waitToRepeat(
  failure: AnyRegistrarError,
  call: CallContext,
  tools: { readonly clock: Clock; readonly random: () => number },
  target: string,
  failed: number,
): Promise<void> {
  const jitter = tools.random() * FIRST_DELAY_MS * 2 ** (failed - 1);
  const delayMs = Math.round(askedWait(failure) + jitter);
  call.emit({
    ...eventBase(call),
    type: 'retry.scheduled',
    target,
    attempt: failed + 1,
    delayMs,
    because: failure.code,
  });
  try {
    await tools.clock.delay(delayMs, call.signal);
  } catch {
    // Of a refusal for frequency it says more than that the time is over.
    if (failure.code === 'RATE_LIMITED' && abortReasonOf(call.signal) === 'deadline') throw failure;
    throw callEnded(call, `while waiting to repeat ${target} after ${failure.code}`);
  }
}

function askedWait(error: AnyRegistrarError): number {
  return error.code === 'RATE_LIMITED' ? (error.retryAfterMs ?? 0) : 0;
}
