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

/** A list may have very many rows, all odd in the same way; whoever keeps events need not keep them all. */
const MOST_OF_ONE_CALL = 100;
/** What was told of each call; its signal is what the contexts of one call have in common. */
const told = new WeakMap<AbortSignal, number>();

/**
 * Tells listeners that the vendor's answer departs from what is documented and the adapter coped. Of one call the first hundred
 * departures are told, the last of them with the note that there are more.
 */
export function emitDrift(call: CallContext, drift: Drift, redact: Redact): void {
  const before = told.get(call.signal) ?? 0;
  if (before === MOST_OF_ONE_CALL) return;
  told.set(call.signal, before + 1);
  if (before + 1 === MOST_OF_ONE_CALL) {
    tell(call, { ...drift, note: `${drift.note}; what else is odd is not told` }, redact);
    return;
  }
  tell(call, drift, redact);
}

function tell(call: CallContext, drift: Drift, redact: Redact): void {
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
