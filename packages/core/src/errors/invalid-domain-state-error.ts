import type { DomainStatus } from '../values/domain-status.js';
import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** The domain is not in a state that permits the operation: expired, locked, pending, or already changed. */
export class InvalidDomainStateError extends RegistrarError {
  override readonly name = 'InvalidDomainStateError';
  override readonly code = 'INVALID_DOMAIN_STATE';
  /** The state it is in, where that is known. */
  readonly state: DomainStatus | undefined;

  constructor(init: RegistrarErrorInit & { readonly state?: DomainStatus | undefined }) {
    super('INVALID_DOMAIN_STATE', init);
    this.state = init.state;
  }

  protected override details(): Record<string, unknown> {
    return { state: this.state };
  }
}
