import type { QuotaBucket, QuotaWindow } from '@registrar-kit/core';

/** Longer windows are too long to wait for. */
const LONGEST_WAITED_OUT_MS = 61_000;
/** What was permitted just before may be on its way. */
const ON_ITS_WAY_MS = 1000;

/** A part of a bucket, for a process that cannot ask how much of it the others use. */
export function shareOf(bucket: QuotaBucket, share: number): QuotaBucket {
  const { maxConcurrent } = bucket;
  return {
    ...bucket,
    windows: bucket.windows.map((window) => partOf(window, share)),
    ...(maxConcurrent === undefined
      ? {}
      : { maxConcurrent: Math.max(1, Math.floor(maxConcurrent * share)) }),
  };
}

/** Less than one request in a window is one request in a longer one. */
function partOf({ limit, windowMs }: QuotaWindow, share: number): QuotaWindow {
  const part = limit * share;
  return part >= 1
    ? { limit: Math.floor(part), windowMs }
    : { limit: 1, windowMs: Math.ceil(windowMs / part) };
}

/**
 * How long a process that has lost sight of the others holds still before it takes its part: what they have sent by then may
 * have used up a window. A window of hours is not waited out; there the part itself must do.
 */
export function holdAfterLossMs({ windows }: QuotaBucket): number {
  const lengths = windows.map(({ windowMs }) => windowMs);
  return Math.max(0, ...lengths.filter((ms) => ms <= LONGEST_WAITED_OUT_MS)) + ON_ITS_WAY_MS;
}
