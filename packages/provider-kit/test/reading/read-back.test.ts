import { describe, expect, it } from '@jest/globals';
import {
  DomainNotFoundError,
  isRegistrarError,
  RateLimitError,
  type CallContext,
} from '@registrar-kit/core';
import { notACursor, readBack } from '@registrar-kit/provider-kit';
import { testCall } from '../support/test-call.js';

async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    (value) => expect(value).toBe('an error'),
    (error: unknown) => error,
  );
}

describe('readBack', () => {
  it('answers what the reading does, which is a reading', async () => {
    const read = (call: CallContext): Promise<string> => Promise.resolve(call.retry);
    expect(await readBack(testCall({ retry: 'never' }), 'unknown', read)).toBe('read');
  });

  it.each([
    ['applied', 'the registrar confirmed the change, but reading it back failed with'],
    ['unknown', 'the registrar took the change, but reading it back failed with'],
  ] as const)(
    'fails with the effect %s of the change, whatever the reading says',
    async (...given) => {
      const [effect, words] = given;
      const call = testCall({ retry: 'never' });
      const refusal = new DomainNotFoundError({
        ...call.origin,
        detail: 'not here',
        vendor: { code: '7' },
      });
      const error = await thrownBy(readBack(call, effect, () => Promise.reject(refusal)));
      expect(error).toMatchObject({
        code: 'PROVIDER_ERROR',
        effect,
        retryable: false,
        vendor: { code: '7' },
        message: expect.stringContaining(`${words} DOMAIN_NOT_FOUND; read it again`) as unknown,
      });
    },
  );

  it('stays a rate limit, with the time to wait', async () => {
    const call = testCall({ retry: 'never' });
    const limit = new RateLimitError({
      ...call.origin,
      detail: 'too often',
      reason: 'minute',
      source: 'quota',
      retryAfterMs: 7000,
    });
    const error = await thrownBy(readBack(call, 'applied', () => Promise.reject(limit)));
    expect(error).toMatchObject({
      code: 'RATE_LIMITED',
      effect: 'applied',
      reason: 'minute',
      source: 'quota',
      retryAfterMs: 7000,
    });
  });

  it.each([
    ['CANCELLED', 'cancel'],
    ['TIMEOUT', 'reachDeadline'],
  ] as const)('is %s when the call ends meanwhile', async (code, end) => {
    const call = testCall({ retry: 'never' });
    const error = await thrownBy(
      readBack(call, 'applied', () => {
        call[end]();
        return Promise.reject(new DomainNotFoundError({ ...call.origin, detail: 'not here' }));
      }),
    );
    expect(error).toMatchObject({ code, effect: 'applied' });
  });

  it('passes a fault of the adapter on', async () => {
    const fault = new TypeError('x is not a function');
    expect(await thrownBy(readBack(testCall(), 'applied', () => Promise.reject(fault)))).toBe(
      fault,
    );
  });
});

it('a cursor of another list is refused by its path', () => {
  const error: unknown = notACursor(testCall());
  expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toMatchObject([
    { path: 'cursor', problem: 'is not a cursor of this list' },
  ]);
});
