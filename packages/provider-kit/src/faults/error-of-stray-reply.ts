import {
  AuthenticationError,
  UnexpectedResponseError,
  type AnyRegistrarError,
  type Effect,
} from '@registrar-kit/core';
import { isRedirect, leadsToLogin } from '../http/login-redirect.js';
import { looksLikeHtml } from '../reading/looks-like-html.js';
import { snippetOf } from '../redaction/redactor.js';
import type { FaultContext } from './fault-context.js';

/** These statuses speak for themselves, whoever wrote the page. */
function speaksForItself(status: number): boolean {
  return status === 401 || status === 429 || status >= 500;
}

/**
 * The error of a reply that no interface wrote: a redirect, or a web page in place of an answer. Only a redirect to a login page
 * is a matter of the credentials. `undefined` for every other reply, which the adapter then reads itself.
 */
export function errorOfStrayReply({
  call,
  reply,
  redact,
  evidence,
}: FaultContext): AnyRegistrarError | undefined {
  const { status } = reply;
  const httpStatus = `HTTP ${String(status)}`;
  const base = { ...call.origin, evidence, vendor: { httpStatus: status } };
  if (isRedirect(reply)) {
    if (leadsToLogin(reply)) {
      const detail = `the credentials were not accepted (a redirect to a login page, ${httpStatus})`;
      return new AuthenticationError({ ...base, detail, reason: 'unauthorized' });
    }
    return new UnexpectedResponseError({
      ...base,
      kind: 'redirect',
      detail: `the answer is a redirect (${httpStatus}) that does not lead to a login page; check baseUrl`,
      effect: effectOf(call.retry),
      snippet: snippetOf(reply.body, redact),
    });
  }
  if (speaksForItself(status) || !looksLikeHtml(reply.body)) return undefined;
  return new UnexpectedResponseError({
    ...base,
    kind: 'html',
    detail: `a web page came instead of an answer (${httpStatus}); check baseUrl, and whether a protection layer blocks this server`,
    causes: ['blocked_by_protection', 'unexpected_answer'],
    effect: effectOf(call.retry),
    snippet: snippetOf(reply.body, redact),
  });
}

/** Whoever wrote it may have done so on the way back. */
function effectOf(retry: 'read' | 'never'): Effect {
  return retry === 'read' ? 'none' : 'unknown';
}
