import type { Evidence } from '@registrar-kit/core';
import type { NamecheapSettings } from './namecheap-config.js';
import { environmentOfHost } from './namecheap-hosts.js';
import { namecheapRemedies } from './namecheap-remedies.js';

// What the vendor hands out today; it documents no more than "at most 50 characters".
const usualKey = /^[0-9a-f]{32}$/i;

/** What the diagnosis of a failure may weigh. Holds no secret. */
export function namecheapEvidence(
  settings: NamecheapSettings,
  succeededBefore: boolean,
  observedAddress: string | undefined,
): Evidence {
  const { environment, baseUrl, apiKey, clientIp, proxy } = settings;
  const hostBelongsTo = environmentOfHost(baseUrl.host);
  return {
    credentials: usualKey.test(apiKey.reveal()) ? [] : [{ field: 'apiKey', oddity: 'wrong_shape' }],
    clientIp,
    ...(observedAddress === undefined ? {} : { observedAddress }),
    environment: {
      configured: environment,
      host: baseUrl.host,
      ...(hostBelongsTo === undefined ? {} : { hostBelongsTo }),
    },
    proxied: proxy !== undefined,
    succeededBefore,
    // The sandbox has no eligibility rule.
    standingMatters: environment === 'live',
    remedies: namecheapRemedies({ environment, clientIp, observedAddress }),
  };
}
