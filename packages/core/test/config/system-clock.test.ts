import { describe, expect, it } from '@jest/globals';
import { systemClock } from '@registrar-kit/core';
import { rejectionOf } from '../support/thrown-by.js';

describe('systemClock', () => {
  it('never goes back', () => {
    const earlier = systemClock.elapsed();
    expect(systemClock.elapsed()).toBeGreaterThanOrEqual(earlier);
  });

  it('waits', async () => {
    const from = systemClock.elapsed();
    await systemClock.delay(20);
    // Timers may fire a little early.
    expect(systemClock.elapsed() - from).toBeGreaterThanOrEqual(18);
  });

  it('stops waiting with the reason of the signal', async () => {
    const controller = new AbortController();
    const waiting = rejectionOf(systemClock.delay(60_000, controller.signal));
    controller.abort('enough');
    expect(await waiting).toBe('enough');
    expect(await rejectionOf(systemClock.delay(60_000, controller.signal))).toBe('enough');
  });
});
