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
  RateLimitError,
  UnsupportedOperationError,
  type AnyRegistrarError,
  type Effect,
  type Evidence,
  type RegistrarErrorInit,
} from '@registrar-kit/core';
import { emitDrift } from '@registrar-kit/provider-kit';
import { match } from 'ts-pattern';
import type { FaultClass } from './faults/fault-class.js';
import { findFault, type FoundFault } from './faults/find-fault.js';
import type { ReplyContext } from './reply/reply-context.js';

/** One `Error` element: the number and the vendor's words. */
export interface VendorError {
  readonly number: string;
  readonly text: string;
}

interface ReadError extends VendorError {
  readonly fault: FoundFault;
}

/** Enough for every text that was ever seen. */
const longestText = 500;
/** Seven digits in everything that was ever seen. */
const longestNumber = 40;

/**
 * What a reply with errors becomes. Of several errors the most telling one decides; all are kept in `vendor.message`.
 *
 * Layers 1 and 2 of the numbers refuse before anything is done. What comes from an upstream registry or from inside Namecheap
 * may have happened after the order was taken, so that a request which changes something ends with effect `unknown`.
 */
export function toNamecheapError(
  errors: readonly [VendorError, ...VendorError[]],
  context: ReplyContext,
): AnyRegistrarError {
  const command = context.command.replace(/^namecheap\./i, '');
  const read = errors.map((error): ReadError => ({
    number: context.redact(error.number).slice(0, longestNumber),
    text: context.redact(error.text).trim().slice(0, longestText),
    fault: findFault(error.number, command, error.text),
  }));
  for (const error of read) reportUnlisted(error, context);
  const [first, ...others] = [...read].sort((left, right) => rankOf(left) - rankOf(right)) as [
    ReadError,
    ...ReadError[],
  ];
  const all = [first, ...others];
  const open = context.call.retry === 'never' && all.some(leavesOpen);
  const observedAddress = observedAddressIn(first);
  return build(first, {
    init: {
      ...context.call.origin,
      detail: `${first.fault.means}${inWords(first)}`,
      effect: open ? 'unknown' : 'none',
      vendor: {
        code: first.number,
        message:
          all.length === 1
            ? first.text
            : all.map(({ number, text }) => `${number}: ${text}`).join('; '),
        httpStatus: context.reply.status,
      },
    },
    evidence: context.evidence(observedAddress),
    observedAddress,
  });
}

function reportUnlisted({ number, text, fault }: ReadError, context: ReplyContext): void {
  if (fault.by === 'command') return;
  const { call, command, redact } = context;
  const note =
    fault.by === 'number' ? 'is not known of this command' : 'is a number that is in no list';
  const drift = { target: command, path: 'Errors.Error', note, sample: `${number}: ${text}` };
  emitDrift(call, drift, redact);
}

/** Whether a request that should change something may have done so although it was answered with this number. */
function leavesOpen({ number, fault }: ReadError): boolean {
  // The gate refuses before anything is done; a number of another layer beside it still counts.
  if (/^1\d{6}$/.test(number)) return false;
  if (fault.becomes.code === 'PROVIDER_ERROR') return fault.becomes.outcome === 'open';
  // Not the documented refusal of this command, and too deep inside to be one of the gate.
  if (fault.by === 'number' && /^[345]/.test(number)) return true;
  // Unlike HTTP 405, this number comes from behind the command's own processing, as far as anyone knows.
  return fault.becomes.code === 'RATE_LIMITED';
}

const order: readonly FaultClass['code'][] = [
  'AUTHENTICATION_FAILED',
  'ACCESS_DENIED',
  'RATE_LIMITED',
  'INSUFFICIENT_FUNDS',
  'DOMAIN_UNAVAILABLE',
  'DOMAIN_NOT_FOUND',
  'PRICE_CHANGED',
  'INVALID_DOMAIN_STATE',
  'INVALID_INPUT',
  'UNSUPPORTED_OPERATION',
  'PROVIDER_ERROR',
];

function rankOf({ fault }: ReadError): number {
  const guess = fault.by === 'anatomy' ? order.length : 0;
  return guess + order.indexOf(fault.becomes.code);
}

/** The vendor's own words, where they say more than the number. */
function inWords({ number, text }: ReadError): string {
  const words = text.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 200);
  return ` (Namecheap ${number}${words === '' ? '' : `: "${words}"`})`;
}

/** 1011150 quotes the address that the request came from. */
function observedAddressIn({ number, text }: ReadError): string | undefined {
  if (number !== '1011150') return undefined;
  return /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|(?<![\w:])(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}(?![\w:])/i.exec(
    text,
  )?.[0];
}

interface ErrorParts {
  readonly init: RegistrarErrorInit & { readonly effect: Effect };
  readonly evidence: Evidence;
  readonly observedAddress: string | undefined;
}

function build(
  { fault }: ReadError,
  { init, evidence, observedAddress }: ErrorParts,
): AnyRegistrarError {
  return match(fault.becomes)
    .with(
      { code: 'AUTHENTICATION_FAILED' },
      ({ reason, causes }) => new AuthenticationError({ ...init, evidence, causes, reason }),
    )
    .with(
      { code: 'ACCESS_DENIED' },
      ({ reason, causes }) =>
        new AccessDeniedError({ ...init, evidence, causes, reason, observedAddress }),
    )
    .with(
      { code: 'RATE_LIMITED' },
      () => new RateLimitError({ ...init, evidence, reason: 'unspecified', source: 'registrar' }),
    )
    .with(
      { code: 'INVALID_INPUT' },
      ({ path, cure, causes }) =>
        new InvalidInputError({
          ...init,
          issues: [{ path, problem: fault.means, cure }],
          ...(causes.length === 0 ? {} : { causes }),
          detail: `${init.detail}; ${cure}`,
        }),
    )
    .with(
      { code: 'DOMAIN_UNAVAILABLE' },
      ({ causes }) => new DomainUnavailableError({ ...init, causes }),
    )
    .with(
      { code: 'INVALID_DOMAIN_STATE' },
      ({ state }) => new InvalidDomainStateError({ ...init, state }),
    )
    .with({ code: 'DOMAIN_NOT_FOUND' }, () => new DomainNotFoundError(init))
    .with({ code: 'INSUFFICIENT_FUNDS' }, () => new InsufficientFundsError({ ...init, evidence }))
    .with({ code: 'PRICE_CHANGED' }, () => new PriceChangedError(init))
    .with(
      { code: 'UNSUPPORTED_OPERATION' },
      () => new UnsupportedOperationError({ ...init, reason: fault.means }),
    )
    .with(
      { code: 'PROVIDER_ERROR' },
      ({ causes, transient }) => new ProviderError({ ...init, causes, transient }),
    )
    .exhaustive();
}
