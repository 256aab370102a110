import type { Evidence } from '@registrar-kit/core';
import { domainNameApiHosts, type DomainNameApiSettings } from './domain-name-api-config.js';
import { domainNameApiRemedies } from './domain-name-api-remedies.js';

/** What the diagnosis of a failure may weigh. Holds no secret. */
export function domainNameApiEvidence(
  settings: DomainNameApiSettings,
  succeededBefore: boolean,
): Evidence {
  const { environment, baseUrl, apiKey, otherKey, proxy } = settings;
  const owner = Object.entries(domainNameApiHosts).find(([, host]) => host === baseUrl.hostname);
  const sameKey = otherKey?.reveal() === apiKey.reveal();
  return {
    credentials: sameKey
      ? [{ field: `apiKeys.${environment}`, oddity: 'equals_other_environment_key' }]
      : [],
    environment: {
      configured: environment,
      host: baseUrl.host,
      ...(owner === undefined ? {} : { hostBelongsTo: owner[0] }),
    },
    proxied: proxy !== undefined,
    succeededBefore,
    remedies: domainNameApiRemedies,
  };
}
