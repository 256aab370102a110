import type { Effect, ErrorCode } from '@registrar-kit/core';
import { aRegistrarError, type ErrorFields } from '../builders/a-registrar-error.js';
import type { ErrorMaker, PlannedError } from './fake-gate.js';

/** How the error that was planned is made when a call meets it. */
export function plannedError<Code extends ErrorCode>(
  error: PlannedError | Code,
  fields: ErrorFields<Code> = {},
): ErrorMaker {
  if (typeof error === 'function') return ({ origin }) => error(origin);
  if (typeof error === 'object') return () => error;
  // An unknown code is to fail where it is planned.
  aRegistrarError(error, fields);
  return ({ origin, retry }) => {
    // Without a readable answer nobody knows whether a change was made.
    const effect: Effect = retry === 'never' && lost.includes(error) ? 'unknown' : 'none';
    return aRegistrarError(error, Object.assign({ ...origin, effect }, fields));
  };
}

const lost: readonly ErrorCode[] = [
  'TRANSPORT_FAILED',
  'TIMEOUT',
  'CANCELLED',
  'UNEXPECTED_RESPONSE',
  'PROVIDER_UNAVAILABLE',
];
