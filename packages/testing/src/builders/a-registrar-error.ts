import {
  AccessDeniedError,
  AuthenticationError,
  CancelledError,
  ConfigurationError,
  DomainNotFoundError,
  DomainUnavailableError,
  errorStatus,
  InsufficientFundsError,
  InvalidDomainStateError,
  InvalidInputError,
  OutcomeUnknownError,
  PriceChangedError,
  ProviderError,
  ProviderUnavailableError,
  RateLimitError,
  TimeoutError,
  TransportError,
  UnexpectedResponseError,
  UnsupportedOperationError,
  type AnyRegistrarError,
  type ErrorCode,
} from '@registrar-kit/core';
import { anOperation } from './an-operation.js';

/** The error of a code. */
export type ErrorOf<Code extends ErrorCode> = Extract<AnyRegistrarError, { readonly code: Code }>;

type Init<ErrorClass extends new (init: never) => unknown> = ConstructorParameters<ErrorClass>[0];

/** What each error is made from. */
interface ErrorInits {
  AUTHENTICATION_FAILED: Init<typeof AuthenticationError>;
  ACCESS_DENIED: Init<typeof AccessDeniedError>;
  RATE_LIMITED: Init<typeof RateLimitError>;
  INVALID_INPUT: Init<typeof InvalidInputError>;
  INSUFFICIENT_FUNDS: Init<typeof InsufficientFundsError>;
  DOMAIN_NOT_FOUND: Init<typeof DomainNotFoundError>;
  DOMAIN_UNAVAILABLE: Init<typeof DomainUnavailableError>;
  INVALID_DOMAIN_STATE: Init<typeof InvalidDomainStateError>;
  PRICE_CHANGED: Init<typeof PriceChangedError>;
  CANCELLED: Init<typeof CancelledError>;
  CONFIGURATION_INVALID: Init<typeof ConfigurationError>;
  UNSUPPORTED_OPERATION: Init<typeof UnsupportedOperationError>;
  PROVIDER_ERROR: Init<typeof ProviderError>;
  UNEXPECTED_RESPONSE: Init<typeof UnexpectedResponseError>;
  PROVIDER_UNAVAILABLE: Init<typeof ProviderUnavailableError>;
  TRANSPORT_FAILED: Init<typeof TransportError>;
  TIMEOUT: Init<typeof TimeoutError>;
  OUTCOME_UNKNOWN: Init<typeof OutcomeUnknownError>;
}

/** What can be said of an error of a code; the rest is filled in. */
export type ErrorFields<Code extends ErrorCode> = Partial<ErrorInits[Code]>;

const origin = { provider: 'fake', environment: 'test', operation: 'getDomain' } as const;
const order = { ...origin, operation: 'registerDomain', domain: 'example.com' } as const;
const issue = {
  path: 'domain',
  problem: 'is no domain name',
  cure: 'give one such as example.com',
};

/** How the error of each code is made; the types demand one for every code. */
const makers: { readonly [Code in ErrorCode]: (fields: ErrorFields<Code>) => ErrorOf<Code> } = {
  AUTHENTICATION_FAILED: (fields) =>
    new AuthenticationError({
      ...origin,
      reason: 'invalid_api_key',
      detail: 'the registrar does not accept the key; check it and the environment',
      vendor: { httpStatus: 401 },
      ...fields,
    }),
  ACCESS_DENIED: (fields) =>
    new AccessDeniedError({
      ...origin,
      reason: 'ip_not_allowed',
      detail: 'the address is not on the allow-list; add it there',
      vendor: { httpStatus: 403 },
      ...fields,
    }),
  RATE_LIMITED: (fields) =>
    new RateLimitError({
      ...origin,
      reason: 'unspecified',
      source: 'registrar',
      detail: 'too many calls; wait and try again',
      vendor: { httpStatus: 429 },
      ...fields,
    }),
  INVALID_INPUT: (fields) => new InvalidInputError({ ...origin, issues: [issue], ...fields }),
  INSUFFICIENT_FUNDS: (fields) =>
    new InsufficientFundsError({
      ...order,
      detail: 'the account does not hold enough; top it up',
      ...fields,
    }),
  DOMAIN_NOT_FOUND: (fields) =>
    new DomainNotFoundError({
      ...origin,
      domain: 'example.com',
      detail: 'the domain is not in this account',
      ...fields,
    }),
  DOMAIN_UNAVAILABLE: (fields) =>
    new DomainUnavailableError({
      ...order,
      detail: 'the name is already registered; choose another',
      causes: ['domain_taken'],
      ...fields,
    }),
  INVALID_DOMAIN_STATE: (fields) =>
    new InvalidDomainStateError({
      ...order,
      operation: 'renewDomain',
      detail: 'the domain is redemption, which does not permit it',
      state: 'redemption',
      ...fields,
    }),
  PRICE_CHANGED: (fields) =>
    new PriceChangedError({
      ...order,
      detail: 'the price is 20.00 USD, the order said 10.00 USD; ask for a new quote',
      agreed: { amount: '10.00', currency: 'USD' },
      current: { amount: '20.00', currency: 'USD' },
      ...fields,
    }),
  CANCELLED: (fields) =>
    new CancelledError({ ...origin, detail: 'the caller ended the call', ...fields }),
  CONFIGURATION_INVALID: (fields) =>
    new ConfigurationError({
      provider: 'registrar-kit',
      operation: 'createRegistrar',
      issues: [{ path: 'apiKey', problem: 'is missing', cure: 'copy it from the panel' }],
      ...fields,
    }),
  UNSUPPORTED_OPERATION: (fields) =>
    new UnsupportedOperationError({
      ...origin,
      operation: 'deleteDomain',
      reason: 'the provider cannot delete a domain',
      alternative: 'do it in its panel',
      ...fields,
    }),
  PROVIDER_ERROR: (fields) =>
    new ProviderError({
      ...origin,
      detail: 'the registrar refused with code 9999',
      vendor: { code: '9999', message: 'something else', httpStatus: 200 },
      ...fields,
    }),
  UNEXPECTED_RESPONSE: (fields) =>
    new UnexpectedResponseError({
      ...origin,
      kind: 'html',
      detail: 'a web page came instead of an answer',
      ...fields,
    }),
  PROVIDER_UNAVAILABLE: (fields) =>
    new ProviderUnavailableError({
      ...origin,
      detail: 'the registrar has a fault of its own; try again later',
      vendor: { httpStatus: 503 },
      ...fields,
    }),
  TRANSPORT_FAILED: (fields) =>
    new TransportError({
      ...origin,
      phase: 'not_sent',
      systemCode: 'ECONNREFUSED',
      detail: 'the connection was refused',
      ...fields,
    }),
  TIMEOUT: (fields) => new TimeoutError({ ...origin, detail: 'no answer came in time', ...fields }),
  OUTCOME_UNKNOWN: (fields) =>
    new OutcomeUnknownError({
      ...order,
      detail: 'the answer was lost; do not order again, reconcile it',
      handle: anOperation(),
      lostBecause: 'the connection broke before the answer came',
      ...fields,
    }),
};

/**
 * A plausible error of a code, for tests of what a program makes of it. What is given replaces what is filled in; `operation`,
 * `domain`, `provider` and `effect` can be given for every code.
 *
 * @throws Error for a code that does not exist, with those that do
 */
export function aRegistrarError<Code extends ErrorCode>(
  code: Code,
  fields: ErrorFields<Code> = {},
): ErrorOf<Code> {
  if (!Object.hasOwn(makers, code))
    throw new Error(
      `there is no error code "${code}"; choose from ${Object.keys(errorStatus).join(', ')}`,
    );
  return makers[code](fields);
}
