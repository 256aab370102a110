import type { RegistrarProbe } from '@registrar-kit/core';
import { standardProbes } from '@registrar-kit/provider-kit';
import { parseNamecheapConfig, type NamecheapSettings } from './namecheap-config.js';
import { namecheapEvidence } from './namecheap-evidence.js';
import { environmentOfHost } from './namecheap-hosts.js';

/** The checks of the access to a Namecheap account. */
export const namecheapProbes: readonly RegistrarProbe[] = standardProbes<NamecheapSettings>({
  parseConfig: parseNamecheapConfig,
  endpoint: ({ environment, baseUrl, proxy }) => ({
    environment,
    url: baseUrl,
    proxy,
    ipv4Only: true,
  }),
  evidence: (settings) => namecheapEvidence(settings),
  clientIp: ({ clientIp }) => (typeof clientIp === 'string' ? clientIp : undefined),
  echoServices: ({ clientIp }) => (typeof clientIp === 'string' ? undefined : clientIp.detect),
  quota: ({ baseUrl, apiUser, limits }) => ({
    scope: { provider: 'namecheap', host: baseUrl.host, account: apiUser },
    limits,
  }),
  inOtherEnvironment: (settings, baseUrl) => {
    const { environment, apiUser, apiKey, userName, clientIp, timeoutMs, proxy } = settings;
    if (baseUrl === undefined && environmentOfHost(settings.baseUrl.host) === undefined)
      return undefined;
    return {
      environment: environment === 'live' ? 'test' : 'live',
      apiUser,
      apiKey,
      userName,
      clientIp,
      ...(baseUrl === undefined ? {} : { baseUrl }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      ...(proxy === undefined ? {} : { proxy }),
    };
  },
});
