import type { RegistrarProvider } from '@registrar-kit/core';
import { domainNameApiCapabilities } from './domain-name-api-capabilities.js';
import { parseDomainNameApiConfig, type DomainNameApiConfig } from './domain-name-api-config.js';
import { domainNameApiProbes } from './domain-name-api-probes.js';
import { DomainNameApiRegistrar } from './domain-name-api-registrar.js';
import { readDomainNameApiFailure } from './foreign/read-failure.js';

/**
 * Domain Name API for `createRegistrar`. From the environment it reads DOMAIN_NAME_API_RESELLER_ID, DOMAIN_NAME_API_LIVE_KEY
 * and DOMAIN_NAME_API_TEST_KEY.
 */
export const domainNameApi: RegistrarProvider = {
  id: 'domain-name-api',
  capabilities: domainNameApiCapabilities,
  probes: domainNameApiProbes,
  readFailure: readDomainNameApiFailure,
  parseConfig: parseDomainNameApiConfig,
  fromEnv: (env) => {
    const live = filled(env['DOMAIN_NAME_API_LIVE_KEY']);
    const test = filled(env['DOMAIN_NAME_API_TEST_KEY']);
    return {
      ...named('resellerId', filled(env['DOMAIN_NAME_API_RESELLER_ID'])),
      apiKeys: { ...named('live', live), ...named('test', test) },
    };
  },
  // The constructor checks whatever it is given.
  create: (config, runtime) => new DomainNameApiRegistrar(config as DomainNameApiConfig, runtime),
};

/** A variable that is set; the text itself is checked with the configuration. */
function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}

function named(field: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [field]: value };
}
