import type { Environment, Evidence } from '@registrar-kit/core';
import { oddCredentials } from '@registrar-kit/provider-kit';
import { harbourNamesHosts, type HarbourNamesSettings } from './harbour-names-config.js';

/** What shows in the settings alone, for the diagnosis of a failure. Holds no secret. */
export function harbourNamesEvidence(settings: HarbourNamesSettings): Evidence {
  const { environment, account, token, baseUrl, proxy } = settings;
  const owner = environmentOfHost(baseUrl.hostname);
  return {
    credentials: [
      ...oddCredentials('account', account, { kind: 'account_id' }),
      ...oddCredentials('token', token.reveal(), { kind: 'key' }),
    ],
    environment: {
      configured: environment,
      host: baseUrl.host,
      ...(owner === undefined ? {} : { hostBelongsTo: owner }),
    },
    proxied: proxy !== undefined,
  };
}

/** The environment that a host of the vendor's belongs to. */
export function environmentOfHost(hostname: string | undefined): Environment | undefined {
  if (hostname === harbourNamesHosts.live) return 'live';
  return hostname === harbourNamesHosts.test ? 'test' : undefined;
}
