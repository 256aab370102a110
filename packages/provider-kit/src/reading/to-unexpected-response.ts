import { UnexpectedResponseError, type CallContext } from '@registrar-kit/core';
import type { VendorReply } from '../http/vendor-request.js';
import { snippetOf, type Redact } from '../redaction/redactor.js';
import type { ReadFault } from './read-fault.js';

/** The error of a call whose answer cannot be read; its effect is `none` for reads and `unknown` for writes. */
export function toUnexpectedResponse(
  fault: Pick<ReadFault, 'kind' | 'detail'>,
  call: CallContext,
  reply: VendorReply,
  redact: Redact,
): UnexpectedResponseError {
  return new UnexpectedResponseError({
    ...call.origin,
    detail: redact(fault.detail),
    kind: fault.kind,
    snippet: snippetOf(reply.body, redact),
    effect: call.retry === 'read' ? 'none' : 'unknown',
    vendor: { httpStatus: reply.status },
  });
}
