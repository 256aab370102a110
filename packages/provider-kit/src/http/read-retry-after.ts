import type { VendorReply } from './vendor-request.js';

// The longest that a timer can be set to; one that is set to more fires at once.
const longestMs = 2_147_483_647;

/**
 * What a reply's Retry-After asks for, in milliseconds; `undefined` without a usable one.
 *
 * @param now - epoch milliseconds, since the header may name a point in time
 */
export function readRetryAfter({ headers }: VendorReply, now: number): number | undefined {
  const text = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1000;
  const at = text === '' ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.min(Math.max(0, at - now), longestMs);
}
