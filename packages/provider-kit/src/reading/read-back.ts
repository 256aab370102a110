import { asRead, isRegistrarError, type CallContext } from '@registrar-kit/core';
import { retoldError } from './retold-error.js';

/**
 * Reads what stands after a change that the vendor took. Where that cannot be read nothing is answered in its place; and since
 * the change is behind the reading, the error has the effect of the whole call and not that of a reading.
 *
 * @param effect - `applied` where the vendor said by a flag of its own that the change is made, `unknown` where it only did not
 * complain
 * @throws RateLimitError when the reading came too often, TimeoutError or CancelledError when the call ended, else ProviderError
 */
export async function readBack<State>(
  call: CallContext,
  effect: 'applied' | 'unknown',
  read: (call: CallContext) => Promise<State>,
): Promise<State> {
  try {
    return await read(asRead(call));
  } catch (error) {
    if (!isRegistrarError(error)) throw error;
    const took = effect === 'applied' ? 'confirmed' : 'took';
    throw retoldError(error, call, {
      detail: `the registrar ${took} the change, but reading it back failed with ${error.code}; read it again`,
      when: `after the registrar ${took} the change and before it could be read back`,
      effect,
    });
  }
}
