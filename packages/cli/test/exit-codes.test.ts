import { describe, expect, it } from '@jest/globals';
import {
  AuthenticationError,
  CancelledError,
  OutcomeUnknownError,
  ProviderError,
  parseDomainName,
  type ErrorOrigin,
} from '@registrar-kit/core';
import { exitCodeOf } from '../src/exit-codes.js';
import { UsageError } from '../src/usage-error.js';

const origin: ErrorOrigin = {
  provider: 'namecheap',
  environment: 'test',
  operation: 'registerDomain',
};
const running = new AbortController().signal;
const cancelled = new CancelledError({ ...origin, detail: 'ended' });
const unknown = new OutcomeUnknownError({
  ...origin,
  detail: 'the answer was lost',
  lostBecause: 'the connection ended',
  handle: {
    id: 'order-1',
    provider: 'namecheap',
    environment: 'test',
    kind: 'registerDomain',
    domain: parseDomainName('example.com'),
  },
});

describe('the exit code', () => {
  it.each([
    ['a usage error', new UsageError('wrong'), 2],
    [
      'a refused key',
      new AuthenticationError({ ...origin, detail: 'refused', reason: 'invalid_api_key' }),
      3,
    ],
    ['a lost answer', unknown, 8],
    ['a fault of the registrar', new ProviderError({ ...origin, detail: 'failed' }), 9],
    ['a cancelled call', cancelled, 9],
    ['an internal fault', new TypeError('bug'), 9],
  ])('of %s', (_, error, code) => {
    expect(exitCodeOf(error, running)).toBe(code);
  });

  it('names the signal that ended the command', () => {
    expect(exitCodeOf(cancelled, AbortSignal.abort('SIGINT'))).toBe(130);
    expect(exitCodeOf(cancelled, AbortSignal.abort('SIGTERM'))).toBe(143);
  });

  it('tells of an order under way rather than of the signal', () => {
    expect(exitCodeOf(unknown, AbortSignal.abort('SIGINT'))).toBe(8);
  });
});
