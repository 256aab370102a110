/** Every code a registrar error can carry, with the HTTP status a panel may answer with. */
export const errorStatus = {
  AUTHENTICATION_FAILED: 401,
  ACCESS_DENIED: 403,
  RATE_LIMITED: 429,
  INVALID_INPUT: 400,
  INSUFFICIENT_FUNDS: 402,
  DOMAIN_NOT_FOUND: 404,
  DOMAIN_UNAVAILABLE: 409,
  INVALID_DOMAIN_STATE: 409,
  PRICE_CHANGED: 409,
  CANCELLED: 499,
  CONFIGURATION_INVALID: 500,
  UNSUPPORTED_OPERATION: 501,
  PROVIDER_ERROR: 502,
  UNEXPECTED_RESPONSE: 502,
  PROVIDER_UNAVAILABLE: 503,
  TRANSPORT_FAILED: 503,
  TIMEOUT: 504,
  OUTCOME_UNKNOWN: 504,
} as const;

/** Branch on this, not on texts nor on `instanceof`. */
export type ErrorCode = keyof typeof errorStatus;
