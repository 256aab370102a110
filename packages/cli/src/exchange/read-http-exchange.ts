import type { ForeignFailure, ForeignRequest } from '@registrar-kit/core';
import { dechunk } from './dechunk.js';
import type { HeaderFields } from './exchange.js';
import { readHttpMessages, type HttpMessage } from './read-http-messages.js';

/** What a text shows of an exchange; each side may be missing. */
export interface HttpExchange {
  readonly request: ForeignRequest | undefined;
  readonly answer: Pick<ForeignFailure, 'status' | 'headers' | 'body'> | undefined;
}

type Request = Extract<HttpMessage, { kind: 'request' }>;

/**
 * The first answer of a text, and the request before it. What came on the way is passed over: `100 Continue`, and the tunnel that
 * a proxy opened. What came afterwards too: the page behind a redirect says nothing about the request.
 */
export function readHttpExchange(text: string): HttpExchange {
  let request: Request | undefined;
  let tunnel = false;
  for (const message of readHttpMessages(text)) {
    if (message.kind === 'request') {
      tunnel = message.method === 'CONNECT';
      if (!tunnel) request = message;
      continue;
    }
    const { status, headers, body } = message;
    const opened = tunnel || /^connection established/i.test(message.body);
    if (status < 200 || (opened && status < 300)) {
      tunnel = false;
      continue;
    }
    return {
      request: request === undefined ? undefined : toRequest(request),
      answer: { status, headers, body: bodyOf(headers, body) },
    };
  }
  return { request: request === undefined ? undefined : toRequest(request), answer: undefined };
}

function toRequest({ method, target, headers, body }: Request): ForeignRequest {
  const [host] = headers['host'] ?? [];
  const url = target.startsWith('/') && host !== undefined ? `https://${host}${target}` : target;
  return { method, url, headers, body: bodyOf(headers, body) };
}

function bodyOf(headers: HeaderFields, body: string): string {
  const coding = headers['transfer-encoding']?.join() ?? '';
  return /\bchunked\b/i.test(coding) ? dechunk(body) : body;
}
