import {
  AccessDeniedError,
  AuthenticationError,
  DomainNotFoundError,
  DomainUnavailableError,
  InsufficientFundsError,
  InvalidDomainStateError,
  InvalidInputError,
  ProviderError,
  ProviderUnavailableError,
  RateLimitError,
  UnexpectedResponseError,
  UnsupportedOperationError,
  type CallContext,
  type DiagnosisCause,
  type Effect,
  type InputIssue,
  type OperationName,
  type RegistrarError,
  type VendorFault,
} from '@registrar-kit/core';
import { readRetryAfter, type Redact, type VendorReply } from '@registrar-kit/provider-kit';
import { match } from 'ts-pattern';
import type { FaultRow } from '../faults/fault-row.js';
import { toCallerPath } from './caller-path.js';
import type { ErrorBody } from './error-body.js';
import type { ReplyContext } from './reply-context.js';

/**
 * What a bare 401 leaves open. The vendor's guide counts ten causes; those that this adapter rules out by itself are not here:
 * it refuses an e-mail address or an invisible character in the configuration, and sends both headers and the right
 * Content-Type with every request.
 */
export const unauthorizedCauses: readonly DiagnosisCause[] = [
  'wrong_key',
  'unknown_account',
  'ip_not_allowed',
  'environment_mismatch',
  'outdated_client',
];

const notFoundDetail =
  'the registrar does not find the domain in this account; one such answer never means that it is gone, so read it again before acting on it';

/** Meanings that do not say on which side of the order it broke off; that a 429 comes before it is reported, not documented. */
const openMeanings: ReadonlySet<FaultRow['meaning']> = new Set([
  'registry_fault',
  'provider_fault',
  'provider_unavailable',
  'throttled',
]);

/** Where what was not found is the glue host that the caller named. */
const hostOperations: ReadonlySet<string> = new Set([
  'updateHost',
  'deleteHost',
] satisfies OperationName[]);

/** An explicit refusal did nothing; after a breakdown, or an answer without a meaning, nobody knows. */
function effectOf(
  row: FaultRow,
  body: ErrorBody | undefined,
  httpStatus: number,
  call: CallContext,
): Effect {
  const saysNothing = row.meaning === 'unclassified' && body === undefined;
  const open = httpStatus >= 500 || openMeanings.has(row.meaning) || saysNothing;
  return call.retry === 'never' && open ? 'unknown' : 'none';
}

/** The error for a failure that the vendor reported. Answers it; the call site throws it. */
export function toRegistrarError(
  row: FaultRow,
  body: ErrorBody | undefined,
  reply: VendorReply,
  context: ReplyContext,
): RegistrarError {
  const { call, evidence } = context;
  const httpStatus = reply.status;
  const message = body?.message === undefined ? undefined : shorten(context.redact(body.message));
  const vendor: VendorFault = {
    ...(body?.code === undefined ? {} : { code: context.redact(body.code).slice(0, 100) }),
    ...(message === undefined ? {} : { message }),
    httpStatus,
  };
  const base = {
    ...call.origin,
    effect: effectOf(row, body, httpStatus, call),
    vendor,
    evidence: evidence(),
  };
  const common = { ...base, detail: row.says };
  const quoted = message === undefined ? row.says : `${row.says}: "${message}"`;

  return match(row.meaning)
    .with(
      'unauthorized',
      () =>
        new AuthenticationError({
          ...common,
          reason: 'unauthorized',
          causes: unauthorizedCauses,
          detail: unauthorizedDetail(row),
        }),
    )
    .with(
      'invalid_key',
      () =>
        new AuthenticationError({
          ...common,
          reason: 'invalid_api_key',
          causes: ['wrong_key', 'environment_mismatch'],
          detail: `${row.says}; compare it with the key of this environment under Reseller Settings > Integration Details`,
        }),
    )
    .with(
      'unknown_account',
      () =>
        new AuthenticationError({
          ...common,
          reason: 'unknown_account',
          causes: ['unknown_account'],
        }),
    )
    .with(
      'ip_not_allowed',
      () =>
        new AccessDeniedError({
          ...common,
          reason: 'ip_not_allowed',
          causes: ['ip_not_allowed'],
          detail: `${row.says}; add it under Reseller Configuration > IP Whitelist`,
        }),
    )
    .with(
      'operation_not_allowed',
      () =>
        new AccessDeniedError({
          ...common,
          reason: 'operation_not_allowed',
          causes: ['operation_not_allowed'],
          detail: quoted,
        }),
    )
    .with(
      'access_refused',
      () =>
        new AccessDeniedError({
          ...common,
          reason: 'unspecified',
          causes: ['operation_not_allowed', 'ip_not_allowed', 'account_locked'],
          detail: `the registrar refuses the request${message === undefined ? ' and does not say why' : `: "${message}"`}`,
        }),
    )
    .with(
      'throttled',
      () =>
        new RateLimitError({
          ...common,
          reason: 'second',
          source: 'registrar',
          endpoint: context.endpoint,
          retryAfterMs: readRetryAfter(reply, context.now),
          causes: ['too_many_requests', 'parallel_requests', 'key_shared_with_other_programs'],
          detail: `${row.says}; Domain Name API permits one request per second for each key`,
        }),
    )
    .with(
      'invalid_input',
      () =>
        new InvalidInputError({ ...base, issues: issuesOf(row, body, context.redact, message) }),
    )
    .with(
      'auth_code',
      () =>
        new InvalidInputError({
          ...base,
          issues: [
            {
              path: 'authCode',
              problem: row.says,
              cure: 'ask the losing registrar for a new code',
            },
          ],
        }),
    )
    .with(
      'no_price',
      () =>
        new InvalidInputError({
          ...base,
          issues: [
            {
              path: 'years',
              problem: row.says,
              cure: 'choose other years, or an ending that the account sells',
            },
          ],
        }),
    )
    .with(
      'insufficient_funds',
      () =>
        new InsufficientFundsError({
          ...common,
          detail: `${row.says}; add money in the currency of the price`,
        }),
    )
    .with('domain_not_found', () => new DomainNotFoundError({ ...common, detail: notFoundDetail }))
    .with('already_exists', () =>
      call.origin.operation === 'registerDomain'
        ? new DomainUnavailableError({
            ...common,
            detail: 'the name is already registered; choose another',
            causes: ['domain_taken'],
          })
        : new InvalidDomainStateError({ ...common, detail: quoted }),
    )
    .with(
      'not_available',
      () => new DomainUnavailableError({ ...common, detail: quoted, causes: ['domain_taken'] }),
    )
    .with('tld_not_sold', () => new DomainUnavailableError({ ...common, causes: ['tld_not_sold'] }))
    .with('wrong_state', () => new InvalidDomainStateError({ ...common, detail: quoted }))
    .with('not_supported', () => new UnsupportedOperationError({ ...base, reason: quoted }))
    .with(
      'wrong_method',
      () =>
        new UnexpectedResponseError({
          ...common,
          kind: 'wrong_status',
          detail: `${row.says} (HTTP ${String(httpStatus)}); check baseUrl, apiPrefix and version`,
          causes: ['unexpected_answer', 'outdated_client'],
        }),
    )
    .with(
      'registry_fault',
      () => new ProviderError({ ...common, detail: quoted, causes: ['registry_fault'] }),
    )
    .with(
      'provider_fault',
      () =>
        new ProviderError({
          ...common,
          detail: quoted,
          causes: ['provider_fault'],
          transient: true,
        }),
    )
    .with('provider_unavailable', () => new ProviderUnavailableError(common))
    .with('other_not_found', () =>
      hostOperations.has(call.origin.operation)
        ? new DomainNotFoundError({ ...common, detail: quoted, causes: ['invalid_input'] })
        : new ProviderError({ ...common, detail: quoted, causes: ['provider_fault'] }),
    )
    .with(
      'unclassified',
      () =>
        new ProviderError({
          ...common,
          detail: `${quoted}${codeNote(vendor)}`,
          causes: ['unclassified'],
        }),
    )
    .exhaustive();
}

function unauthorizedDetail(row: FaultRow): string {
  return `${row.says}; compare resellerId and the key of this environment with Reseller Settings > Integration Details, and the server's address with the IP Whitelist`;
}

function codeNote({ code, httpStatus }: VendorFault): string {
  return code === undefined ? ` (HTTP ${String(httpStatus)})` : ` (${code})`;
}

function issuesOf(
  row: FaultRow,
  body: ErrorBody | undefined,
  redact: Redact,
  message: string | undefined,
): InputIssue[] {
  const cure = 'correct it and try again';
  const named = (body?.validation ?? []).map(({ member, message: problem }) => ({
    path: member === undefined ? (row.field ?? 'input') : shorten(toCallerPath(redact(member))),
    problem: shorten(redact(problem)),
    cure,
  }));
  if (named.length > 0) return named;
  const problem = message === undefined ? row.says : `${row.says}: "${message}"`;
  return [{ path: row.field ?? 'input', problem, cure }];
}

/** A vendor text as it may stand in a message: on one line and bounded. */
function shorten(text: string): string {
  const line = text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/\.$/, '');
  return line.length > 300 ? `${line.slice(0, 297)}...` : line;
}
