import { setTimeout as delay } from 'node:timers/promises';
import type { QuotaBucket } from '@registrar-kit/core';
import type { Figures } from '../benchmark.js';
import { readReport, sendTo } from './counting-vendor.js';
import { idealSpanMs, unusedPercent } from './ideal-span.js';
import type { SchedulerKind } from './scheduler.js';

/** One load, all of which is there from the beginning. */
export interface ShareScene {
  readonly name: string;
  readonly windows: QuotaBucket['windows'];
  readonly latencyMs: number;
  readonly calls: number;
  readonly mixedLanes: boolean;
}

export interface ShareSetting {
  readonly url: string;
  readonly scenes: readonly ShareScene[];
}

/** So that the server, which has one thread, is not held up by hundreds of connections that open in the same moment. */
const APART_MS = 300;

/** All scenes side by side, each an account of its own: they do little but wait. */
export async function measureShare(
  { url, scenes }: ShareSetting,
  kind: SchedulerKind,
): Promise<Figures> {
  const run = `${process.pid}-${Date.now()}`;
  const figures = scenes
    .filter(({ mixedLanes, windows }) => {
      const fits = windows.length === 1 || kind.hasNestedWindows;
      return fits && (!mixedLanes || kind.hasLanes);
    })
    .map(async (scene, index) => {
      await delay(index * APART_MS);
      return measureScene(url, `${run}-${scene.name}`, scene, kind);
    });
  return Object.assign({}, ...(await Promise.all(figures))) as Figures;
}

async function measureScene(
  url: string,
  run: string,
  { name, windows, latencyMs, calls, mixedLanes }: ShareScene,
  { countsFrom, create }: SchedulerKind,
): Promise<Figures> {
  const schedule = await create(windows);
  const ends = Array.from({ length: calls }, (_, call) =>
    schedule(
      (sent) => sendTo(url, run, latencyMs, sent),
      mixedLanes && call % 4 === 3 ? 'interactive' : 'bulk',
    ),
  );
  await Promise.all(ends);
  const { count, spanMs, over } = await readReport(url, run, windows);
  if (count !== calls) throw new Error(`${name}: ${count} of ${calls} requests arrived`);
  const idealMs = idealSpanMs({ windows, countsFrom }, calls, latencyMs);
  return { [`${name}Unused`]: unusedPercent(idealMs, spanMs), [`${name}Over`]: over };
}
