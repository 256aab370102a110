import type { ProbeResult } from '../diagnosis/probe.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import type { Registrar } from '../registrar.js';
import { findProvider } from './create-registrar.js';
import type { RegistrarProvider } from './registrar-provider.js';
import type { RegistrarRuntime } from './registrar-runtime.js';
import { selectProviderConfig } from './select-provider-config.js';

/** What became of a configuration, whatever state it is in. */
export interface CheckedConfiguration {
  /** The provider's part of it. */
  readonly config: Readonly<Record<string, unknown>>;
  /** `undefined` when it names none that is known. */
  readonly provider: RegistrarProvider | undefined;
  readonly settings: object | undefined;
  readonly registrar: Registrar | undefined;
  readonly result: ProbeResult;
}

/** Does what `createRegistrar` does, and answers what is wrong instead of throwing it. */
export function checkConfiguration(
  config: unknown,
  providers: readonly RegistrarProvider[],
  runtime: RegistrarRuntime,
): CheckedConfiguration {
  const known: { -readonly [Field in keyof CheckedConfiguration]?: CheckedConfiguration[Field] } =
    {};
  try {
    if (typeof config !== 'object' || config === null || Array.isArray(config)) throw notAnObject();
    const provider = findProvider((config as { provider?: unknown }).provider, providers);
    known.provider = provider;
    const own = selectProviderConfig(config as Record<string, unknown>, provider.id, providers);
    known.config = own;
    known.settings = provider.parseConfig(own);
    const registrar = provider.create(own, runtime);
    return { ...nothing, ...known, registrar, result: sound(registrar) };
  } catch (thrown) {
    if (!isRegistrarError(thrown)) throw thrown;
    return { ...nothing, ...known, result: faulty(thrown) };
  }
}

const nothing = { config: {}, provider: undefined, settings: undefined, registrar: undefined };

function sound({ provider, environment }: Registrar): ProbeResult {
  return {
    outcome: 'passed',
    checked: 'every field of the configuration',
    shows: [`it is complete and well-formed, for ${provider} in the environment "${environment}"`],
  };
}

function faulty(error: NonNullable<ProbeResult['error']>): ProbeResult {
  const issues = error.code === 'CONFIGURATION_INVALID' ? error.issues : [];
  return {
    outcome: 'failed',
    checked: 'every field of the configuration',
    shows: issues.map(({ path, problem }) => `${path} ${problem}`),
    next: issues.map(({ path, cure }) => `In ${path}: ${cure}.`),
    error,
  };
}

function notAnObject(): ConfigurationError {
  return new ConfigurationError({
    provider: 'registrar-kit',
    operation: 'createRegistrar',
    issues: [
      { path: 'config', problem: 'is not an object', cure: 'give { provider, environment, … }' },
    ],
  });
}
