import { ConfigurationError } from '../errors/configuration-error.js';
import type { Registrar } from '../registrar.js';
import type { RegistrarProvider } from './registrar-provider.js';
import type { RegistrarRuntime } from './registrar-runtime.js';
import { quoteValue } from '../values/quote-value.js';
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
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    throw new ConfigurationError({
      provider: 'registrar-kit',
      operation: 'createRegistrar',
      issues: [
        { path: 'config', problem: 'is not an object', cure: 'give { provider, environment, … }' },
      ],
    });
  }
  const provider = findProvider((config as { provider?: unknown }).provider, providers);
  return provider.create(
    selectProviderConfig(config as Record<string, unknown>, provider.id, providers),
    runtime,
  );
}

/** The adapter with an id. @throws ConfigurationError that names the ones there are. */
export function findProvider(
  id: unknown,
  providers: readonly RegistrarProvider[],
): RegistrarProvider {
  const found = providers.find((provider) => provider.id === id);
  if (found !== undefined) return found;
  const known = providers.map((provider) => provider.id).join(', ');
  throw new ConfigurationError({
    provider: 'registrar-kit',
    operation: 'createRegistrar',
    issues: [
      {
        path: 'provider',
        problem: id === undefined ? 'is missing' : `${quoteValue(id)} is not a known provider`,
        cure: known === '' ? 'pass at least one adapter' : `choose one of: ${known}`,
      },
    ],
  });
}
