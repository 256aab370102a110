import type { OperationHandle, RawCallHandle } from '../outcome/operation-handle.js';
import type { RegisterDomainResult } from './register-domain.js';
import type { RenewDomainResult } from './renew-domain.js';
import type { RestoreDomainResult } from './restore-domain.js';
import type { TransferDomainResult } from './transfer-domain.js';
import type { TransferCause } from './transfers.js';

/** The purchase that is meant. */
export interface OperationInput {
  /** From a result, from the `handle` of an OutcomeUnknownError, or from the journal. */
  readonly operation: OperationHandle;
}

/** The purchase to wait for. */
export interface WaitForOperationInput extends OperationInput {
  /**
   * The longest pause between two looks, in milliseconds, 1,000 at least. The first is 5 seconds, and each is half as long
   * again as the one before.
   * @defaultValue 60,000
   */
  readonly maxPauseMs?: number;
  /** Hears what each look finds, the last included. What it throws is swallowed. */
  readonly onProgress?: (state: OperationState) => void;
}

/** How a purchase stands. */
export type OperationState =
  | {
      readonly status: 'done' | 'pending';
      readonly result:
        RegisterDomainResult | RenewDomainResult | RestoreDomainResult | TransferDomainResult;
    }
  /**
   * Accepted and charged, and then ended without the domain, as transfers do that the losing side rejects. Whether the charge is
   * given back is the registrar's to say. A transfer that is started again with `resubmitTransfer` is pending again.
   */
  | { readonly status: 'failed'; readonly cause?: TransferCause; readonly reason?: string }
  /**
   * Refused by the registrar; nothing was charged. Only waitForOperation sees it happen: the journal then forgets the order, and
   * to look for it afterwards is an InvalidInputError.
   */
  | { readonly status: 'refused' }
  /** A raw call that the registrar answered; the answer is not kept. `sentAt` is an ISO instant. */
  | { readonly status: 'answered'; readonly operation: RawCallHandle; readonly sentAt: string }
  /** Still not settled: reading neither proves nor disproves it. For raw calls nothing can be read, so they stay so. */
  | { readonly status: 'unknown' };
