import type { QuotaWindow } from '@registrar-kit/core';

/** How strictly a simulator counts requests; what is left out is as at the vendor. */
export interface SimulatorQuota {
  readonly windows?: readonly QuotaWindow[];
  /** Makes the windows shorter by this factor, so that tests need not wait. @defaultValue 1 */
  readonly speed?: number;
  /** Whether a refused request counts as well; nobody knows what the vendors do. @defaultValue false */
  readonly countsRefused?: boolean;
}

/** The windows that a simulator counts in, in whole milliseconds so that a configuration can state the same. */
export function simulatedWindows(
  vendorWindows: readonly QuotaWindow[],
  { windows = vendorWindows, speed = 1 }: SimulatorQuota = {},
): readonly QuotaWindow[] {
  return windows.map(({ limit, windowMs }) => ({
    limit,
    windowMs: Math.max(1, Math.round(windowMs / speed)),
  }));
}
