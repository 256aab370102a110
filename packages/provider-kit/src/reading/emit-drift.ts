import type { CallContext } from '@registrar-kit/core';
import { eventBase } from '../http/event-base.js';
import { snippetOf, type Redact } from '../redaction/redactor.js';

/** Where an answer departs from what is documented. */
export interface Drift {
  /** The vendor's command or path. */
  readonly target: string;
  /** Where in the answer, such as `DomainCheckResult[0].Available`. */
  readonly path: string;
  readonly note: string;
  /** The piece of the answer that shows it; secrets are taken out and it is cut at 200 characters. */
  readonly sample?: string | undefined;
}

/** Tells listeners that the vendor's answer departs from what is documented and the adapter coped. */
export function emitDrift(call: CallContext, drift: Drift, redact: Redact): void {
  const sample = drift.sample === undefined ? undefined : snippetOf(drift.sample, redact);
  call.emit({
    ...eventBase(call),
    type: 'drift',
    target: drift.target,
    path: redact(drift.path),
    note: redact(drift.note),
    ...(sample === undefined ? {} : { sample }),
  });
}
