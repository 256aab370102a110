import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** What the reply states about who we are. What is only inferred stands in `diagnosis`. */
export type AuthenticationReason =
  | 'missing_credentials'
  | 'malformed_credentials'
  | 'invalid_api_key'
  | 'unknown_account'
  | 'unsupported_auth_type'
  | 'key_rejected_or_access_disabled'
  | 'unauthorized';

/** 401: the registrar does not know who is calling. The credentials or their environment are wrong. */
export class AuthenticationError extends RegistrarError {
  override readonly name = 'AuthenticationError';
  override readonly code = 'AUTHENTICATION_FAILED';
  readonly reason: AuthenticationReason;

  constructor(init: RegistrarErrorInit & { readonly reason: AuthenticationReason }) {
    super('AUTHENTICATION_FAILED', init);
    this.reason = init.reason;
  }

  protected override details(): Record<string, unknown> {
    return { reason: this.reason };
  }
}
