import type { PricedOperation } from '../operations/get-prices.js';
import type { DomainName } from '../values/domain-name.js';
import type { Environment } from '../values/environment.js';

/** Names one paid operation for good: plain JSON, usable in another process, and free of secrets. */
export type OperationHandle = PurchaseHandle | RawCallHandle;

/** Names a purchase of the contract. */
export interface PurchaseHandle {
  readonly id: string;
  readonly provider: string;
  readonly environment: Environment;
  readonly kind: PricedOperation;
  readonly domain: DomainName;
  /** The provider's own order number, where it gave one. */
  readonly vendorRef?: string;
}

/** Names a raw call that may have charged the account. What it is about stands in its parameters, which are not kept. */
export interface RawCallHandle {
  readonly id: string;
  readonly provider: string;
  readonly environment: Environment;
  readonly kind: 'raw';
  /** The vendor's own name of what was called. */
  readonly command: string;
  readonly domain?: undefined;
  readonly vendorRef?: undefined;
}

/**
 * What an order holds against others of its kind while it is not settled. A purchase holds its domain. A raw call holds nothing
 * but itself: the same command for another customer must not wait for it.
 */
export function subjectOf({ id, domain }: OperationHandle): string {
  return domain ?? id;
}

/**
 * The kinds of orders that exclude each other for one subject while one of them is not settled; the first stands for all. A
 * renewal and a restore both bring a lapsed domain back and move its date, so that neither could be proved beside the other.
 */
export function rivalKindsOf(kind: OperationHandle['kind']): RivalKinds {
  return prolonging.includes(kind) ? prolonging : [kind];
}

type RivalKinds = readonly [OperationHandle['kind'], ...OperationHandle['kind'][]];

const prolonging: RivalKinds = ['renewDomain', 'restoreDomain'];
