import {
  callEnded,
  ProviderError,
  RateLimitError,
  type AnyRegistrarError,
  type CallContext,
  type Effect,
  type RegistrarError,
} from '@registrar-kit/core';

/** How the failure of one step is told as that of the whole call. */
export interface Retelling {
  readonly detail: string;
  /** When the call was ended, where it was; follows "the deadline of the call came". */
  readonly when: string;
  readonly effect: Effect;
}

/**
 * The failure of one step as that of the whole call, whose effect it does not know. What the vendor said and the causes stay; a
 * rate limit stays one, with the time to wait.
 */
export function retoldError(
  error: AnyRegistrarError,
  call: CallContext,
  { detail, when, effect }: Retelling,
): RegistrarError {
  if (call.signal.aborted) return callEnded(call, when, effect);
  const { vendor, diagnosis } = error;
  const common = {
    ...call.origin,
    effect,
    detail,
    causes: diagnosis.map(({ cause }) => cause),
    ...(vendor === undefined ? {} : { vendor }),
  } as const;
  if (error.code !== 'RATE_LIMITED') return new ProviderError(common);
  const { reason, retryAfterMs, endpoint, source } = error;
  return new RateLimitError({ ...common, reason, retryAfterMs, endpoint, source });
}
