import type { PricedOperation } from '../operations/get-prices.js';
import type { DomainName } from '../values/domain-name.js';
import type { Environment } from '../values/environment.js';

/** Names one paid operation for good: plain JSON, usable in another process, and free of secrets. */
export interface OperationHandle {
  readonly id: string;
  readonly provider: string;
  readonly environment: Environment;
  readonly kind: PricedOperation;
  readonly domain: DomainName;
  /** The provider's own order number, where it gave one. */
  readonly vendorRef?: string;
}
