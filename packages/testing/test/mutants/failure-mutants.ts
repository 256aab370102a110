import {
  AccessDeniedError,
  AuthenticationError,
  isRegistrarError,
  ProviderError,
  toUnicodeDomain,
  TransportError,
  UnexpectedResponseError,
  type AnyRegistrarError,
  type CallContext,
  type ErrorCode,
} from '@registrar-kit/core';
import type { FakeDriver } from '../../src/fake/fake-driver.js';
import { unless, type Mutant } from './mutant.js';

const onRead = 'on a read, of which nothing can be done';
const onWrite = 'on a write, and tells the truth about its effect';
const unknownCode = 'keeps a code that nobody knows, as a ProviderError, and calls nothing done';

/** Mistakes about what a failed request means. */
export const failureMutants: readonly Mutant[] = [
  {
    mistake: 'takes a refused address (403) for a refused key (401)',
    caughtBy: [
      `answers ip-not-allowed with ACCESS_DENIED ${onRead}`,
      `answers ip-not-allowed with ACCESS_DENIED ${onWrite}`,
    ],
    driver: (driver) => mistaking(driver, 'ACCESS_DENIED', asAuthentication),
  },
  {
    mistake: 'takes too many calls (429) for a refused key (401)',
    caughtBy: [`answers rate-limited with RATE_LIMITED ${onRead}`],
    driver: (driver) => mistaking(driver, 'RATE_LIMITED', asAuthentication),
  },
  {
    mistake: 'takes a refused key (401) for a refused address (403)',
    caughtBy: [
      `answers key-rejected with AUTHENTICATION_FAILED ${onRead}`,
      'throws 401 and 403 for a whole search, and answers no row',
    ],
    driver: (driver) =>
      mistaking(
        driver,
        'AUTHENTICATION_FAILED',
        (_error, { origin }) =>
          new AccessDeniedError({ ...origin, reason: 'ip_not_allowed', detail: 'not let in' }),
      ),
  },
  {
    mistake: 'takes any redirect for one to a login page',
    caughtBy: [`answers other-redirect with UNEXPECTED_RESPONSE ${onRead}`],
    driver: (driver) =>
      mistaking(driver, 'UNEXPECTED_RESPONSE', (error, call) =>
        'kind' in error && error.kind === 'redirect' ? asAuthentication(error, call) : error,
      ),
  },
  {
    mistake: 'reads a web page as an empty answer of success',
    caughtBy: [`answers html-page with UNEXPECTED_RESPONSE ${onRead}`],
    driver: (driver) => ({
      ...driver,
      getDomain: (domain, call) =>
        unless(driver.getDomain(domain, call), (error) => {
          if (!isRegistrarError(error, 'UNEXPECTED_RESPONSE') || error.kind !== 'html') throw error;
          return { domain, unicode: toUnicodeDomain(domain), status: 'active' };
        }),
    }),
  },
  {
    mistake: 'takes an unreadable answer to a write for success',
    caughtBy: [`answers html-page with UNEXPECTED_RESPONSE ${onWrite}`],
    driver: (driver) => ({
      ...driver,
      setNameservers: (request, call) =>
        unless(driver.setNameservers(request, call), (error) => {
          if (!isRegistrarError(error, 'UNEXPECTED_RESPONSE')) throw error;
          return request;
        }),
    }),
  },
  {
    mistake: 'takes an empty answer to a write for a refusal',
    caughtBy: ['believes an empty answer to a write only where it reads back what was written'],
    driver: (driver) => ({
      ...driver,
      setNameservers: (request, call) =>
        unless(driver.setNameservers(request, call), (error) => {
          if (!isRegistrarError(error, 'UNEXPECTED_RESPONSE')) throw error;
          const { kind } = error;
          throw new UnexpectedResponseError({ ...call.origin, kind, detail: 'not accepted' });
        }),
    }),
  },
  {
    mistake: 'takes a code that it does not know for success',
    caughtBy: [unknownCode],
    driver: (driver) => ({
      ...driver,
      setNameservers: (request, call) =>
        unless(driver.setNameservers(request, call), (error) => {
          if (!isRegistrarError(error, 'PROVIDER_ERROR')) throw error;
          return request;
        }),
    }),
  },
  {
    mistake: 'forgets the code of the vendor',
    caughtBy: [unknownCode],
    driver: (driver) =>
      mistaking(
        driver,
        'PROVIDER_ERROR',
        ({ effect }, { origin }) => new ProviderError({ ...origin, effect, detail: 'it failed' }),
      ),
  },
  {
    mistake: 'says that a write did nothing whose answer was lost',
    caughtBy: [
      `answers answer-lost-after-commit with TRANSPORT_FAILED ${onWrite}`,
      'charges a registerDomain once at most when answer-lost-after-commit meets it, however often it is repeated',
    ],
    driver: (driver) =>
      mistaking(
        driver,
        'TRANSPORT_FAILED',
        (_error, { origin }) =>
          new TransportError({ ...origin, phase: 'sent', detail: 'the connection broke' }),
      ),
  },
  {
    mistake: 'calls the effect of a read unknown',
    caughtBy: [`answers answer-lost-before-commit with TRANSPORT_FAILED ${onRead}`],
    driver: (driver) => ({
      ...driver,
      // As a driver does that takes every request for one that changes something.
      getDomain: (domain, call) => driver.getDomain(domain, { ...call, retry: 'never' }),
    }),
  },
  {
    mistake: 'calls a domain that is not found a fault of its own',
    caughtBy: ['getDomain tells of a domain of the account, and of no other'],
    driver: (driver) => ({
      ...driver,
      getDomain: (domain, call) =>
        unless(driver.getDomain(domain, call), (error) => {
          if (!isRegistrarError(error, 'DOMAIN_NOT_FOUND')) throw error;
          throw new TypeError("cannot read properties of undefined (reading 'domain')");
        }),
    }),
  },
  {
    mistake: 'calls an empty account a fault of the provider',
    caughtBy: ['says that the balance does not cover an order, and lets it be repeated'],
    driver: (driver) =>
      mistaking(
        driver,
        'INSUFFICIENT_FUNDS',
        (_error, { origin }) => new ProviderError({ ...origin, detail: 'it was not accepted' }),
      ),
  },
];

type Mistake = (error: AnyRegistrarError, call: CallContext) => AnyRegistrarError;

function asAuthentication({ effect }: AnyRegistrarError, { origin }: CallContext) {
  const detail = 'not signed in';
  return new AuthenticationError({ ...origin, effect, reason: 'unauthorized', detail });
}

/** A driver of whose errors one kind becomes another, in every operation. */
export function mistaking(driver: FakeDriver, code: ErrorCode, mistake: Mistake): FakeDriver {
  const methods = Object.entries(driver).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'function'
      ? (...given: unknown[]): unknown =>
          unless((value as Method)(...given), (error) => {
            if (!isRegistrarError(error, code)) throw error;
            throw mistake(error, given.at(-1) as CallContext);
          })
      : value,
  ]);
  return Object.fromEntries(methods) as FakeDriver;
}

type Method = (...given: readonly unknown[]) => Promise<unknown>;
