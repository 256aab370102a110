import type { Environment, InputIssue, Secret } from '@registrar-kit/core';
import {
  accountText,
  clientIpField,
  commonConfigShape,
  credentialText,
  parseConfig,
  secretText,
  type QuotaOverride,
} from '@registrar-kit/provider-kit';
import * as z from 'zod';
import { namecheapRemedies } from './namecheap-remedies.js';
import { areExchanged } from './namecheap-credentials.js';
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
  /**
   * The public IPv4 address from which this server reaches the internet; it must be on the account's allow-list. With
   * `{ detect: [URL, …] }` echo services are asked for it once, through the same proxy; the allow-list stays your task.
   */
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
  readonly clientIp: string | { readonly detect: readonly string[] };
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

const namecheapConfigSchema = z.strictObject({
  ...commonConfigShape,
  provider: z.literal('namecheap').optional(),
  apiUser: userName,
  apiKey: secretText({ found }),
  userName: userName.optional(),
  clientIp: clientIpField(),
});

/**
 * Checks a configuration and fills in what it leaves out.
 *
 * @throws ConfigurationError with every fault at once
 */
export function parseNamecheapConfig(input: unknown): NamecheapSettings {
  const config = parseConfig('namecheap', namecheapConfigSchema, input, {
    together: exchanged,
    remedies: namecheapRemedies,
  });
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

/** What looks like a wrong user name may be the key in its place. */
function exchanged(config: Readonly<Record<string, unknown>>): readonly InputIssue[] {
  const { apiUser, apiKey } = config;
  if (!areExchanged(credentialText(apiUser), credentialText(apiKey))) return [];
  return [
    {
      path: 'apiUser',
      problem: 'seems to be exchanged with apiKey: it looks like a key',
      cure: 'exchange the two values',
      cause: 'swapped_fields',
    },
  ];
}

/** The one path of the interface, where a URL names no other. */
function withPath(baseUrl: URL): URL {
  const url = new URL(baseUrl);
  if (url.pathname === '/') url.pathname = '/xml.response';
  return url;
}
