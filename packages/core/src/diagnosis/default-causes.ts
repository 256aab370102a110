import type { ErrorCode } from '../errors/error-code.js';
import type { DiagnosisCause } from './diagnosis-cause.js';

/** What an error of a code means when the answer names nothing finer. */
export const defaultCauses = {
  AUTHENTICATION_FAILED: ['wrong_key', 'unknown_account', 'environment_mismatch'],
  ACCESS_DENIED: ['ip_not_allowed', 'operation_not_allowed'],
  RATE_LIMITED: ['too_many_requests'],
  INVALID_INPUT: ['invalid_input'],
  INSUFFICIENT_FUNDS: ['insufficient_funds'],
  DOMAIN_NOT_FOUND: ['domain_not_in_account'],
  DOMAIN_UNAVAILABLE: ['domain_taken', 'tld_not_sold'],
  INVALID_DOMAIN_STATE: ['wrong_domain_state'],
  PRICE_CHANGED: ['price_changed'],
  CANCELLED: ['cancelled_by_caller'],
  CONFIGURATION_INVALID: ['configuration_invalid'],
  UNSUPPORTED_OPERATION: ['operation_unsupported'],
  PROVIDER_ERROR: ['provider_fault', 'unclassified'],
  UNEXPECTED_RESPONSE: ['unexpected_answer'],
  PROVIDER_UNAVAILABLE: ['provider_unavailable'],
  TRANSPORT_FAILED: ['network_failure'],
  TIMEOUT: ['timed_out'],
  OUTCOME_UNKNOWN: ['outcome_unknown'],
} as const satisfies Record<ErrorCode, readonly [DiagnosisCause, ...DiagnosisCause[]]>;
