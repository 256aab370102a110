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
import type { TransferObstacle } from '../world/world-transfer.js';
import { obstacleReasons } from './obstacle-reasons.js';

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
    case 'attribute_missing':
      return invalid(
        origin,
        `tldAttributes.${reason.key}`,
        'is missing',
        'give the field; getTldRequirements lists what the registry wants',
      );
    case 'attribute_not_permitted':
      return invalid(
        origin,
        `tldAttributes.${reason.key}`,
        'is not a value that the registry permits',
        'choose one of those that getTldRequirements lists',
      );
    case 'not_transferable':
      return errorOfObstacle(reason.obstacle, origin);
    case 'transfer_not_found':
      return new DomainNotFoundError({
        ...origin,
        detail: 'no such transfer was ordered in this account',
      });
    case 'wrong_transfer_stage':
      return new InvalidDomainStateError({
        ...origin,
        detail: `the transfer is ${reason.stage.replaceAll('_', ' ')}, which does not permit it`,
      });
    case 'domain_locked':
      return new InvalidDomainStateError({
        ...origin,
        detail: 'the registrar lock holds the domain; unlock it first',
      });
    case 'nothing_to_verify':
      return new InvalidDomainStateError({
        ...origin,
        detail: 'the registrant has confirmed the address already or need not confirm it',
      });
    case 'invalid_host':
      return invalid(origin, 'host', 'is not a host below the domain', 'give its full name');
    case 'host_exists':
      return new InvalidDomainStateError({
        ...origin,
        detail: 'there is a glue host of this name already; update it instead',
      });
    case 'host_not_found':
      return new DomainNotFoundError({ ...origin, detail: 'the domain has no such glue host' });
    case 'host_in_use':
      return new InvalidDomainStateError({
        ...origin,
        detail: 'a domain uses the host as its name server; give that domain others first',
      });
    case 'invalid_address':
      return invalid(
        origin,
        'addresses',
        reason.address === undefined ? 'are none or too many' : 'hold one that is no IP address',
        'give IPv4 or IPv6 addresses',
      );
    case 'invalid_record':
      return invalid(origin, 'records', reason.because, 'correct the record');
    case 'record_set_not_found':
      return invalid(
        origin,
        'records',
        `there is no ${reason.type} record of this name`,
        'read the zone again',
      );
    case 'not_on_provider_dns':
      return new InvalidDomainStateError({
        ...origin,
        detail: 'other name servers answer for the domain; reset the name servers first',
      });
    case 'invalid_forward':
      return invalid(origin, 'forwards', reason.because, 'correct the forward');
    case 'url_forward_not_found':
      return new InvalidDomainStateError({ ...origin, detail: 'the domain has no URL forward' });
  }
}

function errorOfObstacle(obstacle: TransferObstacle, origin: ErrorOrigin): AnyRegistrarError {
  const detail = obstacleReasons[obstacle];
  switch (obstacle) {
    case 'auth_code_missing':
      return invalid(origin, 'authCode', 'is missing', 'get it from the losing registrar');
    case 'auth_code_wrong':
      return invalid(
        origin,
        'authCode',
        'is not the right one',
        'get it from the losing registrar',
      );
    case 'not_transferable':
      return unsupported(origin, detail);
    case 'not_registered':
      return new DomainUnavailableError({ ...origin, detail });
    case 'already_here':
    case 'already_started':
    case 'locked':
    case 'too_young':
      return new InvalidDomainStateError({ ...origin, detail });
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
