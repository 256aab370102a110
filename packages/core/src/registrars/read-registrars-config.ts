import type { RegistrarProvider } from '../config/registrar-provider.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import type { InputIssue } from '../errors/input-issue.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import { issuesOf } from './account-faults.js';
import { isFields, type Fields } from './fields.js';
import { readAccounts, type AccountConfig } from './read-accounts.js';
import { readRoutes } from './read-routes.js';
import type { RouteRules } from './route-table.js';

/** A configuration without a fault. */
export interface ConfigReading {
  readonly accounts: readonly AccountConfig[];
  readonly names: readonly string[];
  readonly rules: RouteRules;
}

/** Reads a configuration whole. @throws ConfigurationError with every fault at once */
export function readRegistrarsConfig(
  config: unknown,
  providers: readonly RegistrarProvider[],
): ConfigReading {
  return readPlain(config, (fields) => {
    const { accounts, names, checked, faults, issues } = readAccounts(fields, providers);
    const reading = readRoutes(fields['routes'], names);
    const all = [...issues, ...issuesOf(faults, checked), ...reading.issues];
    if (all.length > 0) throw refuse(all);
    return { accounts, names, rules: reading.rules };
  });
}

/** Reads a configuration that may be anything, getters that throw included. */
export function readPlain<Result>(config: unknown, read: (fields: Fields) => Result): Result {
  try {
    if (isFields(config)) return read(config);
  } catch (thrown) {
    if (isRegistrarError(thrown)) throw thrown;
    const problem = 'cannot be read: reading it throws an error of its own';
    throw refuse([{ path: 'config', problem, cure: 'give plain data' }]);
  }
  const cure = 'give { "registrars": …, "routes": … }';
  throw refuse([{ path: 'config', problem: 'is not an object', cure }]);
}

export function refuse(issues: readonly InputIssue[]): ConfigurationError {
  return new ConfigurationError({
    provider: 'registrar-kit',
    operation: 'createRegistrars',
    issues,
  });
}
