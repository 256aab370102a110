import { isRegistrarError } from '../errors/is-registrar-error.js';
import { ProviderError } from '../errors/provider-error.js';
import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import type { CallOptions } from '../operations/call-options.js';
import type { OperationName } from '../operations/operation-map.js';
import type { Registrar } from '../registrar.js';

/** What one account out of several answered. */
export type Attempt<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly error: AnyRegistrarError };

/**
 * Asks one account; its failure is an answer too, since others are asked beside it. Only the caller's own abort is thrown: it
 * ends the call for all of them.
 */
export async function attempt<Answer>(
  registrar: Registrar,
  operation: OperationName,
  options: CallOptions | undefined,
  ask: (registrar: Registrar) => Promise<Answer>,
): Promise<Attempt<Answer>> {
  try {
    return { ok: true, answer: await ask(registrar) };
  } catch (thrown) {
    const error = errorOf(thrown, registrar, operation);
    if (error.code === 'CANCELLED' && options?.signal?.aborted === true) throw error;
    return { ok: false, error };
  }
}

/** What something throws that is no error of this library could hold anything, so that only its place is told. */
export function errorOf(
  thrown: unknown,
  { provider, environment }: Registrar,
  operation: OperationName,
): AnyRegistrarError {
  if (isRegistrarError(thrown)) return thrown;
  return new ProviderError({
    provider,
    environment,
    operation,
    detail:
      'the registrar failed with an error of its own kind; this is a fault of its adapter, please report it',
    causes: ['unclassified'],
  });
}
