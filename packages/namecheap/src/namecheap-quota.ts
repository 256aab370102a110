import type { QuotaBucket, QuotaLimits } from '@registrar-kit/core';
import { withQuotaOverrides, type QuotaOverride } from '@registrar-kit/provider-kit';

/** The one bucket: all commands of an account count together. */
export const namecheapBucket = 'api';

/** The buckets of a Namecheap account. */
export interface NamecheapLimits extends QuotaLimits {
  readonly [namecheapBucket]: QuotaBucket;
}

const minuteMs = 60_000;

/**
 * What every account is granted; some have 50 a minute, which the configuration can state.
 * https://www.namecheap.com/support/knowledgebase/article.aspx/9739/63/
 */
export const namecheapQuota = {
  [namecheapBucket]: {
    windows: [
      { limit: 20, windowMs: minuteMs },
      { limit: 700, windowMs: 60 * minuteMs },
      { limit: 8000, windowMs: 24 * 60 * minuteMs },
    ],
    countsFrom: 'completion',
  },
} as const satisfies NamecheapLimits;

/**
 * The limits of an account, with what the configuration says about them.
 *
 * @throws ConfigurationError for a bucket that there is not
 */
export function namecheapLimits(
  overrides: Readonly<Record<string, QuotaOverride>> | undefined,
): NamecheapLimits {
  const limits = withQuotaOverrides('namecheap', namecheapQuota, overrides);
  return { [namecheapBucket]: limits[namecheapBucket] ?? namecheapQuota[namecheapBucket] };
}

/**
 * How long to hold still after the vendor refused a request: the time in which the shortest window frees two or three places.
 * It names no time itself, and whether its windows are fixed or rolling is not published.
 */
export function pauseAfterRefusalMs(bucket: QuotaBucket): number {
  const [first = minuteMs, ...others] = bucket.windows.map(({ windowMs }) => windowMs);
  return Math.ceil(Math.min(first, ...others) / 8);
}
