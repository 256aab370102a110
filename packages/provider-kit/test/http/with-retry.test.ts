import {
  CancelledError,
  ProviderError,
  RateLimitError,
  systemClock,
  TimeoutError,
  TransportError,
  type Clock,
} from '@registrar-kit/core';
import { describe, expect, it } from '@jest/globals';
import { withRetry } from '@registrar-kit/provider-kit';
import { caught } from '../support/caught.js';
import { FakeClock, settled } from '../support/fake-clock.js';
import { testCall, type TestCall } from '../support/test-call.js';

const broken = (call: TestCall): TransportError =>
  new TransportError({ ...call.origin, detail: 'broken', phase: 'sent' });

/** A clock that notes what it was asked for and waits for nothing. */
function impatientClock(): Clock & { readonly asked: number[] } {
  const asked: number[] = [];
  return { ...systemClock, asked, delay: async (ms) => void asked.push(ms) };
}

describe('withRetry', () => {
  it('answers what the attempt answers', async () => {
    const clock = impatientClock();
    const call = testCall();
    const result = await withRetry(call, { clock, random: () => 1 }, 'example', async (n) => n);
    expect(result).toBe(1);
    expect(call.events).toEqual([]);
  });

  it('repeats a read, with growing jitter, and tells of it', async () => {
    const clock = impatientClock();
    const call = testCall();
    const result = await withRetry(call, { clock, random: () => 0.5 }, 'example', async (n) => {
      if (n < 3) throw broken(call);
      return n;
    });
    expect(result).toBe(3);
    expect(clock.asked).toEqual([250, 500]);
    const common = {
      type: 'retry.scheduled',
      operation: 'getBalance',
      requestId: 'call-1',
      target: 'example',
      because: 'TRANSPORT_FAILED',
    };
    expect(call.events).toEqual([
      { ...common, attempt: 2, delayMs: 250 },
      { ...common, attempt: 3, delayMs: 500 },
    ]);
  });

  it('gives up after the third attempt', async () => {
    const call = testCall();
    let attempts = 0;
    const error = await caught(
      withRetry(call, { clock: impatientClock(), random: () => 0 }, 'example', async () => {
        attempts += 1;
        throw broken(call);
      }),
    );
    expect(error.code).toBe('TRANSPORT_FAILED');
    expect(attempts).toBe(3);
  });

  it('waits as long as the registrar asked', async () => {
    const clock = impatientClock();
    const call = testCall();
    await withRetry(call, { clock, random: () => 0.1 }, 'example', async (n) => {
      if (n === 1)
        throw new RateLimitError({
          ...call.origin,
          detail: 'x',
          reason: 'minute',
          source: 'registrar',
          retryAfterMs: 7000,
        });
    });
    expect(clock.asked).toEqual([7050]);
  });

  it.each([
    ['a call that may change something', 'never', broken],
    [
      'what would fail again',
      'read',
      (call: TestCall) => new ProviderError({ ...call.origin, detail: 'x' }),
    ],
    [
      'what our own quota refused',
      'read',
      (call: TestCall) =>
        new RateLimitError({
          ...call.origin,
          detail: 'x',
          reason: 'minute',
          source: 'quota',
          retryAfterMs: 1,
        }),
    ],
    [
      'what must wait long: the caller hears how long',
      'read',
      (call: TestCall) =>
        new RateLimitError({
          ...call.origin,
          detail: 'x',
          reason: 'hour',
          source: 'registrar',
          retryAfterMs: 30_001,
        }),
    ],
    ['what is no error of ours', 'read', () => new TypeError('a bug')],
    [
      'what the caller cancelled',
      'read',
      (call: TestCall) => new CancelledError({ ...call.origin, detail: 'x' }),
    ],
  ] as const)('does not repeat %s', async (_name, retry, make) => {
    const call = testCall({ retry });
    const failure = make(call);
    let attempts = 0;
    const outcome = withRetry(
      call,
      { clock: impatientClock(), random: () => 0 },
      'example',
      async () => {
        attempts += 1;
        throw failure;
      },
    );
    await expect(outcome).rejects.toBe(failure);
    expect(attempts).toBe(1);
    expect(call.events).toEqual([]);
  });

  it('repeats after the limit of one request, but not after the deadline of the call', async () => {
    const call = testCall();
    let attempts = 0;
    const run = (): Promise<void> =>
      withRetry(call, { clock: impatientClock(), random: () => 0 }, 'example', async () => {
        attempts += 1;
        if (attempts === 2) call.reachDeadline();
        throw new TimeoutError({ ...call.origin, detail: 'late' });
      });
    expect((await caught(run())).code).toBe('TIMEOUT');
    expect(attempts).toBe(2);
  });

  it.each([
    ['cancel', 'CANCELLED'],
    ['reachDeadline', 'TIMEOUT'],
  ] as const)('stops waiting at once on %s', async (how, code) => {
    const clock = new FakeClock();
    const call = testCall();
    let attempts = 0;
    const outcome = caught(
      withRetry(call, { clock, random: () => 1 }, 'example', async () => {
        attempts += 1;
        throw broken(call);
      }),
    );
    await settled();
    expect(clock.sleeping).toBe(1);
    call[how]();
    expect(await outcome).toMatchObject({ code, effect: 'none' });
    expect(attempts).toBe(1);
    expect(clock.sleeping).toBe(0);
  });
});
