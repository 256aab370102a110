import { describe, expect, it } from '@jest/globals';
import { ManualClock, SimulatedQuota, simulatedWindows } from '@registrar-kit/testing';

const second = { limit: 1, windowMs: 1000 };
const minute = { limit: 3, windowMs: 60_000 };

describe('the simulated quota', () => {
  it('rolls: a request counts until it is as old as the window', async () => {
    const clock = new ManualClock(0);
    const quota = new SimulatedQuota({ windows: [minute], clock });
    for (const wait of [0, 10_000, 10_000]) {
      await clock.advance(wait);
      expect(quota.arrive('a').admitted).toBe(true);
    }
    expect(quota.arrive('a')).toEqual({ admitted: false, window: minute, retryAfterMs: 40_000 });
    await clock.advance(39_999);
    expect(quota.arrive('a')).toMatchObject({ admitted: false, retryAfterMs: 1 });
    await clock.advance(1);
    expect(quota.arrive('a').admitted).toBe(true);
    expect(quota.arrive('a')).toMatchObject({ retryAfterMs: 10_000 });
  });

  it('names the window that is full and counts each key by itself', async () => {
    const clock = new ManualClock(0);
    const quota = new SimulatedQuota({ windows: [second, minute], clock });
    for (let round = 0; round < 3; round += 1) {
      expect(quota.arrive('a').admitted).toBe(true);
      expect(quota.arrive('a')).toMatchObject({ window: second, retryAfterMs: 1000 });
      await clock.advance(1000);
    }
    expect(quota.arrive('a')).toMatchObject({ window: minute, retryAfterMs: 57_000 });
    expect(quota.arrive('b').admitted).toBe(true);
  });

  it('counts refused requests where the vendor does', async () => {
    const clock = new ManualClock(0);
    const options = { windows: [second], clock };
    const strict = new SimulatedQuota({ ...options, countsRefused: true });
    const lenient = new SimulatedQuota(options);
    for (const quota of [strict, lenient]) quota.arrive('a');
    await clock.advance(600);
    for (const quota of [strict, lenient]) expect(quota.arrive('a').admitted).toBe(false);
    await clock.advance(600);
    expect(strict.arrive('a')).toMatchObject({ admitted: false, retryAfterMs: 400 });
    expect(lenient.arrive('a').admitted).toBe(true);
  });

  it('limits how many are under way', () => {
    const clock = new ManualClock(0);
    const quota = new SimulatedQuota({ windows: [], maxConcurrent: 1, clock });
    const first = quota.arrive('a');
    expect(quota.arrive('a')).toEqual({ admitted: false, retryAfterMs: 0 });
    if (!first.admitted) throw new Error('the first one must be admitted');
    first.done();
    first.done();
    expect(quota.arrive('a').admitted).toBe(true);
    expect(quota.arrive('a').admitted).toBe(false);
  });
});

describe('simulatedWindows', () => {
  it('are the ones of the vendor unless others are wished for', () => {
    expect(simulatedWindows([second])).toEqual([second]);
    expect(simulatedWindows([second], { windows: [] })).toEqual([]);
  });

  it('are shorter by a factor, and never without length', () => {
    expect(simulatedWindows([second], { speed: 3 })).toEqual([{ ...second, windowMs: 333 }]);
    expect(simulatedWindows([second], { speed: 10_000 })).toEqual([{ ...second, windowMs: 1 }]);
  });
});
