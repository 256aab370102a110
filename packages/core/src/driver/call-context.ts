import type { ErrorOrigin } from '../errors/error-origin.js';
import type { RegistrarEvent } from '../events/registrar-event.js';
import type { Lane } from '../operations/call-options.js';

/** What a driver is told about the call that it serves. It passes the context on to its client, whole. */
export interface CallContext {
  /** Spread this into every error, so that it says where it belongs. */
  readonly origin: ErrorOrigin;
  /** Ends the call: aborted by the caller or at the deadline; {@link abortReasonOf} tells which. */
  readonly signal: AbortSignal;
  readonly lane: Lane;
  /**
   * Of the vendor request: `read` changes nothing and may be sent again; `never` may change something, goes over a fresh
   * connection and is sent once, and when its answer is lost the effect is unknown.
   */
  readonly retry: 'read' | 'never';
  readonly emit: (event: RegistrarEventBody) => void;
}

/** An event without the fields that the portable part adds. */
export type RegistrarEventBody = RegistrarEvent extends infer Event
  ? Event extends RegistrarEvent
    ? Omit<Event, 'provider' | 'registrar' | 'environment' | 'at'>
    : never
  : never;

/** The same call, for a vendor request that only reads. */
export function asRead(call: CallContext): CallContext {
  return call.retry === 'read' ? call : { ...call, retry: 'read' };
}

/** The same call, for a vendor request that may change something. */
export function asWrite(call: CallContext): CallContext {
  return call.retry === 'never' ? call : { ...call, retry: 'never' };
}

/** The reason with which a call's signal is aborted at its deadline. */
export class DeadlineReached {
  readonly reason = 'deadline';
  readonly timeoutMs: number;
  constructor(timeoutMs: number) {
    this.timeoutMs = timeoutMs;
  }
}

/** Whether a signal was aborted by the deadline or by the caller. */
export function abortReasonOf(signal: AbortSignal): 'deadline' | 'caller' {
  const reason: unknown = signal.reason;
  return typeof reason === 'object' &&
    reason !== null &&
    (reason as { reason?: unknown }).reason === 'deadline'
    ? 'deadline'
    : 'caller';
}
