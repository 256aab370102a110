import type { Environment, Evidence } from '@registrar-kit/core';
import { oddCredentials } from '@registrar-kit/provider-kit';
import { templateNamesHosts, type TemplateNamesSettings } from './template-names-config.js';

/** What shows in the settings alone, for the diagnosis of a failure. Holds no secret. */
export function templateNamesEvidence(settings: TemplateNamesSettings): Evidence {
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
  if (hostname === templateNamesHosts.live) return 'live';
  return hostname === templateNamesHosts.test ? 'test' : undefined;
}
