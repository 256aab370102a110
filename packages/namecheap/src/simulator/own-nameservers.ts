import type { WorldDomain } from '@registrar-kit/testing';

/** What stands at a domain that names no servers of its own. */
const vendorNameservers = ['dns1.registrar-servers.com', 'dns2.registrar-servers.com'];

export function nameserversOf(domain: WorldDomain): readonly string[] {
  return domain.nameservers.length === 0 ? vendorNameservers : domain.nameservers;
}

export function usesVendorDns(domain: WorldDomain): boolean {
  return domain.nameservers.length === 0;
}
