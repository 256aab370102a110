import type { RegistrarProvider } from '@registrar-kit/core';
import { readNamecheapFailure } from './foreign/read-failure.js';
import { namecheapCapabilities } from './namecheap-capabilities.js';
import { parseNamecheapConfig, type NamecheapConfig } from './namecheap-config.js';
import { namecheapProbes } from './namecheap-probes.js';
import { NamecheapRegistrar } from './namecheap-registrar.js';

/** Namecheap, for `createRegistrar`. */
export const namecheap: RegistrarProvider = {
  id: 'namecheap',
  capabilities: namecheapCapabilities,
  probes: namecheapProbes,
  readFailure: readNamecheapFailure,
  parseConfig: parseNamecheapConfig,
  fromEnv: (env) => {
    const fields = {
      apiUser: env['NAMECHEAP_API_USER'],
      apiKey: env['NAMECHEAP_API_KEY'],
      userName: env['NAMECHEAP_USER_NAME'],
      clientIp: env['NAMECHEAP_CLIENT_IP'],
    };
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  },
  // The constructor checks everything that a configuration can hold.
  create: (config, runtime) => new NamecheapRegistrar(config as NamecheapConfig, runtime),
};
