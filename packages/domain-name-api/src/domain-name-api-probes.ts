import type { RegistrarProbe } from '@registrar-kit/core';
import { standardProbes, withQuotaOverrides } from '@registrar-kit/provider-kit';
import {
  domainNameApiHosts,
  parseDomainNameApiConfig,
  type DomainNameApiSettings,
} from './domain-name-api-config.js';
import { domainNameApiEvidence } from './domain-name-api-evidence.js';
import { domainNameApiQuota } from './domain-name-api-quota.js';

/** The checks of the access to a Domain Name API account. */
export const domainNameApiProbes: readonly RegistrarProbe[] = standardProbes<DomainNameApiSettings>(
  {
    parseConfig: parseDomainNameApiConfig,
    endpoint: ({ environment, baseUrl, proxy }) => ({ environment, url: baseUrl, proxy }),
    evidence: (settings) => domainNameApiEvidence(settings),
    quota: ({ baseUrl, resellerId, quota }) => ({
      scope: {
        provider: 'domain-name-api',
        host: baseUrl.host,
        account: resellerId.toLowerCase(),
      },
      limits: withQuotaOverrides('domain-name-api', domainNameApiQuota, quota),
    }),
    inOtherEnvironment: (settings, otherBaseUrl) => {
      const { environment, baseUrl, resellerId, apiKey, apiPrefix, version, timeoutMs, proxy } =
        settings;
      const hosts: readonly string[] = Object.values(domainNameApiHosts);
      if (otherBaseUrl === undefined && !hosts.includes(baseUrl.hostname)) return undefined;
      return {
        environment: environment === 'live' ? 'test' : 'live',
        resellerId,
        // The key of this environment, to see whether it belongs to the other one.
        apiKey,
        apiPrefix,
        version,
        ...(otherBaseUrl === undefined ? {} : { baseUrl: otherBaseUrl }),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        ...(proxy === undefined ? {} : { proxy }),
      };
    },
  },
);
