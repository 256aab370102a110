import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { restCodes } from '../../src/domain-name-api-errors.js';
import { legacyCodes } from '../../src/faults/soap-codes.js';
import { textRows } from '../../src/faults/text-faults.js';
import { readErrorBody } from '../../src/reply/error-body.js';
import { findFault } from '../../src/reply/find-fault.js';

function meaningOf(status: number, body?: unknown, operation = 'getDomain'): string {
  return findFault(status, readErrorBody(body), operation).row.meaning;
}

const abp = (error: object) => ({
  error: { code: null, message: null, details: null, data: {}, validationErrors: null, ...error },
});

describe('findFault', () => {
  it.each([
    // The code decides before the status.
    ['a code at 404', 404, abp({ code: 'Dna.DomainService:Domain:10007' }), 'domain_not_found'],
    [
      'a code at 403, which is no matter of permission',
      403,
      abp({ code: 'Dna.DomainService:Domain:10007' }),
      'domain_not_found',
    ],
    ['a code at 500', 500, abp({ code: 'Dna.DomainService:Epp:10001' }), 'registry_fault'],
    [
      'a code of which only the end is known',
      400,
      abp({ code: 'Dna.DnsService:ZoneClient:10006' }),
      'other_not_found',
    ],
    [
      'an unknown business code at 403',
      403,
      abp({ code: 'Dna.DomainService:Domain:10999', message: 'x' }),
      'unclassified',
    ],
    [
      'an unknown business code at 404',
      404,
      abp({ code: 'Dna.DomainService:Domain:10999', message: 'x' }),
      'unclassified',
    ],
    [
      'an unknown code of another kind at 403',
      403,
      abp({ code: 'Some.Other:010001', message: 'x' }),
      'access_refused',
    ],
    [
      'an unknown business code at 401',
      401,
      abp({ code: 'Dna.Auth:10001', message: 'x' }),
      'unauthorized',
    ],
    ['a code of the older interface', 403, abp({ code: 2302, message: 'x' }), 'already_exists'],
    ['a number that only repeats the status', 404, { code: 404, message: 'x' }, 'domain_not_found'],
    ['a number that only repeats the status', 403, { code: '403', message: 'x' }, 'access_refused'],
    ['a number that says nothing', 401, { code: 0, message: 'x' }, 'unauthorized'],
    ['throttling in a code of the older interface', 400, { code: 361, message: 'x' }, 'throttled'],
    // The status decides before the text.
    ['an empty 401', 401, undefined, 'unauthorized'],
    [
      'a 401 that speaks of money',
      401,
      abp({ message: 'Insufficient reseller balance' }),
      'unauthorized',
    ],
    ['a 402', 402, { message: 'Insufficient deposit' }, 'insufficient_funds'],
    ['an empty 403', 403, undefined, 'access_refused'],
    ['a 405', 405, undefined, 'wrong_method'],
    ['a 409', 409, abp({ message: 'x' }), 'wrong_state'],
    ['a 422', 422, { title: 'One or more validation errors occurred.' }, 'invalid_input'],
    ['an empty 429', 429, undefined, 'throttled'],
    ['a 500', 500, abp({ message: 'x' }), 'provider_fault'],
    ['a 501', 501, undefined, 'provider_fault'],
    ['an empty 502', 502, undefined, 'provider_unavailable'],
    ['an empty 504', 504, undefined, 'provider_unavailable'],
    ['a 418', 418, undefined, 'unclassified'],
    // Texts where the status leaves it open.
    [
      'the vendor’s spelling',
      403,
      abp({ message: 'Insufficent reseller balance' }),
      'insufficient_funds',
    ],
    [
      'permissions, which are not money',
      403,
      abp({ message: 'Insufficient permissions' }),
      'access_refused',
    ],
    [
      'an address at 401',
      401,
      abp({ message: 'This IP is not authorized to access' }),
      'ip_not_allowed',
    ],
    [
      'an address at 403',
      403,
      abp({ message: 'This IP is NOT AUTHORIZED to access' }),
      'ip_not_allowed',
    ],
    ['an unknown reseller at 403', 403, abp({ message: 'Reseller not found.' }), 'unknown_account'],
    ['an unknown reseller at 404', 404, { message: 'Reseller not found' }, 'unknown_account'],
    [
      'a text of the vendor’s own client at 403',
      403,
      { message: 'Invalid API credentials' },
      'access_refused',
    ],
    [
      'a missing forward at 404',
      404,
      { message: 'Redirect information not found' },
      'other_not_found',
    ],
    [
      'a domain that could not be found',
      404,
      { message: 'Domain could not be found' },
      'domain_not_found',
    ],
    [
      'the notice of a .NET exception',
      403,
      abp({ message: "Exception of type 'Volo.Abp.BusinessException' was thrown." }),
      'unclassified',
    ],
    [
      'a reason behind such a notice',
      403,
      abp({
        message: "Exception of type 'Volo.Abp.BusinessException' was thrown.",
        details: 'Dna Price definition not found',
      }),
      'no_price',
    ],
    ['Turkish at 403', 403, abp({ message: 'Bu işlem için yetkiniz yok.' }), 'access_refused'],
    ['Turkish at 400', 400, abp({ message: 'Geçersiz alan adı.' }), 'invalid_input'],
    [
      'Turkish that is known',
      400,
      abp({ message: "'Record' parametresi gereklidir" }),
      'invalid_input',
    ],
    ['success: false', 200, { success: false, message: 'TLD is not supported' }, 'tld_not_sold'],
    [
      'success: false without a known reason',
      200,
      { success: false, reason: 'Something else' },
      'unclassified',
    ],
    [
      'validation errors',
      400,
      abp({
        message: 'Validation failed.',
        validationErrors: [{ message: 'x', members: ['$.period'] }],
      }),
      'invalid_input',
    ],
    [
      'ASP.NET errors',
      400,
      { title: 'One or more validation errors occurred.', errors: { DomainName: ['x'] } },
      'invalid_input',
    ],
  ])('knows %s (HTTP %i)', (_what, status, body, meaning) => {
    expect(meaningOf(status, body)).toBe(meaning);
  });

  it('takes a text for an auth code only where one was given', () => {
    const body = { message: 'Authorization problem' };
    expect(meaningOf(403, body, 'transferDomain')).toBe('auth_code');
    expect(meaningOf(403, body, 'getDomain')).toBe('access_refused');
  });

  it('tells an unknown code', () => {
    expect(
      findFault(400, readErrorBody(abp({ code: 'Dna.X:10001' })), 'getDomain').unknownCode,
    ).toBe(true);
    expect(findFault(400, readErrorBody(abp({ code: '2302' })), 'getDomain').unknownCode).toBe(
      false,
    );
    expect(
      findFault(400, readErrorBody({ code: 400, message: 'x' }), 'getDomain').unknownCode,
    ).toBe(false);
  });

  const anyText = fc.oneof(
    fc.string(),
    fc.constantFrom(
      ...textRows.map(({ contains }) => contains),
      'Too many requests',
      '429',
      'rate limit',
      'Unauthorized',
      'Forbidden',
    ),
  );
  const anyCode = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.constantFrom(...Object.keys(restCodes), ...Object.keys(legacyCodes)),
  );
  const anyBody = fc.oneof(
    fc.constant(undefined),
    fc.jsonValue(),
    fc.record({ code: anyCode, message: anyText, details: anyText }).map((error) => ({ error })),
    fc.record({ code: anyCode, message: anyText, success: fc.boolean() }),
  );

  it('never makes anything else of a 429', () => {
    fc.assert(fc.property(anyBody, (body) => meaningOf(429, body) === 'throttled'));
  });

  it('never makes a rate limit of a 401 or 403', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(401, 403),
        anyBody,
        (status, body) => meaningOf(status, body) !== 'throttled',
      ),
    );
  });

  it('never makes a rate limit of words', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 599 }),
        anyText,
        (status, message) => status === 429 || meaningOf(status, { message }) !== 'throttled',
      ),
    );
  });

  it('exchanges 401 and 403 for no other reason than a sourced text or a code', () => {
    const doors: Readonly<Record<string, number>> = {
      unauthorized: 401,
      unknown_account: 401,
      access_refused: 403,
      ip_not_allowed: 403,
      operation_not_allowed: 403,
    };
    fc.assert(
      fc.property(fc.constantFrom(401, 403), anyText, (status, message) => {
        const door = doors[meaningOf(status, { message })];
        const sourced = textRows.some(
          ({ movesDoor, contains }) =>
            movesDoor === true && message.toLowerCase().includes(contains),
        );
        return door === undefined || door === status || sourced;
      }),
    );
  });
});
