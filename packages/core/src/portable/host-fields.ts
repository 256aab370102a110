import { isIPv4, isIPv6 } from 'node:net';
import { z } from 'zod';
import { readIpv6Value } from '../dns/address-value.js';
import type { HostLimits } from '../driver/capabilities.js';
import type { DomainName } from '../values/domain-name.js';
import { readNameserver, type Nameserver } from '../values/nameserver.js';
import { quoteValue } from '../values/quote-value.js';
import { mostNamed } from './input-fields.js';
import { addFault } from './parse-input.js';

/** The full name of a glue host. */
export const hostField = z.unknown().transform((value, context): Nameserver => {
  const host = readNameserver(value as string);
  if (host !== undefined) return host;
  addFault(
    context,
    value === undefined ? 'is missing' : `${quoteValue(value)} is not a host name`,
    'give a full host name such as ns1.example.com',
  );
  return z.NEVER;
});

/** A glue host lies below its domain; the registry of another domain would not take it. */
export function assertBelow(
  request: { readonly domain: DomainName; readonly host: string; readonly newHost?: unknown },
  context: z.RefinementCtx,
): void {
  const { domain, host, newHost } = request;
  for (const [field, name] of Object.entries({ host, newHost })) {
    if (typeof name === 'string' && !name.endsWith(`.${domain}`))
      addFault(context, `${name} does not lie below ${domain}`, `give ns1.${domain} or the like`, [
        field,
      ]);
  }
}

/** Whether two sets hold the same addresses, in whatever order and spelling. */
export function sameAddresses(left: readonly string[], right: readonly string[]): boolean {
  const [one, other] = [left, right].map((list) => new Set(list.map(addressOf)));
  return one?.size === other?.size && [...(one ?? [])].every((address) => other?.has(address));
}

/** An address in its one form: IPv6 has many. One with a zone index, which means something on one machine only, is none. */
function addressOf(typed: string): string {
  const text = typed.trim();
  if (!isIPv6(text)) return text;
  const reading = readIpv6Value(text);
  return reading.fault === undefined ? reading.text : '';
}

/** The addresses of a glue host, each once, in the order given. */
export function addressesField({ maxAddresses, ipv6 }: HostLimits): z.ZodType<readonly string[]> {
  const kinds = ipv6 ? 'IPv4 or IPv6 addresses' : 'IPv4 addresses';
  const cure = `give 1 to ${String(maxAddresses)} ${kinds}`;
  return z.unknown().transform((value, context): readonly string[] => {
    if (!Array.isArray(value)) {
      addFault(context, value === undefined ? 'is missing' : 'is not a list of addresses', cure);
      return z.NEVER;
    }
    const found = new Set<string>();
    for (const [index, item] of (value as unknown[]).slice(0, mostNamed).entries()) {
      const address = typeof item === 'string' ? addressOf(item) : '';
      const given = quoteValue(item);
      if (isIPv6(address) && !ipv6)
        addFault(context, `${given} is an IPv6 address, which is not taken here`, cure, [index]);
      else if (!isIPv4(address) && !isIPv6(address))
        addFault(context, `${given} is not an IP address`, cure, [index]);
      else if (found.has(address))
        addFault(context, `${address} is given twice`, 'give each address once', [index]);
      else found.add(address);
    }
    if (value.length < 1 || value.length > maxAddresses) {
      const count = `${String(value.length)} address${value.length === 1 ? '' : 'es'}`;
      addFault(context, `has ${count}`, cure);
    }
    return [...found];
  });
}
