import type { OperationHandle } from '../outcome/operation-handle.js';
import type { RegisterDomainResult } from './register-domain.js';
import type { RenewDomainResult } from './renew-domain.js';
import type { RestoreDomainResult } from './restore-domain.js';
import type { TransferDomainResult } from './transfer-domain.js';

/** The purchase that is meant. */
export interface OperationInput {
  /** From a result, from the `handle` of an OutcomeUnknownError, or from the journal. */
  readonly operation: OperationHandle;
}

/** How a purchase stands. */
export type OperationState =
  | {
      readonly status: 'done' | 'pending';
      readonly result:
        RegisterDomainResult | RenewDomainResult | RestoreDomainResult | TransferDomainResult;
    }
  /** Refused by the registrar; nothing was charged. */
  | { readonly status: 'refused' }
  /** Still not settled: reading neither proves nor disproves it. */
  | { readonly status: 'unknown' };
