import type { RegistrarProvider } from '../config/registrar-provider.js';
import { nameOf } from './fields.js';
import { readAccounts } from './read-accounts.js';
import { readPlain, refuse } from './read-registrars-config.js';

/**
 * The configuration of one account out of several, as `createRegistrar` and `diagnoseRegistrar` take it: what it says itself
 * before what is common. They check it; here it may be as faulty as the other accounts and the routes.
 *
 * @param name - as in `registrars`
 * @throws {@link ConfigurationError} when there is no such account.
 */
export function selectRegistrarConfig(
  config: unknown,
  name: string,
  providers: readonly RegistrarProvider[],
): Readonly<Record<string, unknown>> {
  const { given, issues } = readPlain(config, (fields) => readAccounts(fields, providers));
  const found = given.get(name);
  if (found !== undefined) return found;
  if (given.size === 0 && issues.length > 0) throw refuse(issues);
  throw refuse([
    {
      path: `registrars.${nameOf(name)}`,
      problem: 'is missing, or is no object',
      cure: `choose from: ${[...given.keys()].map(nameOf).join(', ')}`,
    },
  ]);
}
