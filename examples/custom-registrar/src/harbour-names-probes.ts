import type { RegistrarProbe } from '@registrar-kit/core';
import { standardProbes } from '@registrar-kit/provider-kit';
import { parseHarbourNamesConfig, type HarbourNamesSettings } from './harbour-names-config.js';
import { environmentOfHost, harbourNamesEvidence } from './harbour-names-evidence.js';
import { limitsOf, scopeOf } from './harbour-names-quota.js';

/** The checks of the access to an account at Harbour Names. */
export const harbourNamesProbes: readonly RegistrarProbe[] = standardProbes<HarbourNamesSettings>({
  parseConfig: parseHarbourNamesConfig,
  endpoint: ({ environment, baseUrl, proxy }) => ({ environment, url: baseUrl, proxy }),
  evidence: harbourNamesEvidence,
  quota: (settings) => ({ scope: scopeOf(settings), limits: limitsOf(settings) }),
  inOtherEnvironment: (settings, otherBaseUrl) => {
    const { environment, account, token, baseUrl, timeoutMs, proxy } = settings;
    // With a baseUrl of its own nobody but the caller knows where the other environment is.
    const known = environmentOfHost(baseUrl.hostname) !== undefined;
    if (otherBaseUrl === undefined && !known) return undefined;
    return {
      environment: environment === 'live' ? 'test' : 'live',
      account,
      token,
      ...(otherBaseUrl === undefined ? {} : { baseUrl: otherBaseUrl }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      ...(proxy === undefined ? {} : { proxy }),
    };
  },
});
