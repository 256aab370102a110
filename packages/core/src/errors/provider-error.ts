import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** The registrar refused with a code that has no class of its own, or reported a fault of its own. The code is kept in `vendor`. */
export class ProviderError extends RegistrarError {
  override readonly name = 'ProviderError';
  override readonly code = 'PROVIDER_ERROR';

  constructor(init: RegistrarErrorInit) {
    super('PROVIDER_ERROR', init, false);
  }
}
