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

/** The purchase to settle. */
export interface ReconcileOperationInput extends OperationInput {
  /**
   * What a person saw in the registrar's own panel, or heard from its support, of an order that reading does not settle:
   * `not_executed` forgets the order, which frees its key and its domain; `executed` records it as done. It is read first all the
   * same, and a reading that finds the purchase overrules a testimony of `not_executed`.
   *
   * Be sure: when an order that was executed is called `not_executed`, the next one is paid again.
   * @defaultValue nobody has looked
   */
  readonly witnessed?: Testimony;
}

/** What somebody saw of an order. */
export type Testimony = 'executed' | 'not_executed';

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
      /** A reading or the record shows the purchase, although somebody saw that it was `not_executed`. */
      readonly overruled?: true;
    }
  /**
   * Accepted and charged, and then ended without the domain, as transfers do that the losing side rejects. Whether the charge is
   * given back is the registrar's to say. A transfer that is started again with `resubmitTransfer` is pending again.
   */
  | {
      readonly status: 'failed';
      readonly cause?: TransferCause;
      readonly reason?: string;
      /** As above. */
      readonly overruled?: true;
    }
  /**
   * Refused by the registrar, or witnessed not to be executed; nothing was charged. Only waitForOperation and the testimony see it
   * happen: the journal then forgets the order, and to look for it afterwards is an InvalidInputError.
   */
  | { readonly status: 'refused' }
  /** A raw call that the registrar answered; the answer is not kept. `sentAt` is an ISO instant. */
  | {
      readonly status: 'answered';
      readonly operation: RawCallHandle;
      readonly sentAt: string;
      /** As above. */
      readonly overruled?: true;
    }
  /**
   * Still not settled: reading neither proves nor disproves it. For raw calls nothing can be read, so that only a testimony settles
   * them.
   */
  | { readonly status: 'unknown' };
