import {
  AuthenticationError,
  ProviderUnavailableError,
  RateLimitError,
  type Effect,
} from '@registrar-kit/core';
import {
  isReadFault,
  isRedirect,
  leadsToLogin,
  parseXml,
  readRetryAfter,
  type XmlElement,
} from '@registrar-kit/provider-kit';
import { toNamecheapError, type VendorError } from '../namecheap-errors.js';
import { NamecheapReply } from './namecheap-reply.js';
import type { ReplyContext } from './reply-context.js';
import { toUnreadable } from './to-unreadable.js';

/**
 * Reads what the vendor answered, in the one order that is safe: rate limit, redirect, whether it is XML of this interface at
 * all, its status, its errors. Only then is a result looked at, since errors come with skeletons of zeros beside them.
 *
 * @param tolerated - numbers that are handed to the caller together with the result instead of being thrown
 */
export async function readReply(
  context: ReplyContext,
  tolerated: readonly string[] = [],
): Promise<NamecheapReply> {
  const { reply } = context;
  if (reply.status === 405 || reply.status === 429) throw toRateLimit(context);
  if (isRedirect(reply)) throw toRedirectError(context);
  const envelope = await readEnvelope(context);
  const errors = readErrors(envelope);
  const [first, ...others] = errors;
  const status = (envelope.attribute('Status') ?? '').toUpperCase();
  const response = envelope.child('CommandResponse');
  if (status === 'OK' && reply.status >= 400) {
    const detail = `the answer says OK, and its HTTP status ${reply.status} does not`;
    throw toUnreadable({ kind: 'wrong_status', detail }, context);
  }
  if (envelope.children('CommandResponse').length > 1) {
    // The second may say the opposite of the first.
    const detail = 'the answer has CommandResponse twice';
    throw toUnreadable({ kind: 'wrong_shape', detail }, context);
  }
  if (status === 'OK' && response !== undefined) {
    const read = new NamecheapReply(response, errors, context);
    if (first !== undefined)
      read.drift('Errors', 'there are errors although the status is OK', first.number);
    return read;
  }
  if (first === undefined) {
    const detail =
      status === 'OK'
        ? 'the answer has no CommandResponse'
        : 'the answer has neither status OK nor an error';
    throw toUnreadable({ kind: 'wrong_shape', detail }, context);
  }
  if (response !== undefined && errors.every(({ number }) => tolerated.includes(number))) {
    return new NamecheapReply(response, errors, context);
  }
  throw toNamecheapError([first, ...others], context);
}

/** The root element. A body that is not this interface's says nothing, except that a 5xx says who is to blame. */
async function readEnvelope(context: ReplyContext): Promise<XmlElement> {
  const { call, reply } = context;
  try {
    const root = await parseXml(reply.body);
    if (root.name.toLowerCase() === 'apiresponse') return root;
    if (reply.status < 500) {
      const detail = 'the answer is XML of another kind than ApiResponse';
      throw toUnreadable({ kind: 'wrong_shape', detail }, context);
    }
  } catch (error) {
    if (!isReadFault(error)) throw error;
    if (reply.status < 500) throw toUnreadable(error, context);
  }
  throw new ProviderUnavailableError({
    ...call.origin,
    detail: `the vendor answered HTTP ${reply.status} instead of its own format`,
    effect: openOnWrite(context),
    vendor: { httpStatus: reply.status },
  });
}

function readErrors(envelope: XmlElement): readonly VendorError[] {
  const errors = envelope.child('Errors')?.children('Error') ?? [];
  return errors.map((error) => ({
    number: error.attribute('Number')?.trim() ?? '',
    text: error.text,
  }));
}

function toRateLimit(context: ReplyContext): RateLimitError {
  const { call, reply, evidence, now } = context;
  return new RateLimitError({
    ...call.origin,
    detail: `too many requests for this account (HTTP ${reply.status}); wait a minute before the next one`,
    // A 405 comes before the command runs, as the vendor's own client relies on; of 429 nobody knows.
    effect: reply.status === 405 ? 'none' : openOnWrite(context),
    vendor: { httpStatus: reply.status },
    evidence: evidence(),
    reason: 'unspecified',
    source: 'registrar',
    retryAfterMs: readRetryAfter(reply, now),
  });
}

function toRedirectError(context: ReplyContext): Error {
  const { call, reply, evidence } = context;
  if (!leadsToLogin(reply)) {
    const detail = `the vendor answered HTTP ${reply.status} and points to another address, which is not followed; check baseUrl`;
    return toUnreadable({ kind: 'redirect', detail }, context);
  }
  return new AuthenticationError({
    ...call.origin,
    detail: `the vendor sends the call to a login page (HTTP ${reply.status}); check baseUrl and the credentials`,
    vendor: { httpStatus: reply.status },
    evidence: evidence(),
    reason: 'unauthorized',
  });
}

function openOnWrite({ call }: ReplyContext): Effect {
  return call.retry === 'read' ? 'none' : 'unknown';
}
