import type { AccountScope, QuotaLimits } from '@registrar-kit/core';
import { withQuotaOverrides } from '@registrar-kit/provider-kit';
import type { TemplateNamesSettings } from './template-names-config.js';

/** What the vendor permits one account: replace it by what its manual says, and name the page. */
export const templateNamesQuota = {
  // assumed
  api: { windows: [{ limit: 60, windowMs: 60_000 }], countsFrom: 'start' },
} as const satisfies QuotaLimits;

/** The account that the journal and the quota are kept by. Never a token: tokens change. */
export function scopeOf({ baseUrl, account }: TemplateNamesSettings): AccountScope {
  return { provider: 'template-names', host: baseUrl.host, account };
}

/** The limits with what the configuration says about them. */
export function limitsOf({ quota }: TemplateNamesSettings): QuotaLimits {
  return withQuotaOverrides('template-names', templateNamesQuota, quota);
}
