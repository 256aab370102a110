import type { DomainName } from '../values/domain-name.js';
import type { Nameserver } from '../values/nameserver.js';

/** The delegation of a domain. */
export interface NameserverSet {
  readonly domain: DomainName;
  readonly nameservers: readonly Nameserver[];
  /** Whether these are the provider's own servers, where it says so. */
  readonly providerDns?: boolean;
}

/** A new delegation. */
export interface SetNameserversInput {
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  /** The whole new set of host names, as many as `capabilities.setNameservers` permits. */
  readonly nameservers: readonly string[];
}
