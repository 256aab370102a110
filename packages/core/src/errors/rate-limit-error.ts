import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** The window that is used up, where it is known. */
export type RateLimitReason = 'second' | 'minute' | 'hour' | 'day' | 'unspecified';

/** 429: too many calls. Nothing is wrong with the credentials and nothing was executed. */
export class RateLimitError extends RegistrarError {
  override readonly name = 'RateLimitError';
  override readonly code = 'RATE_LIMITED';
  readonly reason: RateLimitReason;
  /** Milliseconds to wait, as the registrar asked or as our own quota knows; `undefined` when neither said. */
  readonly retryAfterMs: number | undefined;
  /** The route that is limited, such as `/api` or `/api-bulk`, where limits differ by route. */
  readonly endpoint: string | undefined;
  /** Who refused: the registrar, or our own quota before anything was sent. */
  readonly source: 'registrar' | 'quota';

  constructor(
    init: RegistrarErrorInit & {
      readonly reason: RateLimitReason;
      readonly retryAfterMs?: number | undefined;
      readonly endpoint?: string | undefined;
      readonly source: 'registrar' | 'quota';
    },
  ) {
    super('RATE_LIMITED', init, true);
    this.reason = init.reason;
    this.retryAfterMs = init.retryAfterMs;
    this.endpoint = init.endpoint;
    this.source = init.source;
  }

  protected override details(): Record<string, unknown> {
    return {
      reason: this.reason,
      retryAfterMs: this.retryAfterMs,
      endpoint: this.endpoint,
      source: this.source,
    };
  }
}
