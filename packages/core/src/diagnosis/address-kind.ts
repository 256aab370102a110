import { isIPv4, isIPv6 } from 'node:net';

const ipv4Ranges: readonly (readonly [RegExp, string])[] = [
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

/**
 * Why an address cannot be the one from which a server reaches the internet by IPv4; `undefined` when it can. Addresses kept
 * for documentation are taken for public ones: examples and simulators use them.
 */
export function notPublicIpv4(address: string): string | undefined {
  const text = address.trim();
  if (isIPv6(text)) return 'an IPv6 address';
  if (!isIPv4(text)) return 'not an IPv4 address';
  return ipv4Ranges.find(([range]) => range.test(text))?.[1];
}
