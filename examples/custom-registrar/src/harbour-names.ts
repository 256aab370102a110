import type { RegistrarProvider } from '@registrar-kit/core';
import { fieldsFromEnv } from '@registrar-kit/provider-kit';
import { readHarbourNamesFailure } from './foreign/read-failure.js';
import { harbourNamesCapabilities } from './harbour-names-capabilities.js';
import { parseHarbourNamesConfig, type HarbourNamesConfig } from './harbour-names-config.js';
import { harbourNamesProbes } from './harbour-names-probes.js';
import { HarbourNamesRegistrar } from './harbour-names-registrar.js';

/** Harbour Names for `createRegistrar`. From the environment it reads HARBOUR_NAMES_ACCOUNT and HARBOUR_NAMES_TOKEN. */
export const harbourNames: RegistrarProvider = {
  id: 'harbour-names',
  capabilities: harbourNamesCapabilities,
  probes: harbourNamesProbes,
  readFailure: readHarbourNamesFailure,
  parseConfig: parseHarbourNamesConfig,
  fromEnv: (env) =>
    fieldsFromEnv(env, { account: 'HARBOUR_NAMES_ACCOUNT', token: 'HARBOUR_NAMES_TOKEN' }),
  // The constructor checks whatever it is given.
  create: (config, runtime) => new HarbourNamesRegistrar(config as HarbourNamesConfig, runtime),
};
