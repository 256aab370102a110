import type {
  AccessReason,
  AuthenticationReason,
  DomainStatus,
  Effect,
  Environment,
  ErrorCode,
  ErrorOperation,
  InputIssue,
  Money,
  RateLimitReason,
  TransportPhase,
  UnexpectedResponseKind,
  VendorFault,
} from '@registrar-kit/core';

/** A runner's matcher for a part of a value, such as `expect.stringContaining('…')`. */
interface PartMatcher {
  asymmetricMatch(received: unknown): boolean;
}

/** What every error holds. */
interface CommonDetails {
  name: string;
  message: string;
  status: number;
  provider: string;
  environment: Environment | undefined;
  operation: ErrorOperation;
  domain: string | undefined;
  requestId: string | undefined;
  effect: Effect;
  retryable: boolean;
  vendor: VendorFault | undefined;
}

/**
 * What single errors hold beside it. Written out instead of taken from the classes: those of the ESM and of the CommonJS
 * declarations are different types, and a project can see both.
 */
interface OwnDetails extends Record<ErrorCode, unknown> {
  AUTHENTICATION_FAILED: { reason: AuthenticationReason };
  ACCESS_DENIED: { reason: AccessReason; observedAddress: string | undefined };
  RATE_LIMITED: {
    reason: RateLimitReason;
    retryAfterMs: number | undefined;
    endpoint: string | undefined;
    source: 'registrar' | 'quota';
  };
  INVALID_INPUT: { issues: readonly InputIssue[] };
  INVALID_DOMAIN_STATE: { state: DomainStatus | undefined };
  PRICE_CHANGED: { agreed: Money | undefined; current: Money | undefined };
  CONFIGURATION_INVALID: { issues: readonly InputIssue[] };
  UNSUPPORTED_OPERATION: { reason: string; alternative: string | undefined };
  UNEXPECTED_RESPONSE: { kind: UnexpectedResponseKind; snippet: string | undefined };
  TRANSPORT_FAILED: { systemCode: string | undefined; phase: TransportPhase };
  OUTCOME_UNKNOWN: { handle: object; lostBecause: string; repeatableAt: string | undefined };
}

type OrMatcher<Fields> = { readonly [Field in keyof Fields]?: Fields[Field] | PartMatcher };

/** What an error of a code must hold beside it, such as `reason`, `effect`, `operation` or `retryable`. */
export type ErrorDetails<Code extends ErrorCode = ErrorCode> = OrMatcher<CommonDetails> &
  OrMatcher<OwnDetails[Code]>;
