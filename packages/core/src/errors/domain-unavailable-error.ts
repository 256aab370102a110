import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** The name cannot be registered here: taken, reserved or not sold. */
export class DomainUnavailableError extends RegistrarError {
  override readonly name = 'DomainUnavailableError';
  override readonly code = 'DOMAIN_UNAVAILABLE';

  constructor(init: RegistrarErrorInit) {
    super('DOMAIN_UNAVAILABLE', init, false);
  }
}
