import {
  AccessDeniedError,
  AuthenticationError,
  ProviderUnavailableError,
  RateLimitError,
  TransportError,
  UnexpectedResponseError,
  type AnyRegistrarError,
  type CallContext,
  type Effect,
} from '@registrar-kit/core';
import type { FaultName } from '../world/world-fault.js';

/** The faults that end a request with an error; the others change what the answer holds or when it comes. */
export type FailingFault = Exclude<FaultName, 'slow-answer' | 'missing-row'>;

/** The error that an adapter would give for a fault, given what the adapter can know. */
export function errorOfFault(fault: FailingFault, call: CallContext): AnyRegistrarError {
  const { origin } = call;
  // Without a readable answer nobody knows whether a change was made.
  const effect: Effect = call.retry === 'read' ? 'none' : 'unknown';
  switch (fault) {
    case 'answer-lost-before-commit':
    case 'answer-lost-after-commit':
    case 'commit-after-reconcile-read':
      return new TransportError({
        ...origin,
        effect,
        phase: 'sent',
        systemCode: 'ECONNRESET',
        detail: 'the connection broke before the answer came',
      });
    case 'html-page':
      return new UnexpectedResponseError({
        ...origin,
        effect,
        kind: 'html',
        detail: 'a web page came instead of an answer',
      });
    case 'truncated-answer':
      return new UnexpectedResponseError({
        ...origin,
        effect,
        kind: 'truncated',
        detail: 'the answer ends early',
      });
    case 'empty-answer':
      return new UnexpectedResponseError({
        ...origin,
        effect,
        kind: 'empty',
        detail: 'the answer is empty',
      });
    case 'other-redirect':
      return new UnexpectedResponseError({
        ...origin,
        effect,
        kind: 'redirect',
        detail: 'the registrar sent us to another address',
        vendor: { httpStatus: 302 },
      });
    case 'login-redirect':
      return new AuthenticationError({
        ...origin,
        reason: 'unauthorized',
        detail:
          'the registrar sent us to its login page; check the credentials and the environment',
        vendor: { httpStatus: 302 },
      });
    case 'key-rejected':
      return new AuthenticationError({
        ...origin,
        reason: 'invalid_api_key',
        detail: 'the registrar does not accept the key; check it and the environment',
        vendor: { httpStatus: 401 },
      });
    case 'ip-not-allowed':
      return new AccessDeniedError({
        ...origin,
        reason: 'ip_not_allowed',
        detail: 'the address is not on the allow-list; add it there',
        vendor: { httpStatus: 403 },
      });
    case 'account-locked':
      return new AccessDeniedError({
        ...origin,
        reason: 'account_locked',
        detail: 'the account is locked; ask the registrar',
        causes: ['account_locked'],
        vendor: { httpStatus: 403 },
      });
    case 'rate-limited':
      return new RateLimitError({
        ...origin,
        reason: 'unspecified',
        source: 'registrar',
        detail: 'too many calls; wait and try again',
        vendor: { httpStatus: 429 },
      });
    case 'server-error':
      return new ProviderUnavailableError({
        ...origin,
        effect,
        detail: 'the registrar has a fault of its own; try again later',
        vendor: { httpStatus: 503 },
      });
  }
}
