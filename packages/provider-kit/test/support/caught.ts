import { isRegistrarError, type AnyRegistrarError } from '@registrar-kit/core';

/** What a promise rejects with. */
export async function caught(promise: Promise<unknown>): Promise<AnyRegistrarError> {
  const error: unknown = await promise.then(
    () => new Error('it should have been refused'),
    (reason: unknown) => reason,
  );
  if (!isRegistrarError(error)) throw error;
  return error;
}

/** What a function throws. */
export function thrown(run: () => unknown): AnyRegistrarError {
  try {
    run();
  } catch (error) {
    if (isRegistrarError(error)) return error;
    throw error;
  }
  throw new Error('it should have been refused');
}
