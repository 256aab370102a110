import type { RegistrarProvider } from '../config/registrar-provider.js';
import type { RegistrarRuntime } from '../config/registrar-runtime.js';
import type { Registrar } from '../registrar.js';
import { faultsOf, issuesOf } from './account-faults.js';
import { runtimeOf } from './account-runtime.js';
import { checkAccounts } from './check-accounts.js';
import type { AccountConfig } from './read-accounts.js';
import { readRegistrarsConfig, refuse } from './read-registrars-config.js';
import type { Registrars } from './registrars.js';
import { RouteTable } from './route-table.js';
import { RoutedRegistrars } from './routed-registrars.js';

/**
 * Makes the registrars that a configuration names, each an account of its own, and routes domains to them: see
 * {@link RegistrarsConfig}. A configuration made for `createRegistrar` gives one, named after its provider, so that a program
 * written for several also runs with one, such as the one of `registrarConfigFromEnv`.
 *
 * Nothing is sent. What an account sells is what the routes say: no list of endings is read, which would cost a part of each
 * account's quota at every start and again whenever it had to be fresh. An account that turns out not to sell an ending says so
 * in its answer, and the next one is asked.
 *
 * @param config - plain data, such as the contents of `registrar.config.json`
 * @param providers - the adapters that may be chosen
 * @param runtime - shared by all; events carry the account's name as `registrar`
 * @throws {@link ConfigurationError} with every fault of every account and route at once, each by its path such as
 * `registrars.second.apiKey` or `routes.tlds.com`; also where two names stand for one account, and where accounts of the test and
 * the live environment would be compared.
 */
export function createRegistrars(
  config: unknown,
  providers: readonly RegistrarProvider[],
  runtime: RegistrarRuntime = {},
): Registrars {
  const { accounts, names, rules } = readRegistrarsConfig(config, providers);
  const registrars = createAll(accounts, runtime);
  const table = new RouteTable(rules, names);
  const faults = checkAccounts(registrars, rules, table);
  if (faults.length > 0) throw refuse(faults);
  return new RoutedRegistrars(registrars, table, runtime);
}

/** Created only once everything is known to be well-formed: an account's quota lasts as long as the process. */
function createAll(
  accounts: readonly AccountConfig[],
  runtime: RegistrarRuntime,
): ReadonlyMap<string, Registrar> {
  const registrars = new Map<string, Registrar>();
  const faults = accounts.flatMap(({ name, provider, config, placeOf }) => {
    try {
      registrars.set(name, provider.create(config, runtimeOf(name, runtime)));
      return [];
    } catch (thrown) {
      return faultsOf(thrown, name, placeOf);
    }
  });
  const names = accounts.map(({ name }) => name);
  if (faults.length > 0) throw refuse(issuesOf(faults, names));
  return registrars;
}
