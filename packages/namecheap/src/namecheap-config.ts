import type { Environment, Secret } from '@registrar-kit/core';
import {
  accountText,
  addFault,
  commonConfigShape,
  parseConfig,
  publicIpv4,
  secretText,
  type QuotaOverride,
} from '@registrar-kit/provider-kit';
import * as z from 'zod';
import { namecheapBaseUrls } from './namecheap-hosts.js';
import { namecheapLimits, type NamecheapLimits } from './namecheap-quota.js';

/** What {@link NamecheapRegistrar} needs. User name and key stand under Profile > Tools > API Access; the sandbox has its own. */
export interface NamecheapConfig {
  readonly provider?: 'namecheap';
  /** `test` is the vendor's sandbox, with an account of its own; `live` spends the account's balance. */
  readonly environment: Environment;
  /** The user name of the account that owns the key; at most 20 characters, no e-mail address. */
  readonly apiUser: string;
  readonly apiKey: string | Secret;
  /** The account acted upon, where it is another one that has authorised `apiUser`. @defaultValue `apiUser` */
  readonly userName?: string;
  /** The public IPv4 address from which this server reaches the internet; it must be on the account's allow-list. */
  readonly clientIp: string | { readonly detect: readonly string[] };
  /** Takes the place of the vendor's address, for a simulator or a recording. */
  readonly baseUrl?: string | URL;
  /** Milliseconds for one request that only reads. @defaultValue 30,000 */
  readonly timeoutMs?: number;
  /** http, https or socks5 URL of a proxy; its address is then the one to allow. @defaultValue none, whatever the process environment says */
  readonly proxy?: string;
  /** Other limits for the bucket `api`, such as `{ api: { windows: [{ limit: 50, windowMs: 60000 }] } }`. */
  readonly quota?: { readonly api?: QuotaOverride };
}

/** The configuration checked, with defaults filled in and secrets wrapped. */
export interface NamecheapSettings {
  readonly environment: Environment;
  readonly apiUser: string;
  readonly apiKey: Secret;
  readonly userName: string;
  readonly clientIp: string;
  readonly baseUrl: URL;
  readonly limits: NamecheapLimits;
  readonly timeoutMs: number | undefined;
  readonly proxy: string | undefined;
}

const found = 'Profile > Tools > API Access';
const userName = accountText({
  pattern: /^.{1,20}$/,
  shape: 'a user name of at most 20 characters',
  found,
});
const address = publicIpv4();

const clientIp = z
  .custom<unknown>(() => true)
  .transform((value, context): string => {
    if (typeof value === 'object' && value !== null && 'detect' in value) {
      addFault(context, {
        problem: 'asks to detect the address, which is not built yet in this version',
        cure: 'set the public IPv4 address from which the server reaches the internet',
      });
      return z.NEVER;
    }
    const reading = address.safeParse(value);
    if (reading.success) return reading.data;
    for (const issue of reading.error.issues) {
      context.addIssue({ code: 'custom', message: issue.message, params: paramsOf(issue) });
    }
    return z.NEVER;
  });

/** The cure and the cause, which provider-kit's checks put beside their words. */
function paramsOf(issue: z.core.$ZodIssue): Record<string, unknown> {
  return issue.code === 'custom' ? (issue.params ?? {}) : {};
}

const namecheapConfigSchema = z.strictObject({
  ...commonConfigShape,
  provider: z.literal('namecheap').optional(),
  apiUser: userName,
  apiKey: secretText({ found }),
  userName: userName.optional(),
  clientIp,
});

/**
 * Checks a configuration and fills in what it leaves out.
 *
 * @throws ConfigurationError with every fault at once
 */
export function parseNamecheapConfig(input: unknown): NamecheapSettings {
  const config = parseConfig('namecheap', namecheapConfigSchema, input);
  return {
    environment: config.environment,
    apiUser: config.apiUser,
    apiKey: config.apiKey,
    userName: config.userName ?? config.apiUser,
    clientIp: config.clientIp,
    baseUrl: withPath(config.baseUrl ?? new URL(namecheapBaseUrls[config.environment])),
    limits: namecheapLimits(config.quota),
    timeoutMs: config.timeoutMs,
    proxy: config.proxy,
  };
}

/** The one path of the interface, where a URL names no other. */
function withPath(baseUrl: URL): URL {
  const url = new URL(baseUrl);
  if (url.pathname === '/') url.pathname = '/xml.response';
  return url;
}
