import {
  callEnded,
  TimeoutError,
  TransportError,
  UnexpectedResponseError,
  type CallContext,
  type Effect,
  type RegistrarError,
} from '@registrar-kit/core';
import { silentProxy, toProxyError, type FailureBase } from './proxy-error.js';
import type { Redact } from '../redaction/redactor.js';
import type { ExchangeEnd } from './exchange-end.js';
import { isCertificateFault, isNeverSent, systemCodeOf } from './system-code.js';
import type { VendorRequest } from './vendor-request.js';
import type { WireWatch } from './wire-watch.js';

/** What is known of an exchange that failed. */
export interface FailedExchange {
  readonly request: VendorRequest;
  readonly call: CallContext;
  readonly wire: WireWatch;
  readonly end: ExchangeEnd;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly proxy: string | undefined;
  readonly redact: Redact;
}

/** Our error for whatever ended an exchange. Nothing of the thrown value but its code is kept: it may hold the request. */
export function toExchangeError(thrown: unknown, exchange: FailedExchange): RegistrarError {
  const { call, end, wire, request, proxy } = exchange;
  const systemCode = systemCodeOf(thrown);
  const sent = wire.mayHaveLeft && !isNeverSent(systemCode);
  const effect: Effect = sent && call.retry === 'never' ? 'unknown' : 'none';
  const init: FailureBase = { ...call.origin, effect };

  if (end.reason === 'call_ended') return toCallEnded(exchange, init, sent);
  if (wire.tunnel?.fault !== undefined) return toProxyError(wire.tunnel.fault, init);
  const silent = silentProxy(wire.tunnel, request.url.host);
  if (silent !== undefined) {
    // The library of socks5 has a limit of its own.
    const limit = end.reason === 'limit' ? `within ${exchange.timeoutMs} ms` : 'in time';
    return new TransportError({
      ...init,
      ...silent,
      detail: `${silent.detail} ${limit}`,
      phase: 'not_sent',
    });
  }
  if (end.reason === 'limit') {
    const what = sent ? 'no complete answer' : 'no connection';
    const detail = `${what} from ${placeOf(exchange, sent)} within ${exchange.timeoutMs} ms`;
    return new TimeoutError({ ...init, detail });
  }
  if (isTooLarge(thrown)) {
    const detail = `the answer is larger than ${exchange.maxBytes} bytes`;
    return new UnexpectedResponseError({ ...init, detail, kind: 'too_large' });
  }
  if (systemCode?.startsWith('HPE_') === true) {
    const detail = `the answer is not valid HTTP (${systemCode})`;
    return new UnexpectedResponseError({ ...init, detail, kind: 'not_parsable' });
  }
  if (systemCode !== undefined && /^(?:Z_|ERR__ERROR_FORMAT)/.test(systemCode)) {
    const detail = `the compressed answer is damaged (${systemCode})`;
    return new UnexpectedResponseError({ ...init, detail, kind: 'not_parsable' });
  }
  return new TransportError({
    ...init,
    detail: describe(systemCode, exchange, sent),
    phase: sent ? 'sent' : 'not_sent',
    systemCode,
    evidence: {
      proxied: proxy !== undefined,
      ...(systemCode === undefined ? {} : { systemCode }),
    },
  });
}

function toCallEnded(exchange: FailedExchange, init: FailureBase, sent: boolean): RegistrarError {
  const { call, request, wire } = exchange;
  const when = sent ? `while ${request.target} was under way` : `before ${request.target} was sent`;
  const ended = callEnded(call, when, init.effect);
  const silent = silentProxy(wire.tunnel, request.url.host);
  if (silent === undefined || ended.code === 'CANCELLED') return ended;
  return new TimeoutError({
    ...init,
    ...silent,
    detail: `the deadline of the call came ${when}; ${silent.detail}`,
  });
}

function describe(systemCode: string | undefined, exchange: FailedExchange, sent: boolean): string {
  const place = placeOf(exchange, sent);
  const code = systemCode === undefined ? '' : ` (${systemCode})`;
  switch (systemCode) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the name ${exchange.request.url.hostname} could not be looked up${code}`;
    case 'ECONNREFUSED':
      return `${place} refused the connection${code}`;
    case undefined:
    default:
      if (isCertificateFault(systemCode))
        return `the certificate of ${place} is not trusted${code}`;
      return sent
        ? `the connection to ${place} broke before the answer was complete${code}`
        : `no connection to ${place}${code}`;
  }
}

/** Until the request has left, it is the proxy that we speak to. */
function placeOf({ request, proxy }: FailedExchange, sent: boolean): string {
  if (proxy === undefined) return request.url.host;
  return sent
    ? `${request.url.host} through the proxy`
    : `${request.url.host} through the proxy ${hostOf(proxy)}`;
}

function hostOf(proxy: string | undefined): string {
  return proxy === undefined ? '' : new URL(proxy).host;
}

function isTooLarge(thrown: unknown): boolean {
  const { code, message } = Object(thrown) as { code?: unknown; message?: unknown };
  return (
    code === 'ERR_BAD_RESPONSE' &&
    typeof message === 'string' &&
    message.startsWith('maxContentLength')
  );
}
