import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** What the reply states about why a known caller may not do this. */
export type AccessReason =
  | 'ip_not_allowed'
  | 'ip_locked'
  | 'client_ip_missing'
  | 'account_locked'
  | 'not_authorized_for_account'
  | 'not_domain_owner'
  | 'operation_not_allowed'
  | 'unspecified';

/** 403: the registrar knows the caller and refuses: the address, the account or the domain is not permitted. */
export class AccessDeniedError extends RegistrarError {
  override readonly name = 'AccessDeniedError';
  override readonly code = 'ACCESS_DENIED';
  readonly reason: AccessReason;
  /** The address the registrar says the request came from, where it said so. */
  readonly observedAddress: string | undefined;

  constructor(
    init: RegistrarErrorInit & {
      readonly reason: AccessReason;
      readonly observedAddress?: string | undefined;
    },
  ) {
    super('ACCESS_DENIED', init);
    this.reason = init.reason;
    this.observedAddress = init.observedAddress;
  }

  protected override details(): Record<string, unknown> {
    return { reason: this.reason, observedAddress: this.observedAddress };
  }
}
