import type { StreamProgress } from '@registrar-kit/core';
import type { Progress } from '../output/progress.js';

const cells = 16;

/** Shows how far a long check is, how fast it goes and how long it will take; what it waits for is shown beside it. */
export class CheckProgress {
  readonly #progress: Progress;
  readonly #startedAt: number;
  readonly #now: () => number;

  constructor(progress: Progress, now: () => number = () => performance.now()) {
    this.#progress = progress;
    this.#now = now;
    this.#startedAt = now();
  }

  show(how: StreamProgress): void {
    this.#progress.show(progressText(how, this.#now() - this.#startedAt), bar(how));
  }
}

/** How far, how fast, how long still. The rate is that of this run, waits for the rate limit included. */
export function progressText(
  { done, total, resumedAt }: StreamProgress,
  elapsedMs: number,
): string {
  const how = `${String(done)}/${String(total)}`;
  const perSecond = ((done - resumedAt) * 1000) / elapsedMs;
  if (!Number.isFinite(perSecond) || perSecond <= 0) return how;
  return `${how}, ${rateText(perSecond)}, ${timeText((total - done) / perSecond)} left`;
}

function bar({ done, total }: StreamProgress): string {
  const full = Math.floor((cells * done) / total);
  return `[${'='.repeat(full)}${' '.repeat(cells - full)}]`;
}

function rateText(perSecond: number): string {
  return perSecond >= 10 ? `${perSecond.toFixed(0)}/s` : `${perSecond.toFixed(1)}/s`;
}

function timeText(seconds: number): string {
  if (seconds < 90) return `${String(Math.ceil(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${String(minutes)} min` : `${(minutes / 60).toFixed(1)} h`;
}
