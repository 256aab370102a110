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

/** All scenes at once, each an account of its own: they do little but wait. */
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
    .map((scene) => measureScene(url, `${run}-${scene.name}`, scene, kind));
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
      () => sendTo(url, run, latencyMs),
      mixedLanes && call % 4 === 3 ? 'interactive' : 'bulk',
    ),
  );
  await Promise.all(ends);
  const { count, spanMs, over } = await readReport(url, run, windows);
  if (count !== calls) throw new Error(`${name}: ${count} of ${calls} requests arrived`);
  const idealMs = idealSpanMs({ windows, countsFrom }, calls, latencyMs);
  return { [`${name}Unused`]: unusedPercent(idealMs, spanMs), [`${name}Over`]: over };
}
