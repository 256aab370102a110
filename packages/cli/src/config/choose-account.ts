import {
  createRegistrars,
  selectRegistrarConfig,
  type RegistrarProvider,
  type RouteSubject,
} from '@registrar-kit/core';
import { UsageError } from '../usage-error.js';
import type { FoundConfiguration } from './load-configuration.js';

type Configuration = FoundConfiguration['config'];

/** One account out of a configuration, as `createRegistrar` takes it. */
export interface ChosenAccount {
  readonly name: string;
  readonly config: Configuration;
  /** Why it was chosen, where nobody named it. */
  readonly rule?: string;
}

/** Whether a configuration holds accounts by name. */
export function holdsAccounts(config: Configuration): boolean {
  return config['registrars'] !== undefined;
}

/**
 * The account that a command is for: the one that is named, else the one that the routes choose for what the command is about.
 *
 * @throws UsageError where neither names one; ConfigurationError
 */
export function chooseAccount(
  config: Configuration,
  providers: readonly RegistrarProvider[],
  {
    named,
    about,
  }: { readonly named?: string | undefined; readonly about?: RouteSubject | undefined },
): ChosenAccount {
  const chosen = (name: string): ChosenAccount => ({
    name,
    config: selectRegistrarConfig(config, name, providers),
  });
  if (named !== undefined) return chosen(named);
  const registrars = createRegistrars(config, providers);
  const [only, ...others] = registrars.names;
  if (only !== undefined && others.length === 0) return chosen(only);
  const { manager, rule } = about === undefined ? {} : registrars.routeOf(about);
  if (manager !== undefined && rule !== undefined) return { ...chosen(manager), rule };
  const problem =
    about === undefined
      ? 'several registrars are configured'
      : 'several registrars are configured, and no route chooses one of them for this';
  throw new UsageError(problem, `name one: --registrar ${registrars.names.join('|')}`);
}
