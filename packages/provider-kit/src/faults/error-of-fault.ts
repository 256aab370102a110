import {
  AccessDeniedError,
  AuthenticationError,
  DomainNotFoundError,
  DomainUnavailableError,
  InsufficientFundsError,
  InvalidDomainStateError,
  InvalidInputError,
  PriceChangedError,
  ProviderError,
  ProviderUnavailableError,
  RateLimitError,
  UnexpectedResponseError,
  UnsupportedOperationError,
  type AnyRegistrarError,
  type Effect,
  type RegistrarErrorInit,
  type VendorFault,
} from '@registrar-kit/core';
import { readRetryAfter } from '../http/read-retry-after.js';
import type { FaultContext } from './fault-context.js';
import type { FaultMeaning, FaultRow } from './fault-row.js';

/** Meanings that do not say on which side of an order the vendor broke off. */
const open: ReadonlySet<FaultMeaning> = new Set([
  'throttled',
  'registry_fault',
  'provider_fault',
  'provider_unavailable',
]);

const LONGEST_MESSAGE = 300;

/**
 * The error that a row of an adapter's table stands for. Answers it; the call site throws it.
 *
 * Its effect is `none` for reads and for explicit refusals, and `unknown` where a request that may change something met a
 * breakdown, a limit, or an answer that says nothing.
 */
export function errorOfFault(row: FaultRow, context: FaultContext): AnyRegistrarError {
  const { call, reply, evidence, redact } = context;
  const code = context.code === undefined ? undefined : shorten(redact(context.code), 100);
  const message =
    context.message === undefined
      ? undefined
      : shorten(redact(context.message), LONGEST_MESSAGE).replace(/\.$/, '');
  const vendor: VendorFault = {
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
    httpStatus: reply.status,
  };
  const base: Omit<RegistrarErrorInit, 'detail'> = {
    ...call.origin,
    effect: effectOf(row, context),
    vendor,
    evidence,
    ...(row.causes === undefined ? {} : { causes: row.causes }),
  };
  const plain: RegistrarErrorInit = { ...base, detail: row.says };
  const quoted = message === undefined ? row.says : `${row.says}: "${message}"`;
  const told: RegistrarErrorInit = { ...base, detail: quoted };

  switch (row.meaning) {
    case 'unauthorized':
    case 'invalid_api_key':
    case 'unknown_account':
      return new AuthenticationError({ ...plain, reason: row.meaning });
    case 'ip_not_allowed':
      return new AccessDeniedError({
        causes: ['ip_not_allowed'],
        ...plain,
        reason: 'ip_not_allowed',
      });
    case 'account_locked':
      return new AccessDeniedError({
        causes: ['account_locked'],
        ...plain,
        reason: 'account_locked',
      });
    case 'not_domain_owner':
      return new AccessDeniedError({
        causes: ['not_domain_owner'],
        ...plain,
        reason: 'not_domain_owner',
      });
    case 'operation_not_allowed':
      return new AccessDeniedError({
        causes: ['operation_not_allowed'],
        ...told,
        reason: 'operation_not_allowed',
      });
    case 'access_refused':
      return new AccessDeniedError({ ...told, reason: 'unspecified' });
    case 'throttled': {
      const retryAfterMs = readRetryAfter(reply, context.now);
      const { endpoint } = context;
      return new RateLimitError({
        ...plain,
        reason: 'unspecified',
        source: 'registrar',
        retryAfterMs,
        endpoint,
      });
    }
    case 'invalid_input': {
      const cure = 'correct it and try again';
      const issues = [{ path: context.field ?? row.field ?? 'input', problem: quoted, cure }];
      return new InvalidInputError({ ...base, issues });
    }
    case 'insufficient_funds':
      return new InsufficientFundsError(plain);
    case 'price_changed':
      return new PriceChangedError(plain);
    case 'domain_not_found':
      return new DomainNotFoundError(plain);
    case 'name_taken':
      return new DomainUnavailableError({ causes: ['domain_taken'], ...plain });
    case 'tld_not_sold':
      return new DomainUnavailableError({ causes: ['tld_not_sold'], ...plain });
    case 'wrong_state':
      return new InvalidDomainStateError(told);
    case 'not_supported':
      return new UnsupportedOperationError({ ...base, reason: quoted });
    case 'registry_fault':
      return new ProviderError({ causes: ['registry_fault'], ...told });
    case 'provider_fault':
      return new ProviderError({ causes: ['provider_fault'], ...told, transient: true });
    case 'provider_unavailable':
      return new ProviderUnavailableError(plain);
    case 'wrong_path':
      return new UnexpectedResponseError({ ...plain, kind: 'wrong_status' });
    case 'unclassified': {
      const given = code ?? `HTTP ${String(reply.status)}`;
      return new ProviderError({
        causes: ['unclassified'],
        ...base,
        detail: `${quoted} (${given})`,
      });
    }
  }
}

function effectOf({ meaning }: FaultRow, { call, reply, code, message }: FaultContext): Effect {
  if (call.retry === 'read') return 'none';
  const saysNothing = meaning === 'unclassified' && code === undefined && message === undefined;
  return open.has(meaning) || reply.status >= 500 || saysNothing ? 'unknown' : 'none';
}

/** A vendor's text as it may stand in a message: on one line and bounded. */
function shorten(text: string, length: number): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 3)}...` : line;
}
