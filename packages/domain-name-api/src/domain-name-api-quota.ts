import type { QuotaBucket, QuotaLimits } from '@registrar-kit/core';

/** The bucket of `/api`, for whoever waits for an answer and for every write. */
export const domainNameApiBucket = 'api';

/** The bucket of `/api-bulk`, for the reads of automated work. */
export const domainNameApiBulkBucket = 'api-bulk';

/**
 * One request per second for each key, counted from the end of one to the start of the next: whenever they arrive, the vendor
 * never sees two within a second. Two at once were measured to be refused.
 */
export const domainNameApiQuota = {
  [domainNameApiBucket]: {
    windows: [{ limit: 1, windowMs: 1000 }],
    maxConcurrent: 1,
    countsFrom: 'completion',
  },
  [domainNameApiBulkBucket]: {
    windows: [{ limit: 1, windowMs: 1000 }],
    maxConcurrent: 1,
    countsFrom: 'completion',
  },
} as const satisfies QuotaLimits;

/**
 * How long to hold still after a 429: the length of the shortest window. The vendor names no time itself.
 */
export function pauseAfterRefusalMs({ windows }: QuotaBucket): number {
  return windows.length === 0 ? 0 : Math.min(...windows.map(({ windowMs }) => windowMs));
}
