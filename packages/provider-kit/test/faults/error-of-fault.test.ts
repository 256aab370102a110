import { describe, expect, it } from '@jest/globals';
import type { CallContext } from '@registrar-kit/core';
import {
  assumed,
  createRedactor,
  documented,
  errorOfFault,
  observed,
  type FaultContext,
  type FaultMeaning,
} from '@registrar-kit/provider-kit';
import { canaryKey, expectNoCanary } from '../support/canary.js';
import { testCall } from '../support/test-call.js';

function contextOf(
  retry: CallContext['retry'] = 'read',
  fields: Partial<FaultContext> = {},
): FaultContext {
  return {
    call: testCall({ retry }),
    reply: { status: 400, headers: {}, body: '' },
    redact: createRedactor([canaryKey]),
    evidence: {},
    now: 0,
    ...fields,
  };
}

const meanings: readonly (readonly [FaultMeaning, code: string, details: object])[] = [
  ['unauthorized', 'AUTHENTICATION_FAILED', { reason: 'unauthorized' }],
  ['invalid_api_key', 'AUTHENTICATION_FAILED', { reason: 'invalid_api_key' }],
  ['unknown_account', 'AUTHENTICATION_FAILED', { reason: 'unknown_account' }],
  ['ip_not_allowed', 'ACCESS_DENIED', { reason: 'ip_not_allowed' }],
  ['account_locked', 'ACCESS_DENIED', { reason: 'account_locked' }],
  ['not_domain_owner', 'ACCESS_DENIED', { reason: 'not_domain_owner' }],
  ['operation_not_allowed', 'ACCESS_DENIED', { reason: 'operation_not_allowed' }],
  ['access_refused', 'ACCESS_DENIED', { reason: 'unspecified' }],
  ['throttled', 'RATE_LIMITED', { source: 'registrar', retryable: true }],
  ['invalid_input', 'INVALID_INPUT', { issues: [expect.objectContaining({ path: 'input' })] }],
  ['insufficient_funds', 'INSUFFICIENT_FUNDS', {}],
  ['price_changed', 'PRICE_CHANGED', { current: undefined }],
  ['domain_not_found', 'DOMAIN_NOT_FOUND', {}],
  ['name_taken', 'DOMAIN_UNAVAILABLE', {}],
  ['tld_not_sold', 'DOMAIN_UNAVAILABLE', {}],
  ['wrong_state', 'INVALID_DOMAIN_STATE', {}],
  ['not_supported', 'UNSUPPORTED_OPERATION', {}],
  ['registry_fault', 'PROVIDER_ERROR', { retryable: false }],
  ['provider_fault', 'PROVIDER_ERROR', { retryable: true }],
  ['provider_unavailable', 'PROVIDER_UNAVAILABLE', { retryable: true }],
  ['wrong_path', 'UNEXPECTED_RESPONSE', { kind: 'wrong_status' }],
  ['unclassified', 'PROVIDER_ERROR', { retryable: false }],
];
const broken: readonly FaultMeaning[] = [
  'throttled',
  'registry_fault',
  'provider_fault',
  'provider_unavailable',
];

describe('errorOfFault', () => {
  it.each(meanings)('makes of %s a %s', (meaning, code, details) => {
    const error = errorOfFault(documented(meaning, 'it says so', 'page 1'), contextOf());
    expect(error).toMatchObject({ code, effect: 'none', ...details });
    expect(error.message).toContain('it says so');
    expect(error.vendor).toEqual({ httpStatus: 400 });
  });

  it.each(meanings)('knows whether %s leaves a change undone', (meaning) => {
    const row = observed(meaning, 'it says so', 'seen');
    const effect = broken.includes(meaning) ? 'unknown' : 'none';
    expect(errorOfFault(row, contextOf('never', { code: '7' })).effect).toBe(effect);
    const reply = { status: 500, headers: {}, body: '' };
    expect(errorOfFault(row, contextOf('never', { reply })).effect).toBe('unknown');
  });

  it('calls nothing undone by an answer that says nothing', () => {
    const row = assumed('unclassified', 'the request was refused', 'no row');
    expect(errorOfFault(row, contextOf('never')).effect).toBe('unknown');
    expect(errorOfFault(row, contextOf('never', { message: 'No.' })).effect).toBe('none');
  });

  it('keeps code and words of the vendor, bounded and without secrets', () => {
    const message = `Refused\n key ${canaryKey}: ${'x'.repeat(1000)}.`;
    const code = `E-${canaryKey}`;
    const row = assumed('unclassified', 'the request was refused', 'no row');
    const error = errorOfFault(row, contextOf('read', { code, message }));
    expectNoCanary(error, error.toJSON());
    expect(error.vendor?.code).toBe('E-[redacted]');
    expect(error.vendor?.message).toMatch(/^Refused key \[redacted\]: x+\.\.$/);
    expect(error.vendor?.message?.length).toBeLessThanOrEqual(300);
    expect(error.message).toContain('(E-[redacted])');
  });

  it('names the field that the vendor names before the one of the row', () => {
    const row = documented('invalid_input', 'it is invalid', 'page 1', { field: 'years' });
    const pathOf = (fields: Partial<FaultContext>) => {
      const { issues } = errorOfFault(row, contextOf('read', fields)).toJSON();
      return issues;
    };
    expect(pathOf({})).toMatchObject([{ path: 'years' }]);
    expect(pathOf({ field: 'contacts.tech' })).toMatchObject([{ path: 'contacts.tech' }]);
  });

  it('waits as long as the vendor asks', () => {
    const reply = { status: 429, headers: { 'retry-after': '7' }, body: '' };
    const error = errorOfFault(
      documented('throttled', 'too many', 'page 1'),
      contextOf('read', { reply, endpoint: '/bulk' }),
    );
    expect(error).toMatchObject({ retryAfterMs: 7000, endpoint: '/bulk' });
  });

  it('ranks the causes of the row', () => {
    const causes = ['account_standing'] as const;
    const row = observed('access_refused', 'it is refused', 'seen', { causes });
    expect(errorOfFault(row, contextOf()).diagnosis[0].cause).toBe('account_standing');
  });
});
