import { expect, it, jest } from '@jest/globals';
import * as here from '@registrar-kit/core';
import { origin } from '../support/every-error.js';

// As when an ESM and a CJS build, or two versions, are loaded beside each other.
function anotherCopy(): typeof here {
  let copy: typeof here | undefined;
  jest.isolateModules(() => {
    copy = jest.requireActual<typeof here>('@registrar-kit/core');
  });
  return copy!;
}

it('recognises the errors of another copy, where instanceof cannot', () => {
  const there = anotherCopy();
  const error = new there.RateLimitError({
    ...origin,
    detail: 'too many calls',
    reason: 'minute',
    retryAfterMs: 900,
    source: 'registrar',
  });

  expect(error).not.toBeInstanceOf(here.RateLimitError);
  expect(here.isRegistrarError(error)).toBe(true);
  expect(here.isRegistrarError(error, 'RATE_LIMITED') && error.retryAfterMs).toBe(900);
  expect(here.isRegistrarError(error, 'TIMEOUT')).toBe(false);
  expect(there.isRegistrarError(new here.TimeoutError({ ...origin, detail: 'late' }))).toBe(true);
});
