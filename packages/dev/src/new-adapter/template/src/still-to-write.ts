import { UnsupportedOperationError, type CallContext } from '@registrar-kit/core';

/**
 * Stands where an operation is still to be written; delete this file with its last use.
 *
 * @param operation - the file in `operations/`
 * @param how - what it has to do
 */
export function stillToWrite(
  { origin }: CallContext,
  operation: string,
  how: string,
): Promise<never> {
  const reason = `still to be written in src/operations/${operation}.ts: ${how}`;
  return Promise.reject(new UnsupportedOperationError({ ...origin, reason }));
}
