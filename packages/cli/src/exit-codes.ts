import { isRegistrarError, type ErrorCode } from '@registrar-kit/core';
import { isUsageError } from './usage-error.js';

/** What the command `registrar` ends with. */
export const exitCodes = {
  /** Done. For `check` also when names are taken. */
  done: 0,
  /** The command line, the input or the configuration cannot be used; nothing was sent. */
  usage: 2,
  /** The registrar did not accept the credentials (401). */
  authentication: 3,
  /** The credentials are right and the access is refused (403). */
  access: 4,
  /** Too many calls (429). */
  rateLimit: 5,
  /** The domain cannot be had, is not in the account, or is in no state for it. */
  state: 6,
  /** The balance does not cover it, or the price is not the agreed one. */
  money: 7,
  /** The answer to an order was lost: do not order again, reconcile it. */
  unknownOutcome: 8,
  /** The registrar or the way to it failed. */
  provider: 9,
} as const;

/** One of {@link exitCodes}, or 128 plus the number of the signal that ended the command. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes] | 130 | 143;

const exitCodeByError = {
  AUTHENTICATION_FAILED: exitCodes.authentication,
  ACCESS_DENIED: exitCodes.access,
  RATE_LIMITED: exitCodes.rateLimit,
  INVALID_INPUT: exitCodes.usage,
  CONFIGURATION_INVALID: exitCodes.usage,
  UNSUPPORTED_OPERATION: exitCodes.usage,
  INSUFFICIENT_FUNDS: exitCodes.money,
  PRICE_CHANGED: exitCodes.money,
  DOMAIN_NOT_FOUND: exitCodes.state,
  DOMAIN_UNAVAILABLE: exitCodes.state,
  INVALID_DOMAIN_STATE: exitCodes.state,
  OUTCOME_UNKNOWN: exitCodes.unknownOutcome,
  CANCELLED: exitCodes.provider,
  PROVIDER_ERROR: exitCodes.provider,
  UNEXPECTED_RESPONSE: exitCodes.provider,
  PROVIDER_UNAVAILABLE: exitCodes.provider,
  TRANSPORT_FAILED: exitCodes.provider,
  TIMEOUT: exitCodes.provider,
} as const satisfies Record<ErrorCode, ExitCode>;

/**
 * The exit code for whatever a command threw.
 *
 * @param signal - aborted with the name of the signal that ended the command, if one did.
 */
export function exitCodeOf(error: unknown, signal: AbortSignal): ExitCode {
  if (isUsageError(error)) return exitCodes.usage;
  // An order that was under way when Ctrl-C came must be looked at; that matters more than who ended it.
  if (signal.aborted && !isRegistrarError(error, 'OUTCOME_UNKNOWN')) return stoppedBy(signal);
  return isRegistrarError(error) ? exitCodeByError[error.code] : exitCodes.provider;
}

/** The same for an error of which only the code is known. */
export function exitCodeOfError(code: ErrorCode, signal: AbortSignal): ExitCode {
  return signal.aborted ? stoppedBy(signal) : exitCodeByError[code];
}

function stoppedBy(signal: AbortSignal): ExitCode {
  return signal.reason === 'SIGTERM' ? 143 : 130;
}
