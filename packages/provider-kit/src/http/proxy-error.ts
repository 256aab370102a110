import {
  TransportError,
  type Effect,
  type ErrorOrigin,
  type RegistrarErrorInit,
} from '@registrar-kit/core';
import { proxyRemedy, type ProxyFault } from './proxy-fault.js';
import type { TunnelWatch } from './tunnel-watch.js';

/** What every error of an exchange has. */
export type FailureBase = ErrorOrigin & { readonly effect: Effect };

/** The proxy's failure, which must never look like an answer of the registrar. */
export function toProxyError(fault: ProxyFault, init: FailureBase): TransportError {
  return new TransportError({
    ...init,
    detail: fault.says,
    phase: 'not_sent',
    systemCode: fault.systemCode,
    transient: fault.passing,
    causes: ['proxy_failure'],
    evidence: { proxied: true, remedies: { proxy_failure: proxyRemedy(fault) } },
  });
}

/** What to say of a proxy that was still being waited for. Whether it is to blame shows from knocking at its door. */
export function silentProxy(
  tunnel: TunnelWatch | undefined,
  target: string,
): (Pick<RegistrarErrorInit, 'causes' | 'evidence'> & { readonly detail: string }) | undefined {
  if (tunnel?.silence === undefined) return undefined;
  const { proxy, silence } = tunnel;
  const nothing = `opened no connection to ${target}`;
  switch (silence) {
    case 'dead': {
      const step = `See whether the proxy at ${proxy} still works; restart it.`;
      return {
        detail: `the proxy ${proxy} does not answer, and ${nothing}`,
        causes: ['proxy_failure'],
        evidence: { proxied: true, remedies: { proxy_failure: proxyRemedy({ step }) } },
      };
    }
    case 'alive':
      return {
        detail: `the proxy ${proxy} answers, but ${nothing}`,
        causes: ['network_failure', 'provider_unavailable'],
        evidence: { proxied: true },
      };
    case 'unknown':
      return {
        detail: `the proxy ${proxy} ${nothing}`,
        causes: ['proxy_failure', 'network_failure'],
      };
  }
}
