import type { CallContext, Evidence } from '@registrar-kit/core';
import type { VendorReply } from '../http/vendor-request.js';
import type { Redact } from '../redaction/redactor.js';

/** The reply that reports a fault, and what is known beside it. */
export interface FaultContext {
  readonly call: CallContext;
  readonly reply: VendorReply;
  /** The vendor's code, where it gives one. */
  readonly code?: string | undefined;
  /** The vendor's words. They are redacted and shortened here. */
  readonly message?: string | undefined;
  /** The field that the vendor calls faulty, by its path in the caller's own input; goes before the one of the row. */
  readonly field?: string | undefined;
  readonly redact: Redact;
  readonly evidence: Evidence;
  /** Epoch milliseconds, for a Retry-After that names a point in time. */
  readonly now: number;
  /** The limited route, where limits differ by route. */
  readonly endpoint?: string | undefined;
}
