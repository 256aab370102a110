import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** No answer came in time. `effect` tells whether the provider may have acted. */
export class TimeoutError extends RegistrarError {
  override readonly name = 'TimeoutError';
  override readonly code = 'TIMEOUT';

  constructor(init: RegistrarErrorInit) {
    super('TIMEOUT', init, true);
  }
}
