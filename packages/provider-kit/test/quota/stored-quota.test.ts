import type { QuotaAdmission, QuotaLimits, QuotaStore } from '@registrar-kit/core';
import { describe, expect, it } from '@jest/globals';
import { quotaFor } from '@registrar-kit/provider-kit';
import { caught } from '../support/caught.js';
import { FakeClock, settled } from '../support/fake-clock.js';
import { testCall } from '../support/test-call.js';

const scope = { provider: 'example', host: 'api.example.com', account: 'someone' };
const limits: QuotaLimits = {
  api: { windows: [{ limit: 100, windowMs: 1000 }], countsFrom: 'start' },
};
const key = { ...scope, bucket: 'api' };

/** A store that gives the prepared answers, and then admits. */
function storeOf(
  ...answers: readonly (QuotaAdmission | Error)[]
): QuotaStore & { readonly log: unknown[] } {
  const log: unknown[] = [];
  const rest = [...answers];
  return {
    log,
    admit: async (asked) => {
      log.push(['admit', asked]);
      const answer = rest.shift() ?? { admitted: true, ticket: 'ticket' };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    complete: async (asked, ticket) => void log.push(['complete', asked, ticket]),
    pause: async (asked, forMs) => void log.push(['pause', asked, forMs]),
  };
}

describe('a quota with a store', () => {
  it('needs a slot of both, and gives both back', async () => {
    const store = storeOf();
    const quota = quotaFor(scope, limits, { clock: new FakeClock(), quotaStore: store });
    const pass = await quota.enter('api', testCall());
    expect(quota.snapshot().api?.running).toBe(1);
    pass.leave();
    expect(store.log).toEqual([
      ['admit', key],
      ['complete', key, 'ticket'],
    ]);
    expect(quota.snapshot().api?.running).toBe(0);
  });

  it('waits as long as the store says and asks again', async () => {
    const clock = new FakeClock();
    const store = storeOf({ admitted: false, waitMs: 3000 }, { admitted: false, waitMs: 500 });
    const quota = quotaFor(scope, limits, { clock, quotaStore: store });
    const call = testCall();
    let entered = false;
    void quota.enter('api', call).then(() => (entered = true));
    await clock.advance(3499);
    expect(entered).toBe(false);
    await clock.advance(1);
    expect(entered).toBe(true);
    expect(call.events).toMatchObject([{ type: 'quota.waiting', bucket: 'api', waitMs: 3000 }]);
  });

  it.each([
    ['cancel', { code: 'CANCELLED', effect: 'none' }],
    [
      'reachDeadline',
      { code: 'RATE_LIMITED', source: 'quota', retryAfterMs: 3000, effect: 'none' },
    ],
  ] as const)('stops waiting on %s and gives its place back', async (how, expected) => {
    const clock = new FakeClock();
    const store = storeOf({ admitted: false, waitMs: 3000 });
    const quota = quotaFor(scope, limits, { clock, quotaStore: store });
    const call = testCall();
    const waiting = caught(quota.enter('api', call));
    await settled();
    call[how]();
    expect(await waiting).toMatchObject(expected);
    expect(quota.snapshot().api?.running).toBe(0);
    expect(clock.sleeping).toBe(0);
  });

  it('goes on by itself when the store cannot be reached, and says so', async () => {
    const store = storeOf(new Error('CANARY'));
    const quota = quotaFor(scope, limits, { clock: new FakeClock(), quotaStore: store });
    const call = testCall();
    const pass = await quota.enter('api', call);
    pass.leave();
    expect(call.events).toMatchObject([{ type: 'quota.degraded', bucket: 'api' }]);
    expect(JSON.stringify(call.events)).not.toContain('CANARY');
    expect(store.log).toEqual([['admit', key]]);
  });

  it('hands a pause on', () => {
    const store = storeOf();
    const quota = quotaFor(scope, limits, { clock: new FakeClock(), quotaStore: store });
    quota.pause('api', 2000, testCall());
    expect(store.log).toEqual([['pause', key, 2000]]);
    expect(quota.snapshot().api?.pausedForMs).toBe(2000);
  });
});
