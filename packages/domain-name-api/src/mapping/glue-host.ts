import { isIP, isIPv4, isIPv6 } from 'node:net';
import {
  readNameserver,
  type DomainName,
  type GlueHost,
  type Nameserver,
} from '@registrar-kit/core';
import * as z from 'zod';
import type { DriftReport } from '../domain-name-api-client.js';

const addressText = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .refine((text) => isIP(text) !== 0, 'is not an IP address');
const addressSchema = z.union([
  addressText,
  z.object({ ipAddress: addressText }).transform(({ ipAddress }) => ipAddress),
]);

/** A host as `domains/info` gives it. */
export const hostSchema = z.object({
  name: z.string().min(1),
  ipAddresses: z.array(addressSchema),
});

/** The gateway's form of addresses: each says of which kind it is. */
export function toIpAddresses(
  addresses: readonly string[],
): readonly { readonly ipAddress: string; readonly ipVersion: 'v4' | 'v6' }[] {
  return addresses.map((ipAddress) => ({
    ipAddress,
    ipVersion: isIPv4(ipAddress) ? 'v4' : 'v6',
  }));
}

/** The hosts of a domain. What does not lie below it is reported and left out. */
export function fromHosts(
  hosts: readonly z.output<typeof hostSchema>[],
  domain: DomainName,
  drift: DriftReport,
): readonly GlueHost[] {
  return hosts.flatMap(({ name, ipAddresses }, index): GlueHost[] => {
    const host = fullNameOf(name, domain);
    if (host === undefined) {
      drift(`hosts.${String(index)}.name`, 'is not a host below the domain');
      return [];
    }
    return [{ host, addresses: ipAddresses }];
  });
}

/** One spelling for each address: IPv6 has many. */
export function canonicalAddress(address: string): string {
  // A zone index stands in no URL.
  return isIPv6(address) && !address.includes('%')
    ? new URL(`http://[${address}]`).hostname
    : address;
}

/** Full names are what the vendor's own tests send; that they also come back so is assumed, and a single label is understood. */
function fullNameOf(name: string, domain: DomainName): Nameserver | undefined {
  const typed = name.trim().replace(/\.$/, '');
  const host = readNameserver(typed.includes('.') ? typed : `${typed}.${domain}`);
  return host?.endsWith(`.${domain}`) === true ? host : undefined;
}
