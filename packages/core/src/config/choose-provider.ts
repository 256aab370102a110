import { ConfigurationError } from '../errors/configuration-error.js';
import { quoteValue } from '../values/quote-value.js';
import type { RegistrarProvider } from './registrar-provider.js';

/** The fields of a configuration. @throws ConfigurationError when it is no object. */
export function readConfigObject(config: unknown): Readonly<Record<string, unknown>> {
  if (typeof config === 'object' && config !== null && !Array.isArray(config)) {
    return config as Readonly<Record<string, unknown>>;
  }
  throw notCreated('config', 'is not an object', 'give { provider, environment, … }');
}

/** The adapter that a configuration names. @throws ConfigurationError that names the ones there are. */
export function chooseProvider(
  { provider: id }: Readonly<Record<string, unknown>>,
  providers: readonly RegistrarProvider[],
): RegistrarProvider {
  const found = providers.find((provider) => provider.id === id);
  if (found !== undefined) return found;
  const known = providers.map((provider) => provider.id).join(', ');
  throw notCreated(
    'provider',
    id === undefined ? 'is missing' : `${quoteValue(id)} is not a known provider`,
    known === '' ? 'pass at least one adapter' : `choose one of: ${known}`,
  );
}

function notCreated(path: string, problem: string, cure: string): ConfigurationError {
  return new ConfigurationError({
    provider: 'registrar-kit',
    operation: 'createRegistrar',
    issues: [{ path, problem, cure }],
  });
}
