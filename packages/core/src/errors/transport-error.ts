import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** How far a request got before the connection failed. `not_sent` is proof that the registrar did nothing. */
export type TransportPhase = 'not_sent' | 'sent';

/** The connection failed: name resolution, refusal, TLS, a reset, or a proxy. */
export class TransportError extends RegistrarError {
  override readonly name = 'TransportError';
  override readonly code = 'TRANSPORT_FAILED';
  /** Node's own code, such as `ECONNREFUSED`, where it gave one. */
  readonly systemCode: string | undefined;
  readonly phase: TransportPhase;

  constructor(
    init: RegistrarErrorInit & {
      readonly systemCode?: string | undefined;
      readonly phase: TransportPhase;
    },
  ) {
    super('TRANSPORT_FAILED', init, true);
    this.systemCode = init.systemCode;
    this.phase = init.phase;
  }

  protected override details(): Record<string, unknown> {
    return { systemCode: this.systemCode, phase: this.phase };
  }
}
