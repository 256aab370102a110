import type { DiagnosisCause } from '../diagnosis/diagnosis-cause.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import { diagnose, type Symptom } from '../diagnosis/diagnose.js';
import type { Evidence } from '../diagnosis/evidence.js';
import { mergeEvidence } from '../diagnosis/merge-evidence.js';
import type { Environment } from '../values/environment.js';
import { errorStatus, type ErrorCode } from './error-code.js';
import type { ErrorOperation, ErrorOrigin } from './error-origin.js';

/** Two copies of this package (ESM beside CJS, two versions) recognise each other's errors by this. */
export const errorBrand: unique symbol = Symbol.for('registrar-kit.error.v1');

/** Whether the provider may already have acted: `none` it has not, `applied` it has, `unknown` the answer was lost. */
export type Effect = 'none' | 'applied' | 'unknown';

/** What the vendor itself said, with secrets removed. */
export interface VendorFault {
  /** The vendor's own number or code, as text. */
  readonly code?: string;
  readonly message?: string;
  readonly httpStatus?: number;
}

/** What every error is made from. */
export interface RegistrarErrorInit extends ErrorOrigin {
  /** Why it failed: lower case, no full stop, with the cure where the caller holds it. */
  readonly detail: string;
  /** @defaultValue 'none' */
  readonly effect?: Effect;
  readonly vendor?: VendorFault;
  /** Causes that the answer itself leaves open, as equals; the diagnosis ranks them by the evidence. */
  readonly causes?: readonly DiagnosisCause[];
  /** What else is known: the shape of the credentials, the address the vendor quoted, the remedies of this provider. */
  readonly evidence?: Evidence;
  /** Whether trying again later may help. Each class has its own default. */
  readonly transient?: boolean;
}

/** The base of all errors that this library throws. Catch by `code`: see {@link isRegistrarError}. */
export abstract class RegistrarError extends Error {
  abstract override readonly name: string;
  abstract readonly code: ErrorCode;
  readonly [errorBrand] = true as const;

  readonly provider: string;
  readonly environment: Environment | undefined;
  readonly operation: ErrorOperation;
  readonly domain: string | undefined;
  readonly requestId: string | undefined;
  /** Whether the provider may have acted. Only `none` makes a repeat safe. */
  readonly effect: Effect;
  readonly vendor: VendorFault | undefined;
  /** What is likely wrong, who must act and what to do; never empty, most likely first. */
  readonly diagnosis: Diagnosis;
  readonly #transient: boolean;
  readonly #symptom: Symptom;

  constructor(code: ErrorCode, init: RegistrarErrorInit, transient = false) {
    super(
      onOneLine(
        `${init.provider}: ${init.operation}${init.domain === undefined ? '' : ` (${init.domain})`}: ${init.detail}`,
      ),
    );
    this.provider = init.provider;
    this.environment = init.environment;
    this.operation = init.operation;
    this.domain = init.domain;
    this.requestId = init.requestId;
    this.effect = init.effect ?? 'none';
    this.vendor = init.vendor;
    this.#transient = init.transient ?? transient;
    this.#symptom = {
      code,
      detail: init.detail,
      causes: init.causes ?? [],
      evidence: init.evidence ?? {},
    };
    this.diagnosis = diagnose(this.#symptom);
  }

  /** The HTTP status that a panel may pass on. */
  get status(): number {
    return errorStatus[this.code];
  }

  /** Whether the same call may be made again later: nothing was done, and the cause passes by itself. */
  get retryable(): boolean {
    return this.effect === 'none' && this.#transient;
  }

  /** The diagnosis of the same failure when more is known, such as where else the credentials are accepted. */
  diagnoseWith(evidence: Evidence): Diagnosis {
    const { remedies = {}, ...own } = this.#symptom.evidence;
    // Its own remedies were written with the address that the registrar quoted.
    const merged = mergeEvidence(mergeEvidence(own, evidence), { remedies });
    return diagnose({ ...this.#symptom, evidence: merged });
  }

  /** Plain data, free of secrets; safe to log and to send to an admin's browser. */
  toJSON(): Record<string, unknown> {
    const {
      name,
      message,
      code,
      status,
      provider,
      environment,
      operation,
      domain,
      effect,
      retryable,
    } = this;
    const common = {
      name,
      message,
      code,
      status,
      provider,
      environment,
      operation,
      domain,
      effect,
      retryable,
    };
    return dropUndefined({
      ...common,
      ...this.details(),
      vendor: this.vendor,
      requestId: this.requestId,
      diagnosis: this.diagnosis,
    });
  }

  /** The fields that a class adds to the common ones. */
  protected details(): Record<string, unknown> {
    return {};
  }
}

/** What a vendor or a caller put into it must not look like another line of a log. */
function onOneLine(message: string): string {
  return message.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/\p{Cs}/gu, '\ufffd');
}

function dropUndefined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
