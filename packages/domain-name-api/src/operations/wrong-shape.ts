import { UnexpectedResponseError, type CallContext, type Effect } from '@registrar-kit/core';

/** The error of an answer that could be read and lacks what it was asked for. It quotes nothing: most answers hold contacts. */
export function wrongShape(
  call: CallContext,
  detail: string,
  effect: Effect = 'none',
): UnexpectedResponseError {
  return new UnexpectedResponseError({ ...call.origin, kind: 'wrong_shape', detail, effect });
}

/** The same of a purchase: it may have been carried out or not, and reading the domain must tell. */
export function provesNothing(call: CallContext, what: string): UnexpectedResponseError {
  return wrongShape(call, `${what}, so that it proves nothing`, 'unknown');
}
