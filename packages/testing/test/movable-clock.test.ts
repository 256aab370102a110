import { describe, expect, it } from '@jest/globals';
import { MovableClock, RegistryWorld } from '@registrar-kit/testing';
import { systemClock } from '@registrar-kit/core';

const hourMs = 3_600_000;

describe('a clock that goes by itself', () => {
  it('can be moved ahead and back, both its faces', async () => {
    const clock = new MovableClock();
    const [now, elapsed] = [clock.now(), clock.elapsed()];
    await clock.advance(hourMs);
    expect(clock.advancedMs).toBe(hourMs);
    expect(clock.now() - now).toBeGreaterThanOrEqual(hourMs);
    expect(clock.elapsed() - elapsed).toBeGreaterThanOrEqual(hourMs);
    clock.rewindTo(0);
    expect(clock.now() - now).toBeLessThan(hourMs);
    await expect(clock.advance(-1)).rejects.toThrow('time does not go back');
  });

  it('ends delays in their order, each at its own instant, and those that they start', async () => {
    const clock = new MovableClock();
    const seen: [string, boolean][] = [];
    const note = (name: string, dueMs: number) => {
      seen.push([name, clock.advancedMs <= dueMs]);
    };
    const late = clock.delay(2 * hourMs).then(() => note('late', 2 * hourMs));
    const early = clock
      .delay(hourMs)
      .then(() => note('early', hourMs))
      .then(() => clock.delay(hourMs / 2))
      .then(() => note('next', 1.5 * hourMs));
    await clock.advance(3 * hourMs);
    await Promise.all([late, early]);
    expect(seen).toEqual([
      ['early', true],
      ['next', true],
      ['late', true],
    ]);
  });

  it('ends a delay by itself, or when its caller does', async () => {
    const clock = new MovableClock();
    await clock.delay(1);
    const caller = new AbortController();
    const delayed = clock.delay(hourMs, caller.signal);
    caller.abort('enough');
    await expect(delayed).rejects.toBe('enough');
    await expect(clock.delay(1, caller.signal)).rejects.toBe('enough');
  });
});

it('keeps no process alive for what was begun before it went back', async () => {
  const running = () =>
    process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
  const clock = new MovableClock();
  const before = running();
  void clock.delay(hourMs);
  expect(running()).toBe(before + 1);
  clock.rewindTo(0);
  expect(running()).toBe(before);
  // Nobody wakes it either.
  await clock.advance(2 * hourMs);
});

describe('the time of a world', () => {
  it('is moved in days and smaller units', async () => {
    const world = new RegistryWorld();
    const before = world.clock.now();
    await world.advanceTime({ days: 1, hours: 1, minutes: 1, seconds: 1 });
    expect(world.clock.now() - before).toBeGreaterThanOrEqual(90_061_000);
  });

  it.each([
    [{ weeks: 1 }, 'there is no unit of time "weeks"; choose from days, hours, minutes, seconds'],
    [{ days: -1 }, 'days must be a number from 0'],
    [{ days: '1' }, 'days must be a number from 0'],
  ])('%j is refused', async (span, problem) => {
    await expect(new RegistryWorld().advanceTime(span as never)).rejects.toThrow(problem);
  });

  it('stays where its clock is not ours to move', async () => {
    const world = new RegistryWorld({ clock: systemClock });
    await expect(world.advanceTime({ days: 1 })).rejects.toThrow(
      "the world's clock cannot be moved",
    );
  });
});
