import type { Evidence, QuotaBucket } from '@registrar-kit/core';
import type { Quota } from './quota.js';

/**
 * What this process itself sent in the shortest window, for the diagnosis of a refusal for frequency: less than is permitted
 * speaks for another program that uses the same account.
 *
 * @param documented - what the vendor permits, whatever the configuration says
 */
export function ownRequests(
  quota: Quota,
  bucket: string,
  documented: QuotaBucket,
): NonNullable<Evidence['ownRequests']> | undefined {
  const state = quota.snapshot()[bucket];
  const [window] = state?.used ?? [];
  if (state === undefined || window === undefined) return undefined;
  const permitted = documented.windows.find(({ windowMs }) => windowMs === window.windowMs);
  return {
    count: window.count,
    limit: Math.min(window.limit, permitted?.limit ?? window.limit),
    windowMs: window.windowMs,
    // The refused one has left already.
    atOnce: state.running + 1,
  };
}
