import type { Registrar } from '../registrar.js';
import { chooseProvider, readConfigObject, readConfigWith } from './choose-provider.js';
import type { RegistrarProvider } from './registrar-provider.js';
import type { RegistrarRuntime } from './registrar-runtime.js';
import { selectProviderConfig } from './select-provider-config.js';

/**
 * Makes the registrar that a configuration names: change `provider` in the configuration and nothing in the program.
 *
 * @param config - flat (`{ provider, environment, apiUser, … }`), or with one section per provider beside the common fields
 * (`{ provider, environment, namecheap: { … }, 'domain-name-api': { … } }`), so that both accounts can stay in one file.
 * @param providers - the adapters that may be chosen.
 * @throws {@link ConfigurationError} with every fault at once: unknown provider, missing or malformed credentials, unknown fields.
 */
export function createRegistrar(
  config: unknown,
  providers: readonly RegistrarProvider[],
  runtime: RegistrarRuntime = {},
): Registrar {
  const { provider, own } = readConfigWith('createRegistrar', () => {
    const fields = readConfigObject(config);
    const chosen = chooseProvider(fields, providers);
    return { provider: chosen, own: selectProviderConfig(fields, chosen.id, providers) };
  });
  return provider.create(own, runtime);
}
