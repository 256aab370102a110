import type { UnexpectedResponseError } from '@registrar-kit/core';
import { toUnexpectedResponse, type ReadFault } from '@registrar-kit/provider-kit';
import type { ReplyContext } from './reply-context.js';

/** The error of an answer that cannot be read. One that holds contacts is not quoted. */
export function toUnreadable(
  fault: Pick<ReadFault, 'kind' | 'detail'>,
  { call, reply, redact, confidential = false }: ReplyContext,
): UnexpectedResponseError {
  return toUnexpectedResponse(fault, call, confidential ? { ...reply, body: '' } : reply, redact);
}
