import type { RegistrarProbe } from '@registrar-kit/core';
import { standardProbes } from '@registrar-kit/provider-kit';
import { parseTemplateNamesConfig, type TemplateNamesSettings } from './template-names-config.js';
import { environmentOfHost, templateNamesEvidence } from './template-names-evidence.js';
import { limitsOf, scopeOf } from './template-names-quota.js';

/** The checks of the access to an account at Template Names. */
export const templateNamesProbes: readonly RegistrarProbe[] = standardProbes<TemplateNamesSettings>(
  {
    parseConfig: parseTemplateNamesConfig,
    endpoint: ({ environment, baseUrl, proxy }) => ({ environment, url: baseUrl, proxy }),
    evidence: templateNamesEvidence,
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
  },
);
