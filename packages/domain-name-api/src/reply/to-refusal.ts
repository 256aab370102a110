import {
  UnexpectedResponseError,
  type DiagnosisCause,
  type Effect,
  type RegistrarError,
  type UnexpectedResponseKind,
} from '@registrar-kit/core';
import {
  isReadFault,
  isRedirect,
  leadsToLogin,
  parseJson,
  snippetOf,
  type VendorReply,
} from '@registrar-kit/provider-kit';
import { readErrorBody, type ErrorBody } from './error-body.js';
import type { ReplyContext } from './reply-context.js';
import { toFailure } from './to-failure.js';
import { toUnreadable } from './to-unreadable.js';

/** The error of a reply whose status is not a success. Answers it; the call site throws it. */
export function toRefusal(reply: VendorReply, context: ReplyContext): RegistrarError {
  const { status } = reply;
  if (isRedirect(reply)) {
    if (leadsToLogin(reply)) return toFailure(reply, undefined, context, 401);
    const detail = `the answer is a redirect (HTTP ${String(status)}) that does not lead to a login page; check baseUrl`;
    return toUnreadable({ kind: 'redirect', detail }, reply, context);
  }
  const body = readBody(reply, context);
  // These statuses speak for themselves, whoever wrote the page.
  if (body === 'web page' && status !== 401 && status !== 429 && status < 500) {
    const detail = `a web page came instead of an answer (HTTP ${String(status)}); check baseUrl, and whether a protection layer blocks this server`;
    const causes = ['blocked_by_protection', 'unexpected_answer'] as const;
    // Whoever put the page there may have done so on the way back.
    const effect = context.call.retry === 'read' ? 'none' : 'unknown';
    return notTheInterface({ kind: 'html', detail, causes, effect }, reply, context);
  }
  if (status === 404 && body === undefined && !context.aboutDomain) {
    const detail = 'the path is unknown there (HTTP 404); check baseUrl, apiPrefix and version';
    const causes = ['unexpected_answer'] as const;
    return notTheInterface(
      { kind: 'wrong_status', detail, causes, effect: 'none' },
      reply,
      context,
    );
  }
  return toFailure(reply, body === 'web page' ? undefined : body, context);
}

/** Something else than the vendor's interface answered. */
function notTheInterface(
  fault: {
    readonly kind: UnexpectedResponseKind;
    readonly detail: string;
    readonly causes: readonly DiagnosisCause[];
    readonly effect: Effect;
  },
  reply: VendorReply,
  { call, redact, evidence, confidential = false }: ReplyContext,
): RegistrarError {
  const vendor = { httpStatus: reply.status };
  const snippet = confidential ? undefined : snippetOf(reply.body, redact);
  return new UnexpectedResponseError({
    ...call.origin,
    ...fault,
    evidence: evidence(),
    vendor,
    snippet,
  });
}

/** What a refusal says; `undefined` when it says nothing that can be read. */
function readBody(
  { body }: VendorReply,
  { confidential = false }: ReplyContext,
): ErrorBody | 'web page' | undefined {
  const text = body.trim();
  if (text === '') return undefined;
  try {
    const json = parseJson(text);
    return typeof json === 'string' ? plainText(json, confidential) : readErrorBody(json);
  } catch (error) {
    if (!isReadFault(error)) throw error;
    if (error.kind === 'html') return 'web page';
    return error.kind === 'not_parsable' ? plainText(text, confidential) : undefined;
  }
}

/** A text that is no document; of an answer that may hold contacts it is looked at and not quoted. */
function plainText(text: string, confidential: boolean): ErrorBody {
  const message = confidential ? undefined : text;
  return { code: undefined, message, texts: [text], validation: [] };
}
