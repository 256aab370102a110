import type { Environment, Secret } from '@registrar-kit/core';
import {
  accountText,
  commonConfigShape,
  parseConfig,
  secretText,
  type QuotaOverride,
} from '@registrar-kit/provider-kit';
import * as z from 'zod';

/** What `TemplateNamesRegistrar` needs. */
export interface TemplateNamesConfig {
  readonly provider?: 'template-names';
  readonly environment: Environment;
  /** The id of the account. */
  readonly account: string;
  /** The token of the environment above. */
  readonly token: string | Secret;
  /** Takes the place of the vendor's own address, for a simulator or a recording. */
  readonly baseUrl?: string | URL;
  /** Milliseconds for one request that only reads. @defaultValue 30,000 */
  readonly timeoutMs?: number;
  /** http, https or socks5 URL of a proxy. @defaultValue none, whatever the process environment says */
  readonly proxy?: string;
  /** Other limits for the bucket `api`. */
  readonly quota?: { readonly api?: QuotaOverride };
}

/** The configuration checked, with defaults filled in and the token wrapped. */
export interface TemplateNamesSettings {
  readonly environment: Environment;
  readonly account: string;
  readonly token: Secret;
  readonly baseUrl: URL;
  readonly timeoutMs: number | undefined;
  readonly proxy: string | undefined;
  readonly quota: Readonly<Record<string, QuotaOverride>> | undefined;
}

/** The vendor's hosts. */
export const templateNamesHosts = {
  live: 'api.template-names.example',
  test: 'sandbox.template-names.example',
} as const satisfies Record<Environment, string>;

/** Where the vendor's interface lives on its host. */
export const templateNamesBasePath = '/v1';

const found = 'the page of the vendor that shows them';

const configSchema = z.strictObject({
  ...commonConfigShape,
  provider: z.literal('template-names').optional(),
  account: accountText({ found }),
  token: secretText({ found }),
});

/** Checks a configuration and fills in its defaults. @throws ConfigurationError with every fault at once */
export function parseTemplateNamesConfig(config: unknown): TemplateNamesSettings {
  const parsed = parseConfig('template-names', configSchema, config);
  const { environment, account, token, baseUrl, timeoutMs, proxy, quota } = parsed;
  const usual = `https://${templateNamesHosts[environment]}${templateNamesBasePath}`;
  return {
    environment,
    account,
    token,
    baseUrl: baseUrl ?? new URL(usual),
    timeoutMs,
    proxy,
    quota,
  };
}
