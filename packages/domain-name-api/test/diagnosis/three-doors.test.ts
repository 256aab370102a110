import { describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '@registrar-kit/core';
import fc from 'fast-check';
import { domainNameApi } from '../../src/index.js';
import { restCodes } from '../../src/domain-name-api-errors.js';
import { legacyCodes } from '../../src/faults/soap-codes.js';
import { textRows } from '../../src/faults/text-faults.js';

const words = fc.oneof(
  fc.constantFrom(
    '',
    'Too many requests',
    'Rate limit exceeded, retry later',
    'Çok fazla istek gönderildi, lütfen bekleyin',
    'Unauthorized',
    'Yetkisiz erişim',
    'Invalid API credentials',
    'Forbidden: access denied',
    'Bu IP adresi yetkili değil',
    'This IP address is not authorized to access.',
    'Reseller not found',
  ),
  fc.constantFrom(...textRows.map(({ contains }) => contains)),
);
const anyCode = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom(...Object.keys(restCodes), ...Object.keys(legacyCodes)),
  fc.constantFrom('0', '-1', '401', '403', '429', 'Dna.DomainService:Domain:99999', 'Volo.Abp:1'),
  fc.string({ maxLength: 10 }),
);
const anyStatus = fc.oneof(
  fc.constantFrom(200, 302, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503),
  fc.integer({ min: 200, max: 599 }),
);
const anyBody = fc.oneof(
  fc.record({ code: anyCode, message: words, details: words }).map((error) => ({
    code: error.code,
    body: JSON.stringify({ error }),
  })),
  fc.record({ code: anyCode, message: words }).map((flat) => ({
    code: flat.code,
    body: JSON.stringify(flat),
  })),
  words.map((message) => ({ body: JSON.stringify({ success: false, message }) })),
  words.map((title) => ({ body: JSON.stringify({ title, errors: { field: [title] } }) })),
  words.map((body) => ({ body })),
  words.map((text) => ({ body: `<!DOCTYPE html><html><body>${text}</body></html>` })),
  fc.string().map((body) => ({ body })),
  fc.json().map((body) => ({ body })),
);
const anyHeaders = fc.constantFrom<Record<string, string>>(
  {},
  { 'retry-after': '2' },
  { location: '/Account/Login' },
  { location: 'https://www.example.com/' },
);
const anyRequest = fc.constantFrom(
  undefined,
  { method: 'GET', url: 'https://api.domainresellerapi.com/api/v1/deposit/accounts/me' },
  { method: 'POST', url: 'https://ote.domainresellerapi.com/api/v1/domains/renew' },
);

const door: readonly (ErrorCode | undefined)[] = ['AUTHENTICATION_FAILED', 'ACCESS_DENIED'];
/** The one code of the older interface that means "too many requests". */
const legacyRateCode = '361';

describe('401, 403 and 429', () => {
  it('are never taken for each other, over 10,000 replies', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyStatus,
        anyBody,
        anyHeaders,
        anyRequest,
        async (status, reply, headers, request) => {
          const { error } = await domainNameApi.readFailure({
            status,
            body: reply.body,
            headers,
            ...(request === undefined ? {} : { request }),
          });
          const code = error?.code;
          if (status === 429) {
            expect(code).toBe('RATE_LIMITED');
            return;
          }
          const statedCode = 'code' in reply ? reply.code : undefined;
          if (status === 401 || status === 403 || statedCode !== legacyRateCode)
            expect(code).not.toBe('RATE_LIMITED');
          // A bare 401 or 403 says what it says.
          if (reply.body.trim() === '' && status === 401)
            expect(code).toBe('AUTHENTICATION_FAILED');
          if (reply.body.trim() === '' && status === 403) expect(code).toBe('ACCESS_DENIED');
          if (door.includes(code)) expect([401, 403]).toContain(error?.status);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
