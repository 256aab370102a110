import { isIPv4, isIPv6 } from 'node:net';
import * as z from 'zod';
import { addFault } from './config-issue.js';

/** What stands first in a range, and what it is. Ranges kept for documentation are not among them: examples use them. */
const otherRanges: readonly (readonly [RegExp, string])[] = [
  [/^0\./, 'an unspecified address'],
  [/^127\./, 'a loopback address'],
  [/^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./, 'a private address'],
  [
    /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
    "an address inside a provider's network (carrier-grade NAT)",
  ],
  [/^169\.254\./, 'a link-local address'],
  [/^198\.1[89]\./, 'an address for benchmarks'],
  [/^(?:22[4-9]|23\d)\./, 'a multicast address'],
  [/^(?:24\d|25[0-5])\./, 'a reserved address'],
];

/** The public IPv4 address from which a server reaches the internet. */
export function publicIpv4(): z.ZodType<string, string> {
  return z
    .custom<unknown>(() => true)
    .transform((value, context): string => {
      const problem = publicIpv4Problem(value);
      if (problem === undefined && typeof value === 'string') return value;
      const absent = value === undefined || value === null || value === '';
      addFault(context, {
        problem: problem ?? 'is missing',
        cure: 'set the public IPv4 address from which the server reaches the internet',
        cause: absent ? 'client_ip_missing' : 'client_ip_not_public_ipv4',
      });
      return z.NEVER;
    }) as z.ZodType<string, string>;
}

/** What keeps a value from being a public IPv4 address, as the rest of a sentence about it. */
export function publicIpv4Problem(value: unknown): string | undefined {
  if (value === undefined || value === null) return 'is missing';
  if (typeof value !== 'string') return 'is not text';
  if (value === '') return 'is empty';
  if (isIPv6(value)) return 'is an IPv6 address';
  if (!isIPv4(value)) return 'is not an IPv4 address';
  const other = otherRanges.find(([range]) => range.test(value));
  return other === undefined ? undefined : `is ${other[1]}`;
}
