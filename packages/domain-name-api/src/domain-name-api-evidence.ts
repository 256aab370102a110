import type { Evidence } from '@registrar-kit/core';
import { domainNameApiHosts, type DomainNameApiSettings } from './domain-name-api-config.js';
import { credentialShapes } from './domain-name-api-credentials.js';
import { domainNameApiRemedies } from './domain-name-api-remedies.js';

/** What is known beside the settings. */
export interface DomainNameApiCircumstances {
  readonly succeededBefore: boolean;
  readonly sinceRateLimitMs?: number | undefined;
  readonly ownRequests?: Evidence['ownRequests'];
}

/** What the diagnosis of a failure may weigh. Holds no secret. */
export function domainNameApiEvidence(
  settings: DomainNameApiSettings,
  circumstances: DomainNameApiCircumstances = { succeededBefore: false },
): Evidence {
  const { environment, baseUrl, resellerId, apiKey, otherKey, proxy } = settings;
  const { succeededBefore, sinceRateLimitMs, ownRequests } = circumstances;
  const owner = Object.entries(domainNameApiHosts).find(([, host]) => host === baseUrl.hostname);
  const key = apiKey.reveal();
  const field = otherKey === undefined ? 'apiKey' : `apiKeys.${environment}`;
  return {
    credentials: [
      ...credentialShapes({ field: 'resellerId', value: resellerId }, { field, value: key }),
      ...(otherKey?.reveal() === key
        ? [{ field, oddity: 'equals_other_environment_key' } as const]
        : []),
    ],
    environment: {
      configured: environment,
      host: baseUrl.host,
      ...(owner === undefined ? {} : { hostBelongsTo: owner[0] }),
    },
    proxied: proxy !== undefined,
    succeededBefore,
    ...(sinceRateLimitMs === undefined ? {} : { sinceRateLimitMs }),
    ...(ownRequests === undefined ? {} : { ownRequests }),
    remedies: domainNameApiRemedies,
  };
}
