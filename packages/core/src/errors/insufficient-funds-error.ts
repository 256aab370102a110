import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** The registrar account does not hold enough money for the order. Nothing was bought. */
export class InsufficientFundsError extends RegistrarError {
  override readonly name = 'InsufficientFundsError';
  override readonly code = 'INSUFFICIENT_FUNDS';

  constructor(init: RegistrarErrorInit) {
    super('INSUFFICIENT_FUNDS', init, false);
  }
}
