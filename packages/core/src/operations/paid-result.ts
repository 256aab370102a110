import type { PurchaseHandle } from '../outcome/operation-handle.js';
import type { ErrorCode } from '../errors/error-code.js';
import type { Money } from '../values/money.js';
import type { Quote } from './quote.js';

/** What can be wished beside a purchase. */
export type SettingName = 'privacy' | 'lock' | 'nameservers' | 'contacts';

/**
 * A wish beside the purchase that did not come true, or of which that is not known; the purchase stands. Calling the same
 * operation with the same input and key carries it out again, without paying again.
 */
export interface IncompleteSetting {
  readonly setting: SettingName;
  /** The error as plain data, since results are kept in the journal. */
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly retryable: boolean;
  };
}

/** What every purchase answers. */
export interface PaidResult {
  /** `pending`: paid and accepted, but the registry, a document or an e-mail is still awaited. */
  readonly status: 'done' | 'pending';
  /** Names the purchase; plain JSON, usable in another process. */
  readonly operation: PurchaseHandle;
  /** What the provider says it took; absent where it does not say. */
  readonly charged?: Money;
  /** By how much `charged` exceeds what was agreed; absent where it does not. */
  readonly exceededConsent?: Money;
  /** Whether the answer had been lost and the result was proved by reading. */
  readonly recovered: boolean;
  /** Somebody saw that it was executed, which no reading showed; see `witnessed` of `reconcileOperation`. Absent otherwise. */
  readonly witnessed?: true;
  /** Whether this is the recorded result of an earlier call with the same key. */
  readonly replayed: boolean;
  /** Wishes that failed after the purchase. */
  readonly incomplete: readonly IncompleteSetting[];
}

/** What a paid call with `dryRun: true` answers: nothing was sent, this is what it would cost. */
export interface DryRunResult {
  readonly status: 'not_sent';
  readonly quote: Quote;
}
