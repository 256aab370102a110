import type { Environment, InputIssue, Secret } from '@registrar-kit/core';
import {
  accountText,
  commonConfigShape,
  credentialText,
  parseConfig,
  secretText,
  type QuotaOverride,
} from '@registrar-kit/provider-kit';
import * as z from 'zod';
import { domainNameApiCapabilities } from './domain-name-api-capabilities.js';
import { domainNameApiRemedies } from './domain-name-api-remedies.js';
import { areExchanged, resellerIdPattern } from './domain-name-api-credentials.js';

/** What `DomainNameApiRegistrar` needs. Both credentials stand on Reseller Settings > Integration Details of the panel. */
export interface DomainNameApiConfig {
  readonly provider?: 'domain-name-api';
  /** `test` is the vendor's OT&E; `live` spends the reseller deposit. */
  readonly environment: Environment;
  /** The Reseller ID: a UUID, not the e-mail address with which one signs in. */
  readonly resellerId: string;
  /** The key of the environment above. Give either this or `apiKeys`. */
  readonly apiKey?: string | Secret;
  /** The keys of both environments, so that `environment` is all that changes between test and live. */
  readonly apiKeys?: { readonly live?: string | Secret; readonly test?: string | Secret };
  /** In which currency prices are asked for; the account holds a deposit in each. @defaultValue 'USD' */
  readonly currency?: 'USD' | 'TRY';
  /**
   * Takes the place of `https://api.domainresellerapi.com` or `https://ote.domainresellerapi.com`, for a simulator or a
   * recording; `apiPrefix` and `version` are appended. A URL that ends with them already is understood.
   */
  readonly baseUrl?: string | URL;
  /** @defaultValue 'api' */
  readonly apiPrefix?: string;
  /** The route for the reads of automated work (lane `bulk`). @defaultValue 'api-bulk' */
  readonly bulkPrefix?: string;
  /** @defaultValue 'v1' */
  readonly version?: string;
  /**
   * How many names one search asks for. No most is published, and the answer takes about half a second for each.
   * @defaultValue 10
   */
  readonly namesPerRequest?: number;
  /** Milliseconds for one request that only reads. @defaultValue 30,000 */
  readonly timeoutMs?: number;
  /** http, https or socks5 URL of a proxy; its address is then the one to allow. @defaultValue none, whatever the process environment says */
  readonly proxy?: string;
  /** Other limits for the buckets `api` and `api-bulk`, such as `{ api: { windows: [{ limit: 2, windowMs: 1000 }] } }`. */
  readonly quota?: { readonly api?: QuotaOverride; readonly 'api-bulk'?: QuotaOverride };
}

/** The configuration checked, with defaults filled in and secrets wrapped. */
export interface DomainNameApiSettings {
  readonly environment: Environment;
  readonly resellerId: string;
  readonly apiKey: Secret;
  /** The key of the other environment, where it is configured too. */
  readonly otherKey: Secret | undefined;
  readonly currency: 'USD' | 'TRY';
  /** What stands before prefix and version. */
  readonly baseUrl: URL;
  readonly apiPrefix: string;
  readonly bulkPrefix: string;
  readonly version: string;
  readonly namesPerRequest: number;
  readonly timeoutMs: number | undefined;
  readonly proxy: string | undefined;
  readonly quota: Readonly<Record<string, QuotaOverride>> | undefined;
}

/** The vendor's hosts. They are not under domainnameapi.com, which is the marketing site. */
export const domainNameApiHosts = {
  live: 'api.domainresellerapi.com',
  test: 'ote.domainresellerapi.com',
} as const satisfies Record<Environment, string>;

const found = 'Reseller Settings > Integration Details';
const uuidShape =
  'a Reseller ID, which is a UUID of 36 characters; an account whose name is no UUID can use the older SOAP interface only';

const key = secretText({ found });
const pathSegment = z.string().regex(/^[a-z0-9][a-z0-9-]*$/i);

const configSchema = z
  .strictObject({
    ...commonConfigShape,
    provider: z.literal('domain-name-api').optional(),
    resellerId: accountText({ pattern: resellerIdPattern, shape: uuidShape, found }),
    // Looked at only where it is there: a key that is missing is a matter of both fields together.
    apiKey: z.optional(key),
    apiKeys: z.strictObject({ live: z.optional(key), test: z.optional(key) }).optional(),
    currency: z.enum(['USD', 'TRY']).optional(),
    apiPrefix: pathSegment.optional(),
    bulkPrefix: pathSegment.optional(),
    version: pathSegment.optional(),
    namesPerRequest: z.int().min(1).optional(),
  })
  // Also beside other faults, so that all of them are told at once.
  .superRefine(checkKeys, { when: () => true });

type CheckedConfig = z.output<typeof configSchema>;

/** Checks a configuration and fills in its defaults. @throws ConfigurationError with every fault at once */
export function parseDomainNameApiConfig(config: unknown): DomainNameApiSettings {
  const parsed = parseConfig('domain-name-api', configSchema, config, {
    together: exchanged,
    remedies: () => domainNameApiRemedies,
  });
  const { environment, resellerId, apiKeys, baseUrl, timeoutMs, proxy, quota } = parsed;
  const apiPrefix = parsed.apiPrefix ?? 'api';
  const version = parsed.version ?? 'v1';
  return {
    environment,
    resellerId,
    // The check above has seen to it that one is there.
    apiKey: (parsed.apiKey ?? apiKeys?.[environment]) as Secret,
    otherKey: apiKeys?.[otherThan(environment)],
    currency: parsed.currency ?? 'USD',
    baseUrl:
      baseUrl === undefined
        ? new URL(`https://${domainNameApiHosts[environment]}`)
        : withoutSuffix(baseUrl, `/${apiPrefix}/${version}`),
    apiPrefix,
    bulkPrefix: parsed.bulkPrefix ?? 'api-bulk',
    version,
    namesPerRequest:
      parsed.namesPerRequest ?? domainNameApiCapabilities.checkAvailability.namesPerRequest,
    timeoutMs,
    proxy,
    quota,
  };
}

/** What looks like a wrong Reseller ID may be the key in its place. */
function exchanged(config: Readonly<Record<string, unknown>>): readonly InputIssue[] {
  const apiKeys = Object.values(Object(config['apiKeys']) as Record<string, unknown>);
  const keys = [config['apiKey'], ...apiKeys];
  const resellerId = credentialText(config['resellerId']);
  if (!keys.some((value) => areExchanged(resellerId, credentialText(value)))) return [];
  return [
    {
      path: 'resellerId',
      problem: 'seems to be exchanged with the key, which looks like a Reseller ID',
      cure: 'exchange the two values',
      cause: 'swapped_fields',
    },
  ];
}

function checkKeys(config: Partial<CheckedConfig>, context: z.core.$RefinementCtx): void {
  const { apiKey, apiKeys, environment } = config;
  const malformed = context.issues.some(({ path }) => /^apiKeys?$/.test(String(path?.[0])));
  if (environment === undefined || malformed) return;
  const fault = (path: string[], problem: string, cure: string, cause: string): void => {
    context.addIssue({ code: 'custom', path, message: problem, params: { cure, cause } });
  };
  const copy = `copy the ${environment === 'live' ? 'Live' : 'Test'} Environment API key from ${found}`;
  if (apiKeys === undefined) {
    if (apiKey === undefined) fault(['apiKey'], 'is missing', copy, 'missing_credentials');
    return;
  }
  const other = otherThan(environment);
  if (apiKey !== undefined) {
    fault(['apiKeys'], 'stands beside apiKey', 'give one of the two', 'configuration_invalid');
  } else if (apiKeys[environment] === undefined && apiKeys[other] === undefined) {
    fault(['apiKeys', environment], 'is missing', copy, 'missing_credentials');
  } else if (apiKeys[environment] === undefined) {
    const problem = `is missing: environment is "${environment}" and only the ${other} key is given`;
    const cure = `${copy}, or set environment to "${other}"`;
    fault(['apiKeys', environment], problem, cure, 'environment_mismatch');
  }
}

function otherThan(environment: Environment): Environment {
  return environment === 'live' ? 'test' : 'live';
}

/** The URL before prefix and version, for people who paste the vendor's whole address. */
function withoutSuffix(baseUrl: URL, suffix: string): URL {
  const url = new URL(baseUrl);
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith(suffix) ? path.slice(0, -suffix.length) : path;
  return url;
}
