import type { ErrorCode, Money, OperationName } from '@registrar-kit/core';
import type { ErrorDetails } from './error-details.js';
import { purchaseMatcher, type PurchaseDetails } from './purchase-matchers.js';
import { toBeRegistrarError } from './to-be-registrar-error.js';
import { toHaveAskedFor, type CallDetails } from './to-have-asked-for.js';
import { toHaveCharged } from './to-have-charged.js';

/**
 * What `expect(…)` gains. The first five look at what was really bought, in the ledger of a `FakeRegistrar`, of a mounted
 * simulator or of a `RegistryWorld`, whatever the answers said.
 */
export interface RegistrarMatchers<Result = void> {
  /** The domain was registered once; see {@link PurchaseDetails} for years, amount and count. With `.not`: not once. */
  toHaveRegistered(domain: string, details?: PurchaseDetails): Result;
  /** The domain was renewed once. With `.not`: not once. */
  toHaveRenewed(domain: string, details?: PurchaseDetails): Result;
  /** A transfer of the domain was ordered and paid once. With `.not`: not once. */
  toHaveTransferred(domain: string, details?: PurchaseDetails): Result;
  /** The domain was restored once. With `.not`: not once. */
  toHaveRestored(domain: string, details?: PurchaseDetails): Result;
  /** Exactly this was paid in all; or, as an array, these amounts in order; or, without an argument, anything at all. */
  toHaveCharged(...expected: [] | [Money | readonly Money[]]): Result;
  /** A `FakeRegistrar` or a stub was asked for the operation, however it answered. With `.not`: not once. */
  toHaveAskedFor(operation: OperationName, details?: CallDetails): Result;
  /** It is an error of this library; takes an error, a function that throws, and a promise by `.rejects`. */
  toBeRegistrarError<Code extends ErrorCode>(code?: Code, details?: ErrorDetails<Code>): Result;
}

/** The matchers themselves, for `expect.extend` of Jest or Vitest. */
export const registrarMatchers = {
  toHaveRegistered: purchaseMatcher('toHaveRegistered', 'registerDomain'),
  toHaveRenewed: purchaseMatcher('toHaveRenewed', 'renewDomain'),
  toHaveTransferred: purchaseMatcher('toHaveTransferred', 'transferDomain'),
  toHaveRestored: purchaseMatcher('toHaveRestored', 'restoreDomain'),
  toHaveCharged,
  toHaveAskedFor,
  toBeRegistrarError,
} satisfies Record<keyof RegistrarMatchers, unknown>;
