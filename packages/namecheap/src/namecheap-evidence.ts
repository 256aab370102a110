import type { Evidence } from '@registrar-kit/core';
import type { NamecheapSettings } from './namecheap-config.js';
import { credentialShapes } from './namecheap-credentials.js';
import { environmentOfHost } from './namecheap-hosts.js';
import { namecheapRemedies } from './namecheap-remedies.js';

/** https://www.namecheap.com/support/api/intro/ */
export const standingRule =
  'a live account gets API access from 20 domains, a balance of USD 50, or USD 50 spent within two years on';

/** What is known beside the settings. */
export interface NamecheapCircumstances {
  readonly succeededBefore: boolean;
  /** The address that the request told. @defaultValue the one in the settings */
  readonly clientIp?: string | undefined;
  /** The address that the vendor says it saw. */
  readonly observedAddress?: string | undefined;
  readonly sinceRateLimitMs?: number | undefined;
  readonly ownRequests?: Evidence['ownRequests'];
}

/** What the diagnosis of a failure may weigh. Holds no secret. */
export function namecheapEvidence(
  settings: NamecheapSettings,
  circumstances: NamecheapCircumstances = { succeededBefore: false },
): Evidence {
  const { environment, baseUrl, apiUser, userName, apiKey, proxy } = settings;
  const { succeededBefore, observedAddress, sinceRateLimitMs, ownRequests } = circumstances;
  const configured = typeof settings.clientIp === 'string' ? settings.clientIp : undefined;
  const clientIp = circumstances.clientIp ?? configured;
  const hostBelongsTo = environmentOfHost(baseUrl.host);
  return {
    credentials: credentialShapes({
      apiUser,
      ...(userName === apiUser ? {} : { userName }),
      apiKey: apiKey.reveal(),
    }),
    ...(clientIp === undefined ? {} : { clientIp }),
    ...(observedAddress === undefined ? {} : { observedAddress }),
    environment: {
      configured: environment,
      host: baseUrl.host,
      ...(hostBelongsTo === undefined ? {} : { hostBelongsTo }),
      separateAccounts: true,
    },
    proxied: proxy !== undefined,
    ipv4Only: true,
    succeededBefore,
    // The sandbox has no eligibility rule.
    ...(environment === 'live' ? { standingMatters: true, standing: { rule: standingRule } } : {}),
    ...(sinceRateLimitMs === undefined ? {} : { sinceRateLimitMs }),
    ...(ownRequests === undefined ? {} : { ownRequests }),
    remedies: namecheapRemedies({ environment, clientIp, observedAddress }),
  };
}
