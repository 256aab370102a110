import { describe, expect, it } from '@jest/globals';
import {
  isRegistrarError,
  type AnyRegistrarError,
  type ErrorCode,
  type Finding,
  type InputIssue,
  type OperationHandle,
  type RateLimitError,
  type RegistrarError,
} from '@registrar-kit/core';
import { expectTypeOf } from 'expect-type';
import { match } from 'ts-pattern';
import { everyError } from '../support/every-error.js';

// Compiles only while every code is named; a new error class breaks this here, and so a caller's own match.
function actorOf(error: AnyRegistrarError): string {
  return match(error)
    .with({ code: 'AUTHENTICATION_FAILED' }, ({ reason }) => `credentials: ${reason}`)
    .with({ code: 'ACCESS_DENIED' }, ({ observedAddress }) => `address: ${String(observedAddress)}`)
    .with({ code: 'RATE_LIMITED' }, ({ retryAfterMs }) => `wait: ${String(retryAfterMs)}`)
    .with({ code: 'INVALID_INPUT' }, { code: 'CONFIGURATION_INVALID' }, ({ issues }) =>
      issues.map(({ path }) => path).join(),
    )
    .with({ code: 'INSUFFICIENT_FUNDS' }, () => 'pay')
    .with({ code: 'DOMAIN_NOT_FOUND' }, { code: 'DOMAIN_UNAVAILABLE' }, ({ domain }) =>
      String(domain),
    )
    .with({ code: 'INVALID_DOMAIN_STATE' }, ({ state }) => String(state))
    .with(
      { code: 'PRICE_CHANGED' },
      ({ agreed, current }) => `${String(agreed?.amount)} ${String(current?.amount)}`,
    )
    .with({ code: 'CANCELLED' }, { code: 'TIMEOUT' }, ({ effect }) => effect)
    .with({ code: 'UNSUPPORTED_OPERATION' }, ({ reason }) => reason)
    .with({ code: 'PROVIDER_ERROR' }, ({ vendor }) => String(vendor?.code))
    .with({ code: 'UNEXPECTED_RESPONSE' }, ({ kind }) => kind)
    .with({ code: 'PROVIDER_UNAVAILABLE' }, () => 'wait')
    .with({ code: 'TRANSPORT_FAILED' }, ({ phase }) => phase)
    .with({ code: 'OUTCOME_UNKNOWN' }, ({ handle }) => handle.id)
    .exhaustive();
}

describe('AnyRegistrarError', () => {
  it('closes under an exhaustive match on its code', () => {
    for (const errorOf of Object.values(everyError))
      expect(actorOf(errorOf())).toEqual(expect.any(String));
  });

  it('does not close while a code is missing', () => {
    const incomplete = (error: AnyRegistrarError) =>
      match(error).with({ code: 'TIMEOUT' }, () => 'late');
    // @ts-expect-error seventeen codes are not handled
    expect(() => void incomplete(everyError.CANCELLED()).exhaustive()).toThrow();
  });

  it('has exactly one class for each code', () => {
    expectTypeOf<AnyRegistrarError['code']>().toEqualTypeOf<ErrorCode>();
    expectTypeOf<AnyRegistrarError>().toExtend<RegistrarError>();
    expectTypeOf<
      Extract<AnyRegistrarError, { code: 'RATE_LIMITED' }>
    >().toEqualTypeOf<RateLimitError>();
  });

  it('is what isRegistrarError finds, narrowed by the code', () => {
    const error: unknown = everyError.INVALID_INPUT();
    if (isRegistrarError(error)) expectTypeOf(error).toEqualTypeOf<AnyRegistrarError>();
    if (isRegistrarError(error, 'RATE_LIMITED'))
      expectTypeOf(error.retryAfterMs).toEqualTypeOf<number | undefined>();
    if (isRegistrarError(error, 'OUTCOME_UNKNOWN'))
      expectTypeOf(error.handle).toEqualTypeOf<OperationHandle>();
    if (isRegistrarError(error, 'INVALID_INPUT'))
      expectTypeOf(error.issues).toEqualTypeOf<readonly InputIssue[]>();
    // @ts-expect-error no such code
    expect(isRegistrarError(error, 'NO_SUCH_CODE')).toBe(false);
  });

  it('always has a first finding', () => {
    expectTypeOf<AnyRegistrarError['diagnosis']>().toEqualTypeOf<
      readonly [Finding, ...Finding[]]
    >();
  });
});
