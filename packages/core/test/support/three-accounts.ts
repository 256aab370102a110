import {
  createRegistrars,
  type DomainName,
  type DriverAvailability,
  type ErrorOrigin,
  type RegistrarRoutes,
  type Registrars,
  type RegistrarRuntime,
  ProviderUnavailableError,
  AuthenticationError,
} from '@registrar-kit/core';
import { accountProvider, type AccountDriver } from './account-provider.js';

/** Three accounts at two providers, as one configuration holds them. */
export interface ThreeAccounts {
  readonly registrars: Registrars;
  readonly main: AccountDriver;
  readonly second: AccountDriver;
  readonly dna: AccountDriver;
}

export const accounts = {
  main: { provider: 'first-registrar', account: 'one', apiKey: 'CANARY-one' },
  second: { provider: 'first-registrar', account: 'two', apiKey: 'CANARY-two' },
  dna: { provider: 'second-registrar', account: 'three', apiKey: 'CANARY-three' },
} as const;

/** Two accounts at one provider and one at another, behind the routes given. */
export function threeAccounts(
  routes?: RegistrarRoutes,
  runtime: RegistrarRuntime = {},
): ThreeAccounts {
  const first = accountProvider('first-registrar');
  const other = accountProvider('second-registrar');
  const registrars = createRegistrars(
    { environment: 'test', registrars: accounts, ...(routes === undefined ? {} : { routes }) },
    [first, other],
    runtime,
  );
  return {
    registrars,
    main: first.drivers.get('one')!,
    second: first.drivers.get('two')!,
    dna: other.drivers.get('three')!,
  };
}

/** A driver that answers like this to every name. */
export function saying(
  driver: AccountDriver,
  answerTo: (domain: DomainName) => Omit<DriverAvailability, 'domain'> | undefined,
): void {
  driver.checkAvailability = async (domains, call) => {
    driver.log.push({ operation: 'checkAvailability', request: domains, call });
    return domains.flatMap((domain) => {
      const answer = answerTo(domain);
      return answer === undefined ? [] : [{ domain, ...answer }];
    });
  };
}

/** A driver of which one operation fails, and counts how often. */
export function failing(
  driver: AccountDriver,
  operation: 'checkAvailability' | 'quote' | 'getDomain' | 'listDomains',
  errorOf: (origin: ErrorOrigin) => Error,
): void {
  driver[operation] = async (request: unknown, call: { origin: ErrorOrigin }) => {
    driver.log.push({ operation, request, call: call as never });
    throw errorOf(call.origin);
  };
}

export const down = (origin: ErrorOrigin): Error =>
  new ProviderUnavailableError({ ...origin, detail: 'it is down' });

export const lockedOut = (origin: ErrorOrigin): Error =>
  new AuthenticationError({ ...origin, reason: 'invalid_api_key', detail: 'the key is wrong' });

/** What a driver was asked for, request by request. */
export function askedFor(driver: AccountDriver): readonly unknown[] {
  return driver.log
    .filter(({ operation }) => operation === 'checkAvailability')
    .map(({ request }) => request);
}
