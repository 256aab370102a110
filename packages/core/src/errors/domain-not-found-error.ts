import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** The domain is not in this account as far as the registrar says. One such answer never means that the domain is gone. */
export class DomainNotFoundError extends RegistrarError {
  override readonly name = 'DomainNotFoundError';
  override readonly code = 'DOMAIN_NOT_FOUND';

  constructor(init: RegistrarErrorInit) {
    super('DOMAIN_NOT_FOUND', init, false);
  }
}
