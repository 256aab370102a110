import { CancelledError } from '../errors/cancelled-error.js';
import type { Effect } from '../errors/registrar-error.js';
import { TimeoutError } from '../errors/timeout-error.js';
import { abortReasonOf, type CallContext } from './call-context.js';

/**
 * The error of a call whose signal was aborted, by its deadline or by the caller.
 *
 * @param when - follows "the deadline of the call came", such as `before the answer came`
 */
export function callEnded(
  call: CallContext,
  when: string,
  effect: Effect = 'none',
): TimeoutError | CancelledError {
  return abortReasonOf(call.signal) === 'deadline'
    ? new TimeoutError({ ...call.origin, detail: `the deadline of the call came ${when}`, effect })
    : new CancelledError({ ...call.origin, detail: `the caller ended the call ${when}`, effect });
}

/** Ends a call whose signal is already aborted, before anything is sent. */
export function throwIfEnded(call: CallContext): void {
  if (call.signal.aborted) throw callEnded(call, 'before anything was sent');
}
