import type { OperationHandle } from '../outcome/operation-handle.js';
import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/**
 * The answer to a paid order was lost and reading could not settle whether it was executed. Do not order again:
 * hand `handle` to `reconcileOperation` later, from any process. A raw call that may have charged is never settled by reading.
 */
export class OutcomeUnknownError extends RegistrarError {
  override readonly name = 'OutcomeUnknownError';
  override readonly code = 'OUTCOME_UNKNOWN';
  /** The order, as plain JSON. */
  readonly handle: OperationHandle;
  /** Why the answer was lost, in words. */
  readonly lostBecause: string;

  constructor(
    init: Omit<RegistrarErrorInit, 'effect'> & {
      readonly handle: OperationHandle;
      readonly lostBecause: string;
    },
  ) {
    super('OUTCOME_UNKNOWN', { ...init, effect: 'unknown' });
    this.handle = init.handle;
    this.lostBecause = init.lostBecause;
  }

  protected override details(): Record<string, unknown> {
    return { handle: this.handle, lostBecause: this.lostBecause };
  }
}
