import {
  AccessDeniedError,
  AuthenticationError,
  DomainNotFoundError,
  DomainUnavailableError,
  formatMoney,
  InsufficientFundsError,
  InvalidDomainStateError,
  InvalidInputError,
  PriceChangedError,
  UnsupportedOperationError,
  type AnyRegistrarError,
  type ErrorOrigin,
} from '@registrar-kit/core';
import type { RefusalReason } from '../world/world-refusal.js';

/** The error that a registrar gives for what the world refused. Nothing was executed. */
export function errorOfRefusal(reason: RefusalReason, origin: ErrorOrigin): AnyRegistrarError {
  switch (reason.kind) {
    case 'unknown_account':
      return new AuthenticationError({
        ...origin,
        reason: 'unknown_account',
        detail: 'the registrar does not know the account; add it to the world',
        causes: ['unknown_account'],
      });
    case 'invalid_name':
      return invalid(origin, 'domain', reason.because, 'choose a name that the registry accepts');
    case 'tld_not_sold':
      return new DomainUnavailableError({
        ...origin,
        detail: 'names with this ending are not sold; choose another ending',
        causes: ['tld_not_sold'],
      });
    case 'name_taken':
      return new DomainUnavailableError({
        ...origin,
        detail: 'the name is already registered; choose another',
        causes: ['domain_taken'],
      });
    case 'name_reserved':
      return new DomainUnavailableError({
        ...origin,
        detail: 'the registry keeps the name back; choose another',
        causes: ['domain_taken'],
      });
    case 'years_out_of_range':
      return invalid(
        origin,
        'years',
        `${String(reason.years)} is not possible with this ending`,
        `give ${String(reason.min)} to ${String(reason.max)}`,
      );
    case 'too_far_ahead':
      return invalid(
        origin,
        'years',
        `the new date would lie more than ${String(reason.maxYears)} years ahead`,
        'give fewer years',
      );
    case 'currency_not_sold':
      return invalid(
        origin,
        'price',
        `the name has no price in ${reason.currency}`,
        'use an account in another currency',
      );
    case 'price_mismatch':
      return new PriceChangedError({
        ...origin,
        detail: `the price is ${formatMoney(reason.price)}, the order said ${formatMoney(reason.accepted)}; ask for a new quote`,
        agreed: reason.accepted,
        current: reason.price,
      });
    case 'insufficient_funds':
      return new InsufficientFundsError({
        ...origin,
        detail: `the order costs ${formatMoney(reason.price)} and the account holds ${formatMoney(reason.available)}; top it up`,
      });
    case 'domain_not_found':
      return new DomainNotFoundError({ ...origin, detail: 'the domain is not in this account' });
    case 'not_owner':
      return new AccessDeniedError({
        ...origin,
        reason: 'not_domain_owner',
        detail: 'the domain belongs to another account',
        causes: ['not_domain_owner'],
      });
    case 'wrong_status':
      return new InvalidDomainStateError({
        ...origin,
        detail: `the domain is ${reason.status}, which does not permit it`,
        state: reason.status,
      });
    case 'not_renewable':
      return unsupported(origin, 'domains with this ending cannot be renewed here');
    case 'nameserver_count':
      return invalid(
        origin,
        'nameservers',
        `there are ${String(reason.count)} different ones`,
        `give ${String(reason.min)} to ${String(reason.max)}`,
      );
    case 'invalid_nameserver':
      return invalid(origin, 'nameservers', 'one is not a host name', 'give full host names');
    case 'lock_not_supported':
      return unsupported(origin, 'the registry has no lock for this ending');
    case 'privacy_not_supported':
      return unsupported(origin, 'the registry permits no privacy for this ending');
  }
}

function invalid(
  origin: ErrorOrigin,
  path: string,
  problem: string,
  cure: string,
): InvalidInputError {
  return new InvalidInputError({ ...origin, issues: [{ path, problem, cure }] });
}

function unsupported(origin: ErrorOrigin, reason: string): UnsupportedOperationError {
  return new UnsupportedOperationError({ ...origin, reason });
}
