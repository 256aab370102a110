import { describe, expect, it, test } from '@jest/globals';
import {
  errorStatus,
  isRegistrarError,
  RegistrarError,
  TimeoutError,
  type Effect,
  type ErrorCode,
} from '@registrar-kit/core';
import { everyError, origin } from '../support/every-error.js';

// As the contract fixes them; a change breaks callers.
const contract: { readonly [Code in ErrorCode]: readonly [name: string, status: number] } = {
  AUTHENTICATION_FAILED: ['AuthenticationError', 401],
  ACCESS_DENIED: ['AccessDeniedError', 403],
  RATE_LIMITED: ['RateLimitError', 429],
  INVALID_INPUT: ['InvalidInputError', 400],
  INSUFFICIENT_FUNDS: ['InsufficientFundsError', 402],
  DOMAIN_NOT_FOUND: ['DomainNotFoundError', 404],
  DOMAIN_UNAVAILABLE: ['DomainUnavailableError', 409],
  INVALID_DOMAIN_STATE: ['InvalidDomainStateError', 409],
  PRICE_CHANGED: ['PriceChangedError', 409],
  CANCELLED: ['CancelledError', 499],
  CONFIGURATION_INVALID: ['ConfigurationError', 500],
  UNSUPPORTED_OPERATION: ['UnsupportedOperationError', 501],
  PROVIDER_ERROR: ['ProviderError', 502],
  UNEXPECTED_RESPONSE: ['UnexpectedResponseError', 502],
  PROVIDER_UNAVAILABLE: ['ProviderUnavailableError', 503],
  TRANSPORT_FAILED: ['TransportError', 503],
  TIMEOUT: ['TimeoutError', 504],
  OUTCOME_UNKNOWN: ['OutcomeUnknownError', 504],
};
const codes = Object.keys(contract) as ErrorCode[];
const passing: readonly ErrorCode[] = [
  'RATE_LIMITED',
  'PROVIDER_UNAVAILABLE',
  'TRANSPORT_FAILED',
  'TIMEOUT',
];
// A lost answer is never retryable, whatever its effect is said to be.
const effectIsFixed: readonly ErrorCode[] = ['OUTCOME_UNKNOWN'];

it('has a status for every code and no other', () => {
  expect(errorStatus).toEqual(Object.fromEntries(codes.map((code) => [code, contract[code][1]])));
});

describe.each(codes)('%s', (code) => {
  const error = everyError[code]();
  const [name, status] = contract[code];

  it('carries its class, code and status', () => {
    expect(error).toBeInstanceOf(RegistrarError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name, code, status, ...origin });
    expect(String(error)).toBe(`${name}: ${error.message}`);
  });

  it('says where it belongs and why, in one line', () => {
    expect(error.message).toMatch(/^namecheap: registerDomain \(example\.com\): it failed so/);
    expect(error.message).not.toMatch(/[\n.]$/);
  });

  it('always has a diagnosis: a cause, a remedy, a word for the customer', () => {
    expect(error.diagnosis.length).toBeGreaterThan(0);
    for (const { evidence, remedy, customerText } of error.diagnosis) {
      expect(evidence.every((text) => text !== '')).toBe(true);
      expect(evidence).not.toHaveLength(0);
      expect(remedy.steps).not.toHaveLength(0);
      expect(customerText).toMatch(/\S/);
    }
  });

  it('survives JSON with every field', () => {
    const json: unknown = JSON.parse(JSON.stringify(error));
    expect(json).toEqual(error.toJSON());
    const own = Object.entries(error).filter(([, value]) => value !== undefined);
    expect(json).toEqual({
      ...Object.fromEntries(own),
      message: error.message,
      status,
      retryable: error.retryable,
    });
  });

  it('may be repeated only when nothing was done and the cause passes', () => {
    const retryable = (effect: Effect, transient?: boolean): boolean =>
      everyError[code]({ effect, ...(transient === undefined ? {} : { transient }) }).retryable;
    const mayPass = !effectIsFixed.includes(code);
    expect(retryable('none')).toBe(passing.includes(code));
    expect(retryable('none', true)).toBe(mayPass);
    expect(retryable('none', false)).toBe(false);
    expect(retryable('unknown', true)).toBe(false);
    expect(retryable('applied', true)).toBe(false);
  });

  it('is recognised by its code and no other', () => {
    expect(isRegistrarError(error)).toBe(true);
    expect(codes.filter((other) => isRegistrarError(error, other))).toEqual([code]);
  });
});

describe('the message', () => {
  it('leaves the subject out where there is none', () => {
    const { provider, operation } = origin;
    const error = new TimeoutError({ provider, operation, detail: 'it failed so' });
    expect(error.message).toBe('namecheap: registerDomain: it failed so');
  });
});

describe('isRegistrarError', () => {
  test.each([
    [undefined],
    [null],
    ['TIMEOUT'],
    [new Error('TIMEOUT')],
    [{ code: 'TIMEOUT' }],
    [Object.assign(new Error('x'), { code: 'TIMEOUT', name: 'TimeoutError' })],
    [everyError.TIMEOUT().toJSON()],
    [() => everyError.TIMEOUT()],
  ])('says no to %p', (value) => {
    expect(isRegistrarError(value)).toBe(false);
    expect(isRegistrarError(value, 'TIMEOUT')).toBe(false);
  });
});
