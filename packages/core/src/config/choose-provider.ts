import { ConfigurationError } from '../errors/configuration-error.js';
import type { ErrorOperation } from '../errors/error-origin.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import { quoteValue } from '../values/quote-value.js';
import type { RegistrarProvider } from './registrar-provider.js';

/** The fields of a configuration. @throws ConfigurationError when it is no object. */
export function readConfigObject(config: unknown): Readonly<Record<string, unknown>> {
  if (typeof config === 'object' && config !== null && !Array.isArray(config)) {
    return config as Readonly<Record<string, unknown>>;
  }
  throw notCreated('config', 'is not an object', 'give { provider, environment, … }');
}

/** Reads a configuration. @throws ConfigurationError also where it throws something of its own when it is looked at */
export function readConfigWith<Result>(operation: ErrorOperation, read: () => Result): Result {
  try {
    return read();
  } catch (thrown) {
    if (isRegistrarError(thrown)) throw thrown;
    const problem = 'cannot be read: a field of it throws';
    const issues = [{ path: 'config', problem, cure: 'give plain data' }];
    throw new ConfigurationError({ provider: 'registrar-kit', operation, issues });
  }
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
