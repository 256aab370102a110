import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@registrar-kit/testing';

describe('the manual clock', () => {
  it('stands still until it is moved', async () => {
    const clock = new ManualClock('2026-01-15T23:59:59.000Z');
    expect(clock.today()).toBe('2026-01-15');
    expect(clock.elapsed()).toBe(0);
    await clock.advance(1000);
    expect(clock.today()).toBe('2026-01-16');
    expect(clock.elapsed()).toBe(1000);
    expect(clock.now()).toBe(Date.parse('2026-01-16T00:00:00.000Z'));
  });

  it('ends delays in their order, each at its own instant', async () => {
    const clock = new ManualClock(0);
    const woken: [string, number][] = [];
    const sleep = (name: string, ms: number) =>
      clock.delay(ms).then(() => woken.push([name, clock.now()]));
    void sleep('late', 300);
    void sleep('early', 100);
    void sleep('never', 1000);
    expect(clock.waiting).toBe(3);
    await clock.advance(400);
    expect(woken).toEqual([
      ['early', 100],
      ['late', 300],
    ]);
    expect(clock.waiting).toBe(1);
    expect(clock.now()).toBe(400);
  });

  it('lets a chain of delays run within one advance', async () => {
    const clock = new ManualClock(0);
    const seen: number[] = [];
    const chain = (async () => {
      for (let round = 0; round < 3; round += 1) {
        await clock.delay(50);
        seen.push(clock.now());
      }
    })();
    await clock.advance(200);
    await chain;
    expect(seen).toEqual([50, 100, 150]);
    expect(clock.now()).toBe(200);
  });

  it('rejects a delay with the reason of its signal', async () => {
    const clock = new ManualClock(0);
    const reason = { because: 'test' };
    const aborter = new AbortController();
    const waiting = clock.delay(100, aborter.signal);
    aborter.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(clock.delay(100, aborter.signal)).rejects.toBe(reason);
    expect(clock.waiting).toBe(0);
    await expect(clock.delay(0)).resolves.toBeUndefined();
  });

  it('refuses to go back and to start nowhere', async () => {
    await expect(new ManualClock().advance(-1)).rejects.toThrow('time does not go back');
    expect(() => new ManualClock('yesterday')).toThrow('"yesterday" is not an instant');
  });
});
