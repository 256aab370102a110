import {
  AccessDeniedError,
  AuthenticationError,
  CancelledError,
  ConfigurationError,
  DomainNotFoundError,
  DomainUnavailableError,
  InsufficientFundsError,
  InvalidDomainStateError,
  InvalidInputError,
  OutcomeUnknownError,
  parseDomainName,
  PriceChangedError,
  ProviderError,
  ProviderUnavailableError,
  RateLimitError,
  TimeoutError,
  TransportError,
  UnexpectedResponseError,
  UnsupportedOperationError,
  type AnyRegistrarError,
  type Effect,
  type ErrorCode,
  type ErrorOrigin,
} from '@registrar-kit/core';

/** Where the errors of these tests belong. */
export const origin = {
  provider: 'namecheap',
  environment: 'test',
  operation: 'registerDomain',
  domain: 'example.com',
  requestId: '00000000-0000-4000-8000-000000000001',
} as const satisfies ErrorOrigin;

const handle = {
  id: '00000000-0000-4000-8000-000000000002',
  provider: 'namecheap',
  environment: 'test',
  kind: 'registerDomain',
  domain: parseDomainName('example.com'),
} as const;

/** What a class makes of an effect and of whether it passes; some classes fix one of them. */
interface Variation {
  readonly effect?: Effect;
  readonly transient?: boolean;
}

/** One error of each class by its code, every field of its own filled. */
export const everyError: {
  readonly [Code in ErrorCode]: (
    variation?: Variation,
  ) => Extract<AnyRegistrarError, { readonly code: Code }>;
} = {
  AUTHENTICATION_FAILED: (variation) =>
    new AuthenticationError({ ...init(variation), reason: 'invalid_api_key' }),
  ACCESS_DENIED: (variation) =>
    new AccessDeniedError({
      ...init(variation),
      reason: 'ip_not_allowed',
      observedAddress: '192.0.2.7',
    }),
  RATE_LIMITED: (variation) =>
    new RateLimitError({
      ...init(variation),
      reason: 'minute',
      retryAfterMs: 1500,
      endpoint: '/api',
      source: 'registrar',
    }),
  INVALID_INPUT: (variation) => new InvalidInputError({ ...init(variation), issues }),
  INSUFFICIENT_FUNDS: (variation) => new InsufficientFundsError(init(variation)),
  DOMAIN_NOT_FOUND: (variation) => new DomainNotFoundError(init(variation)),
  DOMAIN_UNAVAILABLE: (variation) => new DomainUnavailableError(init(variation)),
  INVALID_DOMAIN_STATE: (variation) =>
    new InvalidDomainStateError({ ...init(variation), state: 'redemption' }),
  PRICE_CHANGED: (variation) =>
    new PriceChangedError({
      ...init(variation),
      agreed: { amount: '10.87', currency: 'USD' },
      current: { amount: '11.87', currency: 'USD' },
    }),
  CANCELLED: (variation) => new CancelledError(init(variation)),
  CONFIGURATION_INVALID: (variation) => new ConfigurationError({ ...init(variation), issues }),
  UNSUPPORTED_OPERATION: (variation) =>
    new UnsupportedOperationError({
      ...init(variation),
      reason: 'it failed so',
      alternative: 'use the panel',
    }),
  PROVIDER_ERROR: (variation) => new ProviderError(init(variation)),
  UNEXPECTED_RESPONSE: (variation) =>
    new UnexpectedResponseError({ ...init(variation), kind: 'html', snippet: '<html>' }),
  PROVIDER_UNAVAILABLE: (variation) => new ProviderUnavailableError(init(variation)),
  TRANSPORT_FAILED: (variation) =>
    new TransportError({ ...init(variation), systemCode: 'ECONNRESET', phase: 'sent' }),
  TIMEOUT: (variation) => new TimeoutError(init(variation)),
  OUTCOME_UNKNOWN: (variation) =>
    new OutcomeUnknownError({ ...init(variation), handle, lostBecause: 'the connection broke' }),
};

const issues = [{ path: 'years', problem: 'is missing', cure: 'give a whole number' }];

function init(variation: Variation = {}) {
  return {
    ...origin,
    detail: 'it failed so',
    vendor: { code: '2016166', message: 'Domain is not associated', httpStatus: 200 },
    ...variation,
  };
}
