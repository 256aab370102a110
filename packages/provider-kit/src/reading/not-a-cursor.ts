import { InvalidInputError, type CallContext } from '@registrar-kit/core';

/** The caller's cursor belongs to another list. Starting over instead would give the first page for ever. */
export function notACursor(call: CallContext): InvalidInputError {
  const cure = 'give `next` of the page before';
  const issues = [{ path: 'cursor', problem: 'is not a cursor of this list', cure }];
  return new InvalidInputError({ ...call.origin, issues });
}
