import type { AccessDeniedError } from './access-denied-error.js';
import type { AuthenticationError } from './authentication-error.js';
import type { CancelledError } from './cancelled-error.js';
import type { ConfigurationError } from './configuration-error.js';
import type { DomainNotFoundError } from './domain-not-found-error.js';
import type { DomainUnavailableError } from './domain-unavailable-error.js';
import type { InsufficientFundsError } from './insufficient-funds-error.js';
import type { InvalidDomainStateError } from './invalid-domain-state-error.js';
import type { InvalidInputError } from './invalid-input-error.js';
import type { OutcomeUnknownError } from './outcome-unknown-error.js';
import type { PriceChangedError } from './price-changed-error.js';
import type { ProviderError } from './provider-error.js';
import type { ProviderUnavailableError } from './provider-unavailable-error.js';
import type { RateLimitError } from './rate-limit-error.js';
import type { TimeoutError } from './timeout-error.js';
import type { TransportError } from './transport-error.js';
import type { UnexpectedResponseError } from './unexpected-response-error.js';
import type { UnsupportedOperationError } from './unsupported-operation-error.js';

/** Every error this library throws, as a union that closes under ts-pattern's `.exhaustive()` on `code`. */
export type AnyRegistrarError =
  | AccessDeniedError
  | AuthenticationError
  | CancelledError
  | ConfigurationError
  | DomainNotFoundError
  | DomainUnavailableError
  | InsufficientFundsError
  | InvalidDomainStateError
  | InvalidInputError
  | OutcomeUnknownError
  | PriceChangedError
  | ProviderError
  | ProviderUnavailableError
  | RateLimitError
  | TimeoutError
  | TransportError
  | UnexpectedResponseError
  | UnsupportedOperationError;
