import { ConfigurationError } from '../errors/configuration-error.js';
import { quoteValue } from '../values/quote-value.js';
import { readConfigWith } from './choose-provider.js';
import type { RegistrarProvider } from './registrar-provider.js';

/**
 * Reads a configuration from environment variables: REGISTRAR_PROVIDER and REGISTRAR_ENVIRONMENT (`test` or `live`) choose,
 * REGISTRAR_PROXY_URL is optional, and each provider has variables of its own. Hand the answer to `createRegistrar`, which
 * checks it.
 *
 * @param env - @defaultValue `process.env`
 * @throws {@link ConfigurationError} when REGISTRAR_PROVIDER or REGISTRAR_ENVIRONMENT is missing or unknown.
 */
export function registrarConfigFromEnv(
  providers: readonly RegistrarProvider[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): Record<string, unknown> {
  return readConfigWith('registrarConfigFromEnv', () => read(providers, env));
}

function read(
  providers: readonly RegistrarProvider[],
  env: Readonly<Record<string, string | undefined>>,
): Record<string, unknown> {
  const chosen = filled(env['REGISTRAR_PROVIDER']);
  const environment = filled(env['REGISTRAR_ENVIRONMENT']);
  const provider = providers.find(({ id }) => id === chosen);
  const issues = [];
  if (provider === undefined) {
    const known = providers.map(({ id }) => id).join(' or ');
    const problem =
      chosen === undefined ? 'is not set' : `names no known provider: ${quoteValue(chosen)}`;
    const cure = known === '' ? 'pass at least one adapter' : `set it to ${known}`;
    issues.push({ path: 'REGISTRAR_PROVIDER', problem, cure });
  }
  if (environment !== 'test' && environment !== 'live') {
    const problem = environment === undefined ? 'is not set' : 'is neither test nor live';
    issues.push({
      path: 'REGISTRAR_ENVIRONMENT',
      problem,
      cure: "set it to test for the vendor's sandbox, to live for real orders",
    });
  }
  if (provider === undefined || issues.length > 0)
    throw new ConfigurationError({
      provider: 'registrar-kit',
      operation: 'registrarConfigFromEnv',
      issues,
    });
  const proxy = filled(env['REGISTRAR_PROXY_URL']);
  return {
    provider: provider.id,
    environment,
    ...(proxy === undefined ? {} : { proxy }),
    ...provider.fromEnv(env),
  };
}

function filled(text: unknown): string | undefined {
  return typeof text !== 'string' || text.trim() === '' ? undefined : text.trim();
}
