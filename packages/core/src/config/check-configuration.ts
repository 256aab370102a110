import type { ProbeResult } from '../diagnosis/probe.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import type { Registrar } from '../registrar.js';
import { chooseProvider, readConfigObject } from './choose-provider.js';
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
    const fields = readConfigObject(config);
    const provider = chooseProvider(fields, providers);
    known.provider = provider;
    const own = selectProviderConfig(fields, provider.id, providers);
    known.config = own;
    known.settings = provider.parseConfig(own);
    const registrar = provider.create(own, runtime);
    return { ...nothing, ...known, registrar, result: sound(registrar) };
  } catch (thrown) {
    const error = isRegistrarError(thrown) ? thrown : unreadable(known.provider?.id);
    return { ...nothing, ...known, result: faulty(error) };
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

/** What something else threw, such as a getter of the configuration, could hold anything. */
function unreadable(provider = 'registrar-kit'): ConfigurationError {
  return new ConfigurationError({
    provider,
    operation: 'createRegistrar',
    issues: [
      {
        path: 'config',
        problem: 'cannot be read: reading it throws an error of its own',
        cure: 'give plain data',
      },
    ],
  });
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
