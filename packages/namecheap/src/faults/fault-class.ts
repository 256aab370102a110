import type {
  AccessReason,
  AuthenticationReason,
  DiagnosisCause,
  DomainStatus,
} from '@registrar-kit/core';

/** What a vendor number becomes: the class of error, and what that class wants to know. */
export type FaultClass =
  | {
      readonly code: 'AUTHENTICATION_FAILED';
      readonly reason: AuthenticationReason;
      readonly causes: readonly DiagnosisCause[];
    }
  | {
      readonly code: 'ACCESS_DENIED';
      readonly reason: AccessReason;
      readonly causes: readonly DiagnosisCause[];
    }
  | {
      readonly code: 'INVALID_INPUT';
      readonly path: string;
      readonly cure: string;
      readonly causes: readonly DiagnosisCause[];
    }
  | { readonly code: 'DOMAIN_UNAVAILABLE'; readonly causes: readonly DiagnosisCause[] }
  | { readonly code: 'INVALID_DOMAIN_STATE'; readonly state: DomainStatus | undefined }
  | {
      readonly code:
        | 'RATE_LIMITED'
        | 'DOMAIN_NOT_FOUND'
        | 'INSUFFICIENT_FUNDS'
        | 'PRICE_CHANGED'
        | 'UNSUPPORTED_OPERATION';
    }
  | ProviderFault;

/** A fault of the vendor or the registry behind it. */
export interface ProviderFault {
  readonly code: 'PROVIDER_ERROR';
  /** Of a request that changes something: `refused` nothing was done, `open` it may have been. */
  readonly outcome: 'refused' | 'open';
  readonly causes: readonly DiagnosisCause[];
  /** Whether a read may be sent again. */
  readonly transient: boolean;
}

export function authentication(
  reason: AuthenticationReason,
  ...causes: readonly DiagnosisCause[]
): FaultClass {
  return { code: 'AUTHENTICATION_FAILED', reason, causes };
}

export function access(reason: AccessReason, ...causes: readonly DiagnosisCause[]): FaultClass {
  return { code: 'ACCESS_DENIED', reason, causes };
}

export function invalidInput(
  path: string,
  cure: string,
  ...causes: readonly DiagnosisCause[]
): FaultClass {
  return { code: 'INVALID_INPUT', path, cure, causes };
}

export function unavailable(...causes: readonly DiagnosisCause[]): FaultClass {
  return { code: 'DOMAIN_UNAVAILABLE', causes };
}

export function wrongState(state?: DomainStatus): FaultClass {
  return { code: 'INVALID_DOMAIN_STATE', state };
}

export function providerFault(fault: {
  readonly outcome: 'refused' | 'open';
  readonly causes?: readonly DiagnosisCause[];
  readonly transient?: boolean;
}): ProviderFault {
  return { code: 'PROVIDER_ERROR', causes: [], transient: false, ...fault };
}

export const rateLimit: FaultClass = { code: 'RATE_LIMITED' };
export const notInAccount: FaultClass = { code: 'DOMAIN_NOT_FOUND' };
export const insufficientFunds: FaultClass = { code: 'INSUFFICIENT_FUNDS' };
export const priceChanged: FaultClass = { code: 'PRICE_CHANGED' };
export const withdrawn: FaultClass = { code: 'UNSUPPORTED_OPERATION' };
