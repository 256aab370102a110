import { setTimeout as delay } from 'node:timers/promises';
import type { QuotaBucket } from '@registrar-kit/core';
import type { Figures } from '../benchmark.js';
import { sendTo } from './counting-vendor.js';
import type { SchedulerKind } from './scheduler.js';

export interface WaitSetting {
  readonly url: string;
  readonly bulk: number;
  readonly customers: number;
  readonly windows: QuotaBucket['windows'];
}

/** How many in bulk start between a customer's question and its own start: none, if it gets the next slot. */
export async function measureWait(
  { url, bulk, customers, windows }: WaitSetting,
  { create }: SchedulerKind,
): Promise<Figures> {
  const schedule = await create(windows);
  const run = `${process.pid}-wait`;
  let started = 0;
  const joinedAt = performance.now();
  for (let each = 0; each < bulk; each += 1)
    schedule((sent) => {
      started += 1;
      return sendTo(url, run, 5, sent);
    }, 'bulk').catch(fail);
  const joinMs = performance.now() - joinedAt;
  const overtaken: number[] = [];
  for (let customer = 0; customer < customers; customer += 1) {
    // Now here, now there in the window.
    await delay(130 + 37 * customer);
    const before = started;
    await schedule((sent) => {
      overtaken.push(started - before);
      return sendTo(url, run, 5, sent);
    }, 'interactive');
  }
  return { overtaken: Math.max(...overtaken), joinMs };
}

function fail(error: unknown): never {
  throw error;
}
