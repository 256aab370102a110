/**
 * A configuration with what the command line says in place of what it says itself. A section of the provider comes before the
 * common fields, so the environment is set in both.
 */
export function overrideConfiguration(
  config: Readonly<Record<string, unknown>>,
  overrides: { readonly provider?: string | undefined; readonly environment?: string | undefined },
): Readonly<Record<string, unknown>> {
  const provider = overrides.provider ?? config['provider'];
  const { environment } = overrides;
  const withProvider = provider === undefined ? config : { ...config, provider };
  if (environment === undefined) return withProvider;
  const section = typeof provider === 'string' ? config[provider] : undefined;
  return {
    ...withProvider,
    environment,
    ...(typeof provider === 'string' && isObject(section)
      ? { [provider]: { ...section, environment } }
      : {}),
  };
}

/** A configuration of several accounts with another environment for all of them, wherever they state one. */
export function overrideEnvironment(
  config: Readonly<Record<string, unknown>>,
  environment: string | undefined,
): Readonly<Record<string, unknown>> {
  const { registrars } = config;
  if (environment === undefined || !isObject(registrars)) return config;
  const accounts = Object.entries(registrars).map(([name, account]) => [
    name,
    isObject(account) ? { ...account, environment } : account,
  ]);
  return { ...config, environment, registrars: Object.fromEntries(accounts) as unknown };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
