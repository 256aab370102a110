import {
  asRead,
  callEnded,
  isRegistrarError,
  ProviderError,
  RateLimitError,
  type AnyRegistrarError,
  type CallContext,
  type RegistrarError,
} from '@registrar-kit/core';

/** What the vendor's answer to a change tells: that it was made, or only that nobody complained. */
export type TakenEffect = 'applied' | 'unknown';

/**
 * Reads what stands after a change that the vendor took. Where that cannot be read nothing is answered in its place; and since
 * the change is behind the reading, the error has the effect of the whole call and not that of a reading.
 *
 * @param effect - `applied` where the vendor said by a flag of its own that the change is made
 * @throws RateLimitError when the reading came too often, TimeoutError or CancelledError when the call ended, else ProviderError
 */
export async function readBack<State>(
  call: CallContext,
  effect: TakenEffect,
  read: (call: CallContext) => Promise<State>,
): Promise<State> {
  try {
    return await read(asRead(call));
  } catch (error) {
    if (isRegistrarError(error)) throw toUnverified(error, call, effect);
    throw error;
  }
}

function toUnverified(
  error: AnyRegistrarError,
  call: CallContext,
  effect: TakenEffect,
): RegistrarError {
  const took = effect === 'applied' ? 'confirmed' : 'took';
  if (call.signal.aborted) {
    const when = `after the registrar ${took} the change and before it could be read back`;
    return callEnded(call, when, effect);
  }
  const { vendor, code, diagnosis } = error;
  const common = {
    ...call.origin,
    effect,
    detail: `the registrar ${took} the change, but reading it back failed with ${code}; read it again`,
    causes: diagnosis.map(({ cause }) => cause),
    ...(vendor === undefined ? {} : { vendor }),
  } as const;
  if (error.code !== 'RATE_LIMITED') return new ProviderError(common);
  const { reason, retryAfterMs, endpoint, source } = error;
  return new RateLimitError({ ...common, reason, retryAfterMs, endpoint, source });
}
