import type { AccountScope, QuotaLimits } from '@registrar-kit/core';
import { withQuotaOverrides } from '@registrar-kit/provider-kit';
import type { HarbourNamesSettings } from './harbour-names-config.js';

/** 300 requests in a minute for each account (manual §1). */
export const harbourNamesQuota = {
  api: { windows: [{ limit: 300, windowMs: 60_000 }], countsFrom: 'start' },
} as const satisfies QuotaLimits;

/** The account that the journal and the quota are kept by. Never a token: tokens change. */
export function scopeOf({ baseUrl, account }: HarbourNamesSettings): AccountScope {
  return { provider: 'harbour-names', host: baseUrl.host, account };
}

/** The limits with what the configuration says about them. */
export function limitsOf({ quota }: HarbourNamesSettings): QuotaLimits {
  return withQuotaOverrides('harbour-names', harbourNamesQuota, quota);
}
