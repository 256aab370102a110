import type { DomainName } from '../values/domain-name.js';
import type { Nameserver } from '../values/nameserver.js';

/** A glue host: a name server inside the domain, with its addresses at the registry. */
export interface GlueHost {
  readonly host: Nameserver;
  /** IPv4 and IPv6 addresses. */
  readonly addresses: readonly string[];
  /** The registry's status words, where the provider gives them out. */
  readonly statuses?: readonly string[];
}

/** All glue hosts of a domain. */
export interface GlueHostList {
  readonly domain: DomainName;
  readonly hosts: readonly GlueHost[];
}

/** The glue host that is meant. */
export interface HostInput {
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  /** Its full name, such as `ns1.example.com`; it lies below the domain. */
  readonly host: string;
}

/** A new glue host. */
export interface CreateHostInput extends HostInput {
  /** As many and of the kinds that `capabilities.createHost` permits. */
  readonly addresses: readonly string[];
}

/** What should change of a glue host; one field at least. */
export interface UpdateHostInput extends HostInput {
  /** The whole new set of addresses. */
  readonly addresses?: readonly string[];
  /** A new full name below the same domain, where `capabilities.updateHost` permits it. */
  readonly newHost?: string;
}
