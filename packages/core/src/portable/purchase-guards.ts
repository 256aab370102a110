import type { DriverAvailability } from '../driver/registrar-driver.js';
import { DomainUnavailableError } from '../errors/domain-unavailable-error.js';
import type { ErrorOrigin } from '../errors/error-origin.js';
import { InvalidDomainStateError } from '../errors/invalid-domain-state-error.js';
import { ProviderError } from '../errors/provider-error.js';
import type { Domain } from '../operations/get-domain.js';

/** Only a clear "available" lets an order through; a name that could not be told is not ordered. */
export function assertAvailable(row: DriverAvailability | undefined, origin: ErrorOrigin): void {
  if (row?.availability === 'available') return;
  if (row?.availability === 'taken') {
    throw new DomainUnavailableError({
      ...origin,
      detail: 'the name is already registered; choose another',
      causes: ['domain_taken'],
    });
  }
  if (row?.reason === 'tld_not_sold') {
    throw new DomainUnavailableError({
      ...origin,
      detail: 'this account cannot register names with this ending',
      causes: ['tld_not_sold'],
    });
  }
  if (row?.error !== undefined) throw row.error;
  throw new ProviderError({
    ...origin,
    detail:
      'the provider did not say whether the name can be registered, so it was not ordered; try again later',
    transient: true,
  });
}

/** Only a domain that still expires on the day the caller read is renewed: otherwise somebody renewed it meanwhile. */
export function assertRenewable(
  domain: Domain,
  expectedExpiresOn: string,
  origin: ErrorOrigin,
): void {
  const { status, expiresOn } = domain;
  if (status === 'redemption') {
    throw new InvalidDomainStateError({
      ...origin,
      detail: 'the domain is in redemption; restoreDomain brings it back, at another price',
      state: status,
    });
  }
  if (expiresOn === expectedExpiresOn) return;
  const detail =
    expiresOn === undefined
      ? 'the provider does not state when the domain expires, so a renewal could not be told from a second one'
      : `the domain expires on ${expiresOn}, not on ${expectedExpiresOn}; it was renewed meanwhile, read it again before renewing`;
  throw new InvalidDomainStateError({ ...origin, detail, state: status });
}

/** Only what has expired can be restored; whatever else is paid for by mistake would be lost money. */
export function assertRestorable({ status }: Domain, origin: ErrorOrigin): void {
  if (status === 'redemption' || status === 'expired') return;
  const detail =
    status === 'active'
      ? 'the domain is active, so there is nothing to restore; renewDomain extends it'
      : status === 'restoring'
        ? 'a restore of the domain is under way already'
        : `the domain is ${status}, and only one that has expired or is in redemption can be restored`;
  throw new InvalidDomainStateError({ ...origin, detail, state: status });
}
