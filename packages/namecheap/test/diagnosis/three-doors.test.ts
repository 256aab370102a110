import { describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '@registrar-kit/core';
import fc from 'fast-check';
import { namecheap } from '../../src/index.js';
import { namecheapFaults } from '../../src/faults/namecheap-faults.js';
import { errorBody } from '../support/namecheap-wire.js';

/** Numbers that the vendor's page or a capture puts at the door: who is calling, from where, with which account. */
const doorNumbers = [
  '1010101',
  '1010102',
  '1010105',
  '1011102',
  '1011105',
  '1011150',
  '1016103',
  '1017101',
  '1017103',
  '1017105',
  '1017150',
  '1017410',
  '1017411',
  '1019103',
  '1030408',
] as const;
const rateNumber = '500000';

/** Words that name one door, in the two languages that vendors write, to be put where they do not belong. */
const words = fc.constantFrom(
  '',
  'Too many requests',
  'Rate limit exceeded, retry later',
  'Çok fazla istek gönderildi',
  'Unauthorized',
  'Yetkisiz erişim',
  'API Key is invalid',
  'IP adresi yetkili değil: 203.0.113.7',
  'Forbidden: access denied',
  'Invalid request IP: 198.51.100.23',
);
const anyNumber = fc.oneof(
  fc.constantFrom(...doorNumbers),
  fc.constant(rateNumber),
  fc.constantFrom(...namecheapFaults.map(({ number }) => number)),
  fc.integer({ min: 1_000_000, max: 5_999_999 }).map(String),
);
const anyStatus = fc.oneof(
  fc.constantFrom(200, 200, 200, 400, 401, 403, 404, 405, 429, 500, 502, 503),
  fc.integer({ min: 200, max: 599 }),
);
const errors = fc.array(fc.tuple(anyNumber, words), { minLength: 1, maxLength: 3 });
type Errors = readonly (readonly [number: string, text: string])[];
const xml = errors.map((list): { errors: Errors; body: string } => ({
  errors: list,
  body: errorBody(list),
}));
const otherBody = fc
  .oneof(
    words,
    words.map((text) => `<!DOCTYPE html><html><body><h1>${text}</h1></body></html>`),
    words.map((text) => JSON.stringify({ error: text })),
    words.map((text) => `<other><Error Number="1011102">${text}</Error></other>`),
    fc.constant(errorBody([['1011102', 'x']]).slice(0, 200)),
    fc.string(),
  )
  .map((body): { errors: Errors; body: string } => ({ errors: [], body }));
const anyHeaders = fc.constantFrom<Record<string, string>>(
  {},
  { 'retry-after': '60' },
  { 'content-type': 'text/html' },
  { location: 'https://www.example.com/' },
);

async function codeOf(
  status: number,
  body: string,
  headers: Record<string, string> = {},
): Promise<ErrorCode | undefined> {
  const { error } = await namecheap.readFailure({ status, body, headers });
  return error?.code;
}

const door: readonly (ErrorCode | undefined)[] = ['AUTHENTICATION_FAILED', 'ACCESS_DENIED'];

describe('401, 403 and 429', () => {
  it('are never taken for each other, over 10,000 replies', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyStatus,
        fc.oneof({ arbitrary: xml, weight: 3 }, { arbitrary: otherBody, weight: 1 }),
        anyHeaders,
        async (status, { errors: stated, body }, headers) => {
          const code = await codeOf(status, body, headers);
          const numbers = stated.map(([number]) => number);
          const readable = status < 300 || status > 399;
          if (status === 405 || status === 429) {
            expect(code).toBe('RATE_LIMITED');
            return;
          }
          const atDoor = numbers.some((number) =>
            (doorNumbers as readonly string[]).includes(number),
          );
          const limited = numbers.includes(rateNumber);
          if (readable && atDoor) expect(door).toContain(code);
          // Beside other numbers the most telling one decides.
          if (readable && limited && new Set(numbers).size === 1) expect(code).toBe('RATE_LIMITED');
          // Neither is ever made of words or of another status.
          if (!limited) expect(code).not.toBe('RATE_LIMITED');
          if (numbers.length === 0) expect(door).not.toContain(code);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('an unlisted number of the 10111xx family ends at the door', async () => {
    const listed = new Set(namecheapFaults.map(({ number }) => number));
    for (let last = 0; last < 100; last += 1) {
      const number = `10111${String(last).padStart(2, '0')}`;
      if (listed.has(number)) continue;
      for (const text of ['', 'Too many requests', 'words nobody has seen'])
        expect([number, door.includes(await codeOf(200, errorBody([[number, text]])))]).toEqual([
          number,
          true,
        ]);
    }
  });
});
