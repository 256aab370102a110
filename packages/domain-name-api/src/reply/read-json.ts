import { isReadFault, parseJson, type VendorReply } from '@registrar-kit/provider-kit';
import { readErrorBody, reportsFailure } from './error-body.js';
import type { ReplyContext } from './reply-context.js';
import { toFailure } from './to-failure.js';
import { toUnreadable } from './to-unreadable.js';

/**
 * The JSON of a successful reply.
 *
 * @throws UnexpectedResponseError when it cannot be read, or the error of a failure that it reports in spite of HTTP 200
 */
export function readJson(reply: VendorReply, context: ReplyContext): unknown {
  const json = parse(reply, context);
  if (reportsFailure(json)) throw toFailure(reply, readErrorBody(json), context);
  return json;
}

function parse(reply: VendorReply, context: ReplyContext): unknown {
  try {
    return parseJson(reply.body);
  } catch (error) {
    if (isReadFault(error)) throw toUnreadable(error, reply, context);
    throw error;
  }
}
