import type { DomainName } from '../values/domain-name.js';
import type { Nameserver } from '../values/nameserver.js';

/** A glue host: a name server inside the domain, with its addresses at the registry. */
export interface GlueHost {
  readonly host: Nameserver;
  readonly addresses: readonly string[];
}

export interface GlueHostList {
  readonly domain: DomainName;
  readonly hosts: readonly GlueHost[];
}

export interface HostInput {
  readonly domain: string;
  readonly host: string;
}

export interface CreateHostInput extends HostInput {
  readonly addresses: readonly string[];
}

export interface UpdateHostInput extends HostInput {
  readonly addresses?: readonly string[];
  readonly newHost?: string;
}
