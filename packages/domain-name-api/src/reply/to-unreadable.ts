import type { UnexpectedResponseError } from '@registrar-kit/core';
import {
  toUnexpectedResponse,
  type ReadFault,
  type VendorReply,
} from '@registrar-kit/provider-kit';
import type { ReplyContext } from './reply-context.js';

/** The error of a successful answer that cannot be read. One that holds an auth code or contacts is not quoted. */
export function toUnreadable(
  fault: Pick<ReadFault, 'kind' | 'detail'>,
  reply: VendorReply,
  { call, redact, confidential = false }: ReplyContext,
): UnexpectedResponseError {
  return toUnexpectedResponse(fault, call, confidential ? { ...reply, body: '' } : reply, redact);
}
