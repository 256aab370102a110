import type { RegistrarProvider } from '@registrar-kit/core';
import { fieldsFromEnv } from '@registrar-kit/provider-kit';
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
  fromEnv: (env) => ({
    ...fieldsFromEnv(env, { resellerId: 'DOMAIN_NAME_API_RESELLER_ID' }),
    apiKeys: fieldsFromEnv(env, {
      live: 'DOMAIN_NAME_API_LIVE_KEY',
      test: 'DOMAIN_NAME_API_TEST_KEY',
    }),
  }),
  // The constructor checks whatever it is given.
  create: (config, runtime) => new DomainNameApiRegistrar(config as DomainNameApiConfig, runtime),
};
