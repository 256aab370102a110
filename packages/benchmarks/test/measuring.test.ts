import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { measureRun } from '../src/measuring/measure-run.js';
import { watchLoop } from '../src/measuring/watch-loop.js';
import { syntheticPriceList } from '../src/price-list/synthetic-price-list.js';

/** Keeps the event loop busy in one go. */
function block(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe('watchLoop', () => {
  it.each<[where: string, job: () => Promise<void>]>([
    [
      'in the middle',
      async () => {
        await delay(5);
        block(120);
        await delay(5);
      },
    ],
    [
      'at the very end',
      async () => {
        await delay(5);
        block(120);
      },
    ],
    ['before anything else', async () => block(120)],
  ])('sees a stall %s', async (_, job) => {
    const stop = watchLoop();
    await job();
    const { longestStallMs, longestOwnStallMs = longestStallMs } = stop();
    expect(longestStallMs).toBeGreaterThanOrEqual(119);
    // What others had of the processor meanwhile is taken away, and nothing is added.
    expect(longestOwnStallMs).toBeGreaterThan(5);
    expect(longestOwnStallMs).toBeLessThanOrEqual(longestStallMs);
    expect(longestStallMs).toBeLessThan(1000);
  });

  it('tells many short steps from a long one', async () => {
    const stop = watchLoop();
    for (let step = 0; step < 60; step += 1) {
      block(5);
      await new Promise((resolve) => setImmediate(resolve));
    }
    // All of it takes 300 ms; a busy machine may hold up one step for long, but not for as long as all.
    expect(stop().longestStallMs).toBeLessThan(290);
  });
});

describe('measureRun', () => {
  it('answers the result, how long it took, and what it held', async () => {
    const bytes = 256_000_000;
    const figures = await measureRun(async () => {
      await delay(10);
      const held = Buffer.alloc(bytes, 1);
      await delay(10);
      return held.length;
    });
    expect(figures.result).toBe(bytes);
    expect(figures.durationMs).toBeGreaterThanOrEqual(19);
    // Of a process that has run other tests before, more memory may be given back meanwhile than a small piece takes.
    expect(figures.extraRssMb).toBeGreaterThan(64);
  });
});

describe('syntheticPriceList', () => {
  it('is as large as asked for, and says what is in it', () => {
    const { body, contents } = syntheticPriceList(100_000);
    expect(body.length).toBeGreaterThanOrEqual(100_000);
    expect(body.length).toBeLessThan(105_000);
    expect(body.match(/<Price /g)).toHaveLength(contents.rows);
    const cents = [...body.matchAll(/Duration="(\d+)".* YourPrice="(\d+)\.(\d\d)"/g)].map(
      ([, years, units, rest]) => Number(years) * (Number(units) * 100 + Number(rest) + 18),
    );
    expect(contents.totalCents).toBe(cents.reduce((sum, each) => sum + each, 0));
  });
});
