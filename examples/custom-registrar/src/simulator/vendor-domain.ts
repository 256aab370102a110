import type { DomainStatus } from '@registrar-kit/core';
import type { WorldDomain } from '@registrar-kit/testing';
import { domainStates } from '../mapping/domain-status.js';

/** Where domains stand that have no servers of their own. */
const ownServers = ['ns1.harbour-names.example', 'ns2.harbour-names.example'];

/** A domain as the vendor gives it. */
export function toVendorDomain(row: WorldDomain): object {
  return {
    name: row.domain,
    state: stateOf(row.status),
    registered: row.registeredOn,
    expires: row.expiresOn,
    servers: row.nameservers.length === 0 ? ownServers : row.nameservers,
    ownServers: row.nameservers.length === 0,
    transferLock: row.locked,
    shield: row.privacy,
    autoRenewal: row.autoRenew,
    premium: row.premium,
  };
}

/** The servers of an order or a change as the world keeps them: none for the vendor's own. */
export function toWorldServers(servers: readonly string[]): readonly string[] {
  return servers.every((name) => ownServers.includes(name)) ? [] : servers;
}

function stateOf(status: DomainStatus): string {
  const words = Object.entries(domainStates) as readonly [string, DomainStatus][];
  // What the world knows beyond the manual has no word there.
  return words.find(([, meaning]) => meaning === status)?.[0] ?? 'other';
}
