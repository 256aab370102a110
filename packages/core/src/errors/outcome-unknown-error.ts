import type { OperationHandle } from '../outcome/operation-handle.js';
import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/**
 * The answer to a paid order was lost and reading could not settle whether it was executed. Do not order again under another
 * key: hand `handle` to `reconcileOperation` later, from any process. A raw call that may have charged is never settled by
 * reading.
 */
export class OutcomeUnknownError extends RegistrarError {
  override readonly name = 'OutcomeUnknownError';
  override readonly code = 'OUTCOME_UNKNOWN';
  /** The order, as plain JSON. */
  readonly handle: OperationHandle;
  /** Why the answer was lost, in words. */
  readonly lostBecause: string;
  /**
   * ISO instant. From then on the same call with the same key looks again, and sends a registration once more if it still finds
   * nothing: a name is registered once. `undefined` for orders that are never sent again, and while one is still under way.
   */
  readonly repeatableAt: string | undefined;

  constructor(
    init: Omit<RegistrarErrorInit, 'effect'> & {
      readonly handle: OperationHandle;
      readonly lostBecause: string;
      readonly repeatableAt?: string | undefined;
    },
  ) {
    super('OUTCOME_UNKNOWN', { ...init, effect: 'unknown' });
    this.handle = init.handle;
    this.lostBecause = init.lostBecause;
    this.repeatableAt = init.repeatableAt;
  }

  protected override details(): Record<string, unknown> {
    const { handle, lostBecause, repeatableAt } = this;
    return { handle, lostBecause, repeatableAt };
  }
}
