import type { DnsRecordType, DomainStatus, Money } from '@registrar-kit/core';
import type { TransferObstacle, TransferStage } from './world-transfer.js';

/** Why the world did not do it. Closed, so that a simulator can map every kind to the vendor's own fault. */
export type RefusalReason =
  | { readonly kind: 'unknown_account'; readonly account: string }
  | { readonly kind: 'invalid_name'; readonly domain: string; readonly because: string }
  | { readonly kind: 'tld_not_sold'; readonly domain: string }
  | { readonly kind: 'name_taken'; readonly domain: string }
  | { readonly kind: 'name_reserved'; readonly domain: string }
  | {
      readonly kind: 'years_out_of_range';
      readonly domain: string;
      readonly years: number;
      readonly min: number;
      readonly max: number;
    }
  /** The new date would lie further ahead than the registry allows. */
  | { readonly kind: 'too_far_ahead'; readonly domain: string; readonly maxYears: number }
  | { readonly kind: 'currency_not_sold'; readonly domain: string; readonly currency: string }
  /** `acceptedTotal` is not what the order costs. */
  | {
      readonly kind: 'price_mismatch';
      readonly domain: string;
      readonly accepted: Money;
      readonly price: Money;
    }
  | {
      readonly kind: 'insufficient_funds';
      readonly domain: string;
      readonly price: Money;
      readonly available: Money;
    }
  /** No such domain in this world's registrar. */
  | { readonly kind: 'domain_not_found'; readonly domain: string }
  /** The domain is another account's. */
  | { readonly kind: 'not_owner'; readonly domain: string; readonly account: string }
  /** The domain is not in a state that permits it. */
  | { readonly kind: 'wrong_status'; readonly domain: string; readonly status: DomainStatus }
  | { readonly kind: 'not_renewable'; readonly domain: string }
  | {
      readonly kind: 'nameserver_count';
      readonly domain: string;
      readonly count: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: 'invalid_nameserver'; readonly domain: string; readonly nameserver: string }
  | { readonly kind: 'lock_not_supported'; readonly domain: string }
  | { readonly kind: 'privacy_not_supported'; readonly domain: string }
  /** The registry wants an extra field that the order does not hold. */
  | { readonly kind: 'attribute_missing'; readonly domain: string; readonly key: string }
  /** The registry does not permit the value of an extra field. */
  | { readonly kind: 'attribute_not_permitted'; readonly domain: string; readonly key: string }
  | {
      readonly kind: 'not_transferable';
      readonly domain: string;
      readonly obstacle: TransferObstacle;
    }
  /** No such transfer in this account; `transfer` is the name or the number that was asked for. */
  | { readonly kind: 'transfer_not_found'; readonly transfer: string }
  /** The transfer has gone too far for it, or not far enough. */
  | {
      readonly kind: 'wrong_transfer_stage';
      readonly domain: string;
      readonly stage: TransferStage;
    }
  /** The registrar lock holds the domain. */
  | { readonly kind: 'domain_locked'; readonly domain: string }
  /** The registrant has confirmed already, or need not. */
  | { readonly kind: 'nothing_to_verify'; readonly domain: string }
  /** `host` is no host name below the domain. */
  | { readonly kind: 'invalid_host'; readonly domain: string; readonly host: string }
  | { readonly kind: 'host_exists'; readonly domain: string; readonly host: string }
  | { readonly kind: 'host_not_found'; readonly domain: string; readonly host: string }
  /** The host is a name server of `usedBy`. */
  | {
      readonly kind: 'host_in_use';
      readonly domain: string;
      readonly host: string;
      readonly usedBy: string;
    }
  /** No address, too many, or one that is none; `address` is absent in the first case. */
  | {
      readonly kind: 'invalid_address';
      readonly domain: string;
      readonly host: string;
      readonly address?: string;
    }
  | { readonly kind: 'invalid_record'; readonly domain: string; readonly because: string }
  | {
      readonly kind: 'record_set_not_found';
      readonly domain: string;
      readonly name: string;
      readonly type: DnsRecordType;
    }
  /** Other servers than the provider's answer for the domain. */
  | { readonly kind: 'not_on_provider_dns'; readonly domain: string }
  | { readonly kind: 'invalid_forward'; readonly domain: string; readonly because: string }
  | { readonly kind: 'url_forward_not_found'; readonly domain: string };

/** What kind of refusal it is. */
export type RefusalKind = RefusalReason['kind'];

const brand: unique symbol = Symbol.for('registrar-kit.world-refusal.v1');

/** The world refused: nothing was changed and nothing was charged. Match `reason` on its `kind`. */
export class WorldRefusal extends Error {
  override readonly name = 'WorldRefusal';
  readonly [brand] = true as const;
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(`registry world: ${reason.kind} (${subjectOf(reason)})`);
    this.reason = reason;
  }

  get kind(): RefusalKind {
    return this.reason.kind;
  }
}

function subjectOf(reason: RefusalReason): string {
  if ('domain' in reason) return reason.domain;
  return 'transfer' in reason ? reason.transfer : reason.account;
}

/** Whether the world refused, for one reason or any; works over two copies of this package. */
export function isWorldRefusal(error: unknown, kind?: RefusalKind): error is WorldRefusal {
  if (typeof error !== 'object' || error === null || !(brand in error)) return false;
  return kind === undefined || (error as WorldRefusal).kind === kind;
}

/** Ends an order. @throws WorldRefusal */
export function refuse(reason: RefusalReason): never {
  throw new WorldRefusal(reason);
}
