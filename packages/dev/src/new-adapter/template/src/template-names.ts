import type { RegistrarProvider } from '@registrar-kit/core';
import { fieldsFromEnv } from '@registrar-kit/provider-kit';
import { readTemplateNamesFailure } from './foreign/read-failure.js';
import { templateNamesCapabilities } from './template-names-capabilities.js';
import { parseTemplateNamesConfig, type TemplateNamesConfig } from './template-names-config.js';
import { templateNamesProbes } from './template-names-probes.js';
import { TemplateNamesRegistrar } from './template-names-registrar.js';

/** Template Names for `createRegistrar`. From the environment it reads TEMPLATE_NAMES_ACCOUNT and TEMPLATE_NAMES_TOKEN. */
export const templateNames: RegistrarProvider = {
  id: 'template-names',
  capabilities: templateNamesCapabilities,
  probes: templateNamesProbes,
  readFailure: readTemplateNamesFailure,
  parseConfig: parseTemplateNamesConfig,
  fromEnv: (env) =>
    fieldsFromEnv(env, { account: 'TEMPLATE_NAMES_ACCOUNT', token: 'TEMPLATE_NAMES_TOKEN' }),
  // The constructor checks whatever it is given.
  create: (config, runtime) => new TemplateNamesRegistrar(config as TemplateNamesConfig, runtime),
};
