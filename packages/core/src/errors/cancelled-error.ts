import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** The caller's signal ended the call. `effect` tells whether the provider may have acted. */
export class CancelledError extends RegistrarError {
  override readonly name = 'CancelledError';
  override readonly code = 'CANCELLED';

  constructor(init: RegistrarErrorInit) {
    super('CANCELLED', init, false);
  }
}
