import type { QuotaBucket, QuotaWindow } from '@registrar-kit/core';

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
