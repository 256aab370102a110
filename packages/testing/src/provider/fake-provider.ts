import {
  ConfigurationError,
  isRegistrarError,
  type CapabilityTable,
  type Environment,
  type FailureReading,
  type ProbeResult,
  type Registrar,
  type RegistrarProbe,
  type RegistrarProvider,
  type RegistrarRuntime,
} from '@registrar-kit/core';
import { fakeCapabilities } from '../fake/fake-capabilities.js';
import type { FakeConnection } from '../fake/fake-registrar.js';

/** A fake that can be reached by configuration; a {@link FakeRegistrar} is one. */
export interface Connectable extends Registrar {
  connect(connection?: FakeConnection): Registrar;
}

/** What stands behind a provider: one double for every account, or the one for a configuration. */
export type FakeBackend = Registrar | ((config: Readonly<Record<string, unknown>>) => Registrar);

/**
 * A provider for `createRegistrar`, `createRegistrars` and `diagnoseRegistrar` that stands in for a real one, so that a program
 * can be tested with its own configuration: `createRegistrar(config, [fakeProvider(namecheap, fake)])`.
 *
 * A `FakeRegistrar` behind it is connected: what the program gets has the provider's name, the environment of the configuration
 * and the program's own runtime (journal, events, clock), and shares the world, `calls` and plans of the fake. Any other
 * registrar, such as a `stubRegistrar`, is handed out as it is.
 *
 * @param like - an adapter's provider: its configuration is checked as in production, environment variables are read as it
 * reads them, and its capabilities apply. Or only an id: then every object with that `provider` is a configuration.
 * @param backend - the double; or which one for a configuration, for several accounts at one provider
 */
export function fakeProvider(
  like: RegistrarProvider | string,
  backend: FakeBackend,
): RegistrarProvider {
  const real = typeof like === 'string' ? undefined : like;
  const id = typeof like === 'string' ? like : like.id;
  const names = new AccountNames();
  const parseConfig = (config: unknown): object =>
    real === undefined ? anyConfig(id, config) : real.parseConfig(config);
  return {
    id,
    capabilities: real?.capabilities ?? capabilitiesOf(backend),
    probes: [accessProbe],
    parseConfig,
    fromEnv: (env) => real?.fromEnv(env) ?? {},
    create: (config, runtime) => {
      parseConfig(config);
      const given = config as Readonly<Record<string, unknown>>;
      const double = typeof backend === 'function' ? backend(given) : backend;
      return isConnectable(double)
        ? double.connect({
            ...connectionOf(id, given, real?.capabilities, runtime),
            accountName: names.of(double),
          })
        : double;
    },
    readFailure: (failure) => real?.readFailure(failure) ?? Promise.resolve(nothingRead),
  };
}

/** Each double is an account of its own, also where all of them call theirs the same. */
class AccountNames {
  readonly #doubles: Registrar[] = [];

  of(double: Registrar): string {
    if (!this.#doubles.includes(double)) this.#doubles.push(double);
    const { account } = double.scope;
    const before = this.#doubles
      .slice(0, this.#doubles.indexOf(double))
      .filter(({ scope }) => scope.account === account).length;
    return before === 0 ? account : `${account}-${String(before + 1)}`;
  }
}

function connectionOf(
  provider: string,
  { environment }: Readonly<Record<string, unknown>>,
  capabilities: CapabilityTable | undefined,
  runtime: RegistrarRuntime | undefined,
): FakeConnection {
  return {
    provider,
    ...(isEnvironment(environment) ? { environment } : {}),
    ...(capabilities === undefined ? {} : { capabilities }),
    ...(runtime === undefined ? {} : { runtime }),
  };
}

function isEnvironment(value: unknown): value is Environment {
  return value === 'test' || value === 'live';
}

/** By what it can do, since a test may hold two copies of this package. */
function isConnectable(registrar: Registrar): registrar is Connectable {
  return 'connect' in registrar && typeof registrar.connect === 'function';
}

function capabilitiesOf(backend: FakeBackend): CapabilityTable {
  return typeof backend === 'function' ? fakeCapabilities : backend.capabilities;
}

function anyConfig(id: string, config: unknown): object {
  const isObject = typeof config === 'object' && config !== null;
  if (isObject && (config as { provider?: unknown }).provider === id) return config;
  throw new ConfigurationError({
    provider: id,
    operation: 'parseConfig',
    issues: [
      { path: 'provider', problem: `does not name "${id}"`, cure: `give { provider: '${id}', … }` },
    ],
  });
}

/** The one check that a registrar without a network permits. */
const accessProbe: RegistrarProbe = {
  id: 'access',
  title: 'Access',
  needs: ['configuration'],
  run: async ({ registrar, signal, timeoutMs }): Promise<ProbeResult | undefined> => {
    if (registrar === undefined) return undefined;
    const checked = 'a call that only reads';
    try {
      const { account } = await registrar.verifyAccess({ signal, timeoutMs });
      return { outcome: 'passed', checked, shows: [`the account "${account}" is accepted`] };
    } catch (error) {
      if (!isRegistrarError(error)) throw error;
      return { outcome: 'failed', checked, shows: [error.message], error };
    }
  },
};

const nothingRead: FailureReading = {
  environment: undefined,
  target: undefined,
  error: undefined,
  evidence: {},
  redact: (text) => text,
};
