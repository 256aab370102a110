import type { RegistrarProvider } from '@registrar-kit/core';
import { fieldsFromEnv } from '@registrar-kit/provider-kit';
import { readNamecheapFailure } from './foreign/read-failure.js';
import { namecheapCapabilities } from './namecheap-capabilities.js';
import { parseNamecheapConfig, type NamecheapConfig } from './namecheap-config.js';
import { namecheapProbes } from './namecheap-probes.js';
import { NamecheapRegistrar } from './namecheap-registrar.js';

/**
 * Namecheap for `createRegistrar`. From the environment it reads NAMECHEAP_API_USER, NAMECHEAP_API_KEY, NAMECHEAP_USER_NAME and
 * NAMECHEAP_CLIENT_IP.
 */
export const namecheap: RegistrarProvider = {
  id: 'namecheap',
  capabilities: namecheapCapabilities,
  probes: namecheapProbes,
  readFailure: readNamecheapFailure,
  parseConfig: parseNamecheapConfig,
  fromEnv: (env) =>
    fieldsFromEnv(env, {
      apiUser: 'NAMECHEAP_API_USER',
      apiKey: 'NAMECHEAP_API_KEY',
      userName: 'NAMECHEAP_USER_NAME',
      clientIp: 'NAMECHEAP_CLIENT_IP',
    }),
  // The constructor checks whatever it is given.
  create: (config, runtime) => new NamecheapRegistrar(config as NamecheapConfig, runtime),
};
