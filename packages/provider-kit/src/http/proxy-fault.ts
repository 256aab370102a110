import type { Remedy } from '@registrar-kit/core';
import { isCertificateFault, systemCodeOf } from './system-code.js';

/** Why a proxy opened no way to the vendor. Nothing of the request has left this machine. */
export interface ProxyFault {
  /** What happened, naming the proxy: lower case, no full stop, without its credentials. */
  readonly says: string;
  readonly step: string;
  /** Node's code, where there is one. */
  readonly systemCode?: string;
  /** Whether the same request may find a way later. */
  readonly passing: boolean;
}

/** The proxy, and what it is asked for. */
export interface ProxyErrand {
  readonly scheme: 'http' | 'https' | 'socks5';
  /** Host and port of the proxy. */
  readonly proxy: string;
  /** Host and port of the vendor, with the address that the proxy is given where it is given one. */
  readonly target: string;
  readonly withCredentials: boolean;
}

/** What to do about a fault; its own step instead of the general one. */
export function proxyRemedy({ step }: Pick<ProxyFault, 'step'>): Remedy {
  return { actor: 'operator', steps: [step], link: null };
}

/** The answer of an HTTP proxy to CONNECT, where it is not 200. */
export function connectRefused(status: number, errand: ProxyErrand): ProxyFault {
  const { proxy, target } = errand;
  if (status === 407) return credentialsRefused('HTTP 407', errand);
  const because = `(HTTP ${String(status)})`;
  if (status === 400 || status === 404 || status === 405 || status === 501)
    return {
      says: `${proxy} does not open tunnels ${because}, so that it seems to be no proxy for this`,
      step: `See whether ${proxy} is an HTTP proxy that permits CONNECT, and whether the port is right.`,
      passing: false,
    };
  return status >= 500
    ? {
        says: `the proxy ${proxy} could not connect to ${target} ${because}`,
        step: `See why the proxy ${proxy} does not reach ${target}.`,
        passing: true,
      }
    : {
        says: `the proxy ${proxy} refused to connect to ${target} ${because}`,
        step: `Let the rules of the proxy ${proxy} permit connections to ${target}.`,
        passing: false,
      };
}

/** What broke on the way to the proxy or while it was asked. */
export function proxyUnreachable(thrown: unknown, errand: ProxyErrand): ProxyFault {
  const { proxy } = errand;
  const code = systemCodeOf(thrown) ?? codeInText(thrown);
  if (code === undefined)
    return {
      says: `the proxy ${proxy} closed the connection instead of answering as a ${errand.scheme} proxy`,
      step: `See whether ${proxy} is a running ${errand.scheme} proxy, and what its log says.`,
      passing: true,
    };
  if (isCertificateFault(code))
    return {
      says: `the certificate of the proxy ${proxy} is not trusted (${code})`,
      step: `Give the proxy ${proxy} a certificate that this machine trusts, for the name in the proxy field.`,
      systemCode: code,
      passing: false,
    };
  return { ...connectingFailed(code, errand), systemCode: code, passing: true };
}

function connectingFailed(
  code: string,
  { proxy, scheme }: ProxyErrand,
): Pick<ProxyFault, 'says' | 'step'> {
  switch (code) {
    case 'ECONNREFUSED':
      return {
        says: `the proxy ${proxy} refused the connection (${code})`,
        step: `See whether the proxy runs at ${proxy}; nothing listens there.`,
      };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        says: `the name of the proxy ${proxy} could not be looked up (${code})`,
        step: `Correct the host name in the proxy field, or the name service of this machine.`,
      };
    case 'ECONNRESET':
    case 'EPIPE':
      return {
        says: `the proxy ${proxy} broke the connection off before it answered (${code})`,
        step: `See whether ${proxy} is a running ${scheme} proxy, and what its log says.`,
      };
    default:
      return code.startsWith('ERR_SSL') || code === 'EPROTO'
        ? {
            says: `${proxy} does not speak TLS as an https proxy does (${code})`,
            step: `Use http instead of https in the proxy field, or the port on which ${proxy} speaks TLS.`,
          }
        : {
            says: `the proxy ${proxy} cannot be reached (${code})`,
            step: `See whether this machine reaches ${proxy}, and whether a firewall stands between.`,
          };
  }
}

/** The proxy wants other credentials than it was given. */
export function credentialsRefused(because: string, errand: ProxyErrand): ProxyFault {
  const { proxy, withCredentials } = errand;
  return withCredentials
    ? {
        says: `the proxy ${proxy} refused the user name or the password of the proxy field (${because})`,
        step: `Correct the user name and the password in the proxy field; the registrar's own key has nothing to do with it.`,
        passing: false,
      }
    : {
        says: `the proxy ${proxy} asks for a user name and a password (${because})`,
        step: `Put the credentials of the proxy into the proxy field, as ${errand.scheme}://user:password@${proxy}.`,
        passing: false,
      };
}

/** Libraries that hide Node's code leave it in the text. */
function codeInText(thrown: unknown): string | undefined {
  const { message } = Object(thrown) as { message?: unknown };
  return typeof message === 'string'
    ? /\b(?:E[A-Z]{4,}(?:_[A-Z]+)?)\b/.exec(message)?.[0]
    : undefined;
}
