import {
  ConfigurationError,
  PortableRegistrar,
  type RegistrarProvider,
  type RegistrarRuntime,
} from '@registrar-kit/core';
import { TestDriver, testCapabilities } from './test-driver.js';

/** A provider that remembers with what it was asked for registrars. */
export type TestProvider = RegistrarProvider & {
  readonly created: (readonly [config: unknown, runtime: RegistrarRuntime | undefined])[];
};

/** A provider over a {@link TestDriver}, with as little configuration of its own as one can have. */
export function aProvider(id: string): TestProvider {
  const created: TestProvider['created'] = [];
  return {
    id,
    created,
    capabilities: testCapabilities,
    probes: [],
    parseConfig: (config) => config as object,
    readFailure: () => Promise.reject(new Error('nobody asks it to read a failure')),
    fromEnv: ({ ACCOUNT }) => (ACCOUNT === undefined ? {} : { account: ACCOUNT }),
    create: (config, runtime) => {
      const { environment } = config as { environment?: unknown };
      if (environment !== undefined && environment !== 'test' && environment !== 'live') {
        const [problem, cure] = ['is neither test nor live', 'give test or live'];
        throw new ConfigurationError({
          provider: id,
          operation: 'parseConfig',
          issues: [{ path: 'environment', problem, cure }],
        });
      }
      created.push([config, runtime]);
      return new PortableRegistrar(new TestDriver({ provider: id }), runtime);
    },
  };
}
