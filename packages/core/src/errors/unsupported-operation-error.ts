import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** The provider does not offer the operation; `registrar.capabilities[operation]` says the same before the call. */
export class UnsupportedOperationError extends RegistrarError {
  override readonly name = 'UnsupportedOperationError';
  override readonly code = 'UNSUPPORTED_OPERATION';
  /** Why, as the capability table states it. */
  readonly reason: string;
  /** What to do instead, where there is something. */
  readonly alternative: string | undefined;

  constructor(
    init: Omit<RegistrarErrorInit, 'detail'> & {
      readonly reason: string;
      readonly alternative?: string | undefined;
    },
  ) {
    super('UNSUPPORTED_OPERATION', {
      ...init,
      detail: init.alternative === undefined ? init.reason : `${init.reason}; ${init.alternative}`,
    });
    this.reason = init.reason;
    this.alternative = init.alternative;
  }

  protected override details(): Record<string, unknown> {
    return { reason: this.reason, alternative: this.alternative };
  }
}
