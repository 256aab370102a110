import {
  credentialsRefused,
  proxyUnreachable,
  type ProxyErrand,
  type ProxyFault,
} from './proxy-fault.js';

/** The replies of RFC 1928, by the words that the library has for them, in ours. */
const replies: Readonly<Record<string, readonly [number: number, means: string]>> = {
  Failure: [1, 'general failure'],
  NotAllowed: [2, 'not allowed by its rules'],
  NetworkUnreachable: [3, 'network unreachable'],
  HostUnreachable: [4, 'host unreachable'],
  ConnectionRefused: [5, 'connection refused'],
  TTLExpired: [6, 'time to live expired'],
  CommandNotSupported: [7, 'command not supported'],
  AddressNotSupported: [8, 'address type not supported'],
};

/** The library tells faults apart by the text of its errors only. `undefined`: it gave up waiting, which says nothing yet. */
export function socksRefusal(thrown: unknown, errand: ProxyErrand): ProxyFault | undefined {
  const { proxy, target } = errand;
  const { message } = Object(thrown) as { message?: unknown };
  const text = typeof message === 'string' ? message : '';
  if (/authentication failed/i.test(text)) return credentialsRefused('SOCKS5 sign-in', errand);
  if (/no accepted authentication type/i.test(text))
    return credentialsRefused('SOCKS5 sign-in method', errand);
  const word = /rejected connection - (\w+)/i.exec(text)?.[1];
  if (word !== undefined) {
    const [number, means] = replies[word] ?? [undefined, 'a reply that is not known'];
    const because = `(SOCKS5 reply${number === undefined ? '' : ` ${String(number)}`}: ${means})`;
    return number === 2
      ? {
          says: `the proxy ${proxy} refused to connect to ${target} ${because}`,
          step: `Let the rules of the proxy ${proxy} permit connections to ${target}.`,
          passing: false,
        }
      : {
          says: `the proxy ${proxy} could not connect to ${target} ${because}`,
          step: `See why the proxy ${proxy} does not reach ${target}.`,
          passing: true,
        };
  }
  if (/invalid socks/i.test(text))
    return {
      says: `${proxy} does not answer as a socks5 proxy`,
      step: `See whether ${proxy} is a SOCKS5 proxy, and whether the port is right; for an HTTP proxy write http in the proxy field.`,
      passing: false,
    };
  if (/connection timed out/i.test(text)) return undefined;
  return proxyUnreachable(thrown, errand);
}
