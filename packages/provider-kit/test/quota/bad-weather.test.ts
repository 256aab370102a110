import type { Clock, QuotaBucket } from '@registrar-kit/core';
import { describe, expect, it } from '@jest/globals';
import { quotaFor, type Quota } from '@registrar-kit/provider-kit';
import { caught } from '../support/caught.js';
import { FakeClock, settled } from '../support/fake-clock.js';
import { testCall } from '../support/test-call.js';

const scope = { provider: 'example', host: 'api.example.com', account: 'someone' };
const bucket: QuotaBucket = {
  windows: [
    { limit: 2, windowMs: 1000 },
    { limit: 5, windowMs: 60_000 },
  ],
  countsFrom: 'completion',
};

/** Puts requests into the line that take no time, and answers when each started. */
function queue(quota: Quota, clock: Clock, count: number): number[] {
  const starts: number[] = [];
  for (let each = 0; each < count; each += 1)
    void quota.enter('api', testCall()).then((pass) => {
      starts.push(clock.elapsed());
      pass.leave();
    });
  return starts;
}

describe('a clock that is set', () => {
  it.each([
    ['back by an hour', -3_600_000],
    ['ahead by an hour', 3_600_000],
  ])('%s changes nothing: time is what has passed', async (_, byMs) => {
    class SetClock extends FakeClock {
      setBy = 0;
      override now(): number {
        return super.now() + this.setBy;
      }
    }
    const clock = new SetClock();
    const quota = quotaFor(scope, { api: bucket }, { clock });
    const starts = queue(quota, clock, 8);
    await settled();
    expect(starts).toEqual([0, 0]);
    clock.setBy = byMs;
    await clock.advance(999);
    expect(starts).toEqual([0, 0]);
    await clock.advance(59_001);
    expect(starts).toEqual([0, 0, 1000, 1000, 2000, 60_000, 60_000]);
    await clock.advance(1000);
    expect(starts).toHaveLength(8);
  });
});

describe('a machine that slept for an hour', () => {
  const anHour = 3_600_000;

  /** What a sleeper wakes to: the steady clock has moved on, and timers that were due come late, all at once. */
  class SleepingClock extends FakeClock {
    #slept = 0;
    override elapsed(): number {
      return super.elapsed() + this.#slept;
    }
    sleep(ms: number): void {
      this.#slept += ms;
    }
  }

  it('starts as many as a window permits, however many waited', async () => {
    const clock = new SleepingClock();
    const quota = quotaFor(scope, { api: bucket }, { clock });
    const starts = queue(quota, clock, 20);
    await settled();
    clock.sleep(anHour);
    await clock.advance(1000);
    const woke = anHour + 1000;
    expect(starts).toEqual([0, 0, woke, woke]);
    await clock.advance(59_000);
    expect(starts).toEqual([0, 0, woke, woke, woke + 1000, woke + 1000, woke + 2000]);
  });

  it('keeps to what it sent before where the steady clock slept as well', async () => {
    const clock = new FakeClock();
    const quota = quotaFor(scope, { api: bucket }, { clock });
    const starts = queue(quota, clock, 4);
    await clock.advance(500);
    // An hour of the world passes here, and nothing of this process' time.
    await clock.advance(499);
    expect(starts).toEqual([0, 0]);
    await clock.advance(1);
    expect(starts).toEqual([0, 0, 1000, 1000]);
  });

  it('lets a pause end with the sleep', async () => {
    const clock = new SleepingClock();
    const quota = quotaFor(scope, { api: bucket }, { clock });
    quota.pause('api', 300_000, testCall());
    const starts = queue(quota, clock, 1);
    await settled();
    expect(starts).toEqual([]);
    clock.sleep(anHour);
    expect(quota.snapshot()['api']).toMatchObject({ pausedForMs: 0, nextSlotMs: { bulk: 0 } });
    await quota.enter('api', testCall());
    expect(starts).toEqual([anHour]);
  });
});

it('a full line refuses at once, says why, and takes the next one when there is room', async () => {
  const clock = new FakeClock();
  const full: QuotaBucket = { ...bucket, maxWaiting: 3 };
  const quota = quotaFor(scope, { api: full }, { clock });
  const starts = queue(quota, clock, 5);
  await settled();
  expect(await caught(quota.enter('api', testCall()))).toMatchObject({
    code: 'RATE_LIMITED',
    source: 'quota',
    effect: 'none',
    message: expect.stringContaining('3 requests wait for "api" in lane "interactive" already'),
  });
  await clock.advance(1000);
  expect(starts).toHaveLength(4);
  queue(quota, clock, 1);
  await settled();
  expect(quota.snapshot()['api']?.waiting).toEqual({ interactive: 2, bulk: 0 });
});
