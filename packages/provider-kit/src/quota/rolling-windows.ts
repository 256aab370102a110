import type { QuotaBucket, QuotaWindow, RateLimitReason } from '@registrar-kit/core';
import type { BucketState } from './bucket-state.js';

/** Farther ahead than this many turns, a wait is judged by the pace of the turns before. */
const MOST_TURNS = 1000;

/**
 * Milliseconds until the windows and a pause permit one more request; 0 when they do now, `Infinity` when another request must
 * first begin to count, or end.
 */
export function waitOf(state: BucketState, bucket: QuotaBucket, now: number): number {
  if (state.running >= (bucket.maxConcurrent ?? Infinity)) return Infinity;
  return bucket.windows.reduce(
    (wait, window) => Math.max(wait, windowWait(state, window, now)),
    Math.max(0, state.pausedUntil - now),
  );
}

/** When `ahead` others go first and every request counts and ends at once: the earliest time for the next one, from now. */
export function estimateWait(
  state: BucketState,
  bucket: QuotaBucket,
  now: number,
  ahead: number,
): number {
  const { log, uncounted } = state;
  const stamps = [...log.map(({ at }) => at), ...Array<number>(uncounted.size).fill(now)];
  const turns = Math.min(ahead, MOST_TURNS);
  let at = Math.max(now, state.pausedUntil);
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const { limit, windowMs } of bucket.windows) {
      const blocking = stamps[stamps.length - limit];
      if (blocking !== undefined) at = Math.max(at, blocking + windowMs);
    }
    stamps.push(at);
  }
  return ((at - now) * (ahead + 1)) / (turns + 1);
}

/** The window that lets the next request wait longest, as callers name it. */
export function bindingWindow(
  state: BucketState,
  bucket: QuotaBucket,
  now: number,
): { readonly window: QuotaWindow; readonly reason: RateLimitReason } | undefined {
  let longest = 0;
  let binding: QuotaWindow | undefined;
  for (const window of bucket.windows) {
    const wait = windowWait(state, window, now);
    if (wait <= longest) continue;
    longest = wait;
    binding = window;
  }
  return binding && { window: binding, reason: reasonOf(binding.windowMs) };
}

/** Requests that take a place in a window now: those that count inside it, and those that will count later. */
export function usedOf(
  { log, uncounted }: BucketState,
  { windowMs }: QuotaWindow,
  now: number,
): number {
  return log.filter(({ at }) => at > now - windowMs).length + uncounted.size;
}

/** Forgets what no window looks back to. */
export function forgetOld({ log, shared }: BucketState, bucket: QuotaBucket, now: number): void {
  const longest = Math.max(0, ...bucket.windows.map(({ windowMs }) => windowMs));
  const firstKept = log.findIndex(({ at }) => at > now - longest);
  const forgotten = log.splice(0, firstKept === -1 ? log.length : firstKept);
  for (const { id } of forgotten) shared.untold.delete(id);
}

function windowWait(
  { log, uncounted }: BucketState,
  { limit, windowMs }: QuotaWindow,
  now: number,
): number {
  const free = limit - uncounted.size;
  if (free <= 0) return Infinity;
  const blocking = log[log.length - free];
  return blocking === undefined ? 0 : Math.max(0, blocking.at + windowMs - now);
}

function reasonOf(windowMs: number): RateLimitReason {
  if (windowMs <= 1000) return 'second';
  if (windowMs <= 60_000) return 'minute';
  if (windowMs <= 3_600_000) return 'hour';
  return windowMs <= 86_400_000 ? 'day' : 'unspecified';
}
