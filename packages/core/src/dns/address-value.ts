import { isIPv4, isIPv6 } from 'node:net';
import { quoteValue } from '../values/quote-value.js';
import { faulty, type TextReading } from './record-fault.js';

/** An IPv4 address. */
export function readIpv4Value(typed: string): TextReading {
  const text = typed.trim();
  if (isIPv4(text)) return { text };
  return faulty(
    text,
    `${quoteValue(text)} is not an IPv4 address`,
    isIPv6(text) ? 'use an AAAA record for it' : 'give one such as 192.0.2.1',
  );
}

/** An IPv6 address in the form of RFC 5952: lower case, shortest. */
export function readIpv6Value(typed: string): TextReading {
  const text = typed.trim().toLowerCase();
  // A zone index, as in fe80::1%eth0, means something on one machine only.
  if (isIPv6(text) && !text.includes('%'))
    return { text: new URL(`http://[${text}]/`).hostname.slice(1, -1) };
  return faulty(
    text,
    `${quoteValue(text)} is not an IPv6 address`,
    isIPv4(text) ? 'use an A record for it' : 'give one such as 2001:db8::1',
  );
}
