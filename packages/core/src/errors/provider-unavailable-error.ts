import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** The registrar's service is down or overloaded. */
export class ProviderUnavailableError extends RegistrarError {
  override readonly name = 'ProviderUnavailableError';
  override readonly code = 'PROVIDER_UNAVAILABLE';

  constructor(init: RegistrarErrorInit) {
    super('PROVIDER_UNAVAILABLE', init, true);
  }
}
