import {
  ConfigurationError,
  PortableRegistrar,
  type AccountScope,
  type Environment,
  type InputIssue,
  type RegistrarProvider,
} from '@registrar-kit/core';
import { TestDriver, testCapabilities } from './test-driver.js';

/** A {@link TestDriver} of a certain account. */
export class AccountDriver extends TestDriver {
  override readonly scope: AccountScope;
  override readonly environment: Environment;

  constructor(provider: string, account: string, environment: Environment) {
    super({ provider });
    this.scope = { provider, host: 'api.example.com', account };
    this.environment = environment;
  }
}

/** A provider of several accounts, with a driver for each. */
export type AccountProvider = RegistrarProvider & {
  /** By account. */
  readonly drivers: ReadonlyMap<string, AccountDriver>;
  /** With what registrars were asked for. */
  readonly configs: readonly unknown[];
};

const fields = ['provider', 'environment', 'account', 'apiKey', 'timeoutMs'];

/** A provider whose accounts need `environment`, `account` and `apiKey`. It is strict, like the real ones. */
export function accountProvider(id: string): AccountProvider {
  const drivers = new Map<string, AccountDriver>();
  const configs: unknown[] = [];
  const parse = (config: unknown): { account: string; environment: Environment } => {
    const given = config as Record<string, unknown>;
    const issues: InputIssue[] = ['environment', 'account', 'apiKey']
      .filter((field) => given[field] === undefined)
      .map((path) => ({ path, problem: 'is missing', cure: 'set it' }));
    for (const path of Object.keys(given).filter((field) => !fields.includes(field)))
      issues.push({ path, problem: 'is not a known field', cure: 'remove it' });
    if (given['timeoutMs'] !== undefined && typeof given['timeoutMs'] !== 'number')
      issues.push({ path: 'timeoutMs', problem: 'is not a number', cure: 'give a number' });
    if (issues.length > 0)
      throw new ConfigurationError({ provider: id, operation: 'parseConfig', issues });
    return { account: String(given['account']), environment: given['environment'] as Environment };
  };
  return {
    id,
    drivers,
    configs,
    capabilities: testCapabilities,
    probes: [],
    parseConfig: parse,
    readFailure: () => Promise.reject(new Error('nobody asks it to read a failure')),
    fromEnv: () => ({ account: 'from-env', apiKey: 'CANARY-key' }),
    create: (config, runtime) => {
      const { account, environment } = parse(config);
      const driver = new AccountDriver(id, account, environment);
      drivers.set(account, driver);
      configs.push(config);
      return new PortableRegistrar(driver, runtime);
    },
  };
}
