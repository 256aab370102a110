import type { DomainName } from '../values/domain-name.js';
import type { Nameserver } from '../values/nameserver.js';

/** The delegation of a domain. */
export interface NameserverSet {
  readonly domain: DomainName;
  readonly nameservers: readonly Nameserver[];
  /** Whether these are the provider's own servers, where it says so. */
  readonly providerDns?: boolean;
}

export interface SetNameserversInput {
  readonly domain: string;
  /** The whole new set: 2–13 host names. */
  readonly nameservers: readonly string[];
}
