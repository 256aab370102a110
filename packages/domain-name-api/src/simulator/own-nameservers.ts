import type { WorldDomain } from '@registrar-kit/testing';

/** The servers that the vendor's own modules name for domains without any. */
const own: readonly string[] = ['ns1.domainnameapi.com', 'ns2.domainnameapi.com'];

/** What answers show: a domain for which nobody named servers has the vendor's own. */
export function nameserversOf({ nameservers }: WorldDomain): readonly string[] {
  return nameservers.length === 0 ? own : nameservers;
}

/** For the world, where the provider's own are told by naming none. */
export function forWorld(nameservers: readonly string[]): readonly string[] {
  const names = nameservers.map((name) => name.trim().toLowerCase().replace(/\.$/, ''));
  const isOwn = names.length === own.length && own.every((name) => names.includes(name));
  return isOwn ? [] : nameservers;
}
