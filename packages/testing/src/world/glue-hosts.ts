import { isIP } from 'node:net';
import {
  readNameserver,
  type DomainName,
  type GlueHost,
  type Nameserver,
} from '@registrar-kit/core';
import type { Holdings } from './holdings.js';
import type { WorldDomain } from './world-domain.js';
import { refuse } from './world-refusal.js';

/** The glue hosts of one domain, as snapshots hold them. */
export interface StoredHosts {
  readonly domainId: number;
  readonly hosts: readonly GlueHost[];
}

const maxAddresses = 13;

/** The glue hosts of a world: name servers below a domain, with their addresses at the registry. */
export class GlueHosts {
  readonly #holdings: Holdings;
  readonly #hosts = new Map<number, readonly GlueHost[]>();

  constructor(holdings: Holdings) {
    this.#holdings = holdings;
  }

  /** In the order in which they were created. @throws WorldRefusal */
  list(account: string, domain: string): readonly GlueHost[] {
    return this.#of(this.#holdings.readBy(account, domain));
  }

  /** @throws WorldRefusal also `host_not_found` */
  get(account: string, domain: string, host: string): GlueHost {
    return this.#existing(this.#holdings.readBy(account, domain), host);
  }

  /** @throws WorldRefusal also `invalid_host`, `host_exists`, `invalid_address` */
  create(account: string, domain: string, host: string, addresses: readonly string[]): GlueHost {
    const row = this.#holdings.changeable(account, domain);
    const created = {
      host: this.#newName(row, host),
      addresses: readAddresses(row.domain, host, addresses),
    };
    this.#hosts.set(row.id, [...this.#of(row), created]);
    return created;
  }

  /**
   * Replaces the addresses, the name or both; what is left out stays.
   *
   * @throws WorldRefusal also `host_not_found`, `invalid_host`, `host_exists`, `invalid_address`; `host_in_use` for a new name
   */
  update(
    account: string,
    domain: string,
    host: string,
    change: { readonly addresses?: readonly string[]; readonly newHost?: string },
  ): GlueHost {
    const row = this.#holdings.changeable(account, domain);
    const existing = this.#existing(row, host);
    const { addresses, newHost } = change;
    // Some vendors want the name repeated where it stays.
    const isRenamed = newHost !== undefined && readNameserver(newHost) !== existing.host;
    if (isRenamed) this.#checkUnused(row, existing.host);
    const updated: GlueHost = {
      host: isRenamed ? this.#newName(row, newHost) : existing.host,
      addresses:
        addresses === undefined
          ? existing.addresses
          : readAddresses(row.domain, existing.host, addresses),
    };
    const hosts = this.#of(row).map((other) => (other === existing ? updated : other));
    this.#hosts.set(row.id, hosts);
    return updated;
  }

  /** @throws WorldRefusal also `host_not_found`, `host_in_use` */
  delete(account: string, domain: string, host: string): void {
    const row = this.#holdings.changeable(account, domain);
    const existing = this.#existing(row, host);
    this.#checkUnused(row, existing.host);
    const hosts = this.#of(row).filter((other) => other !== existing);
    this.#hosts.set(row.id, hosts);
  }

  /** @throws WorldRefusal `host_in_use` when another domain needs a host of this one. */
  checkAllUnused(row: WorldDomain): void {
    for (const { host } of this.#of(row)) this.#checkUnused(row, host, row.domain);
  }

  /** For snapshots. */
  stored(): readonly StoredHosts[] {
    return [...this.#hosts].map(([domainId, hosts]) => ({ domainId, hosts }));
  }

  /** For snapshots: takes over what {@link GlueHosts.stored} gave. */
  restore(stored: readonly StoredHosts[]): void {
    this.#hosts.clear();
    for (const { domainId, hosts } of stored) this.#hosts.set(domainId, hosts);
  }

  #of(row: WorldDomain): readonly GlueHost[] {
    return this.#hosts.get(row.id) ?? [];
  }

  #existing(row: WorldDomain, host: string): GlueHost {
    const name = readNameserver(host);
    const { domain } = row;
    return (
      this.#of(row).find((other) => other.host === name) ??
      refuse({ kind: 'host_not_found', domain, host })
    );
  }

  #newName(row: WorldDomain, host: string): Nameserver {
    const { domain } = row;
    const name = readNameserver(host);
    if (name?.endsWith(`.${domain}`) !== true)
      return refuse({ kind: 'invalid_host', domain, host });
    if (this.#of(row).some((other) => other.host === name))
      return refuse({ kind: 'host_exists', domain, host: name });
    return name;
  }

  #checkUnused({ domain }: WorldDomain, host: Nameserver, except?: DomainName): void {
    const user = this.#holdings.register.all().find((stored) => {
      const row = this.#holdings.held(stored.domain);
      return stored.domain !== except && row?.nameservers.includes(host) === true;
    });
    if (user !== undefined) refuse({ kind: 'host_in_use', domain, host, usedBy: user.domain });
  }
}

function readAddresses(
  domain: string,
  host: string,
  addresses: readonly string[],
): readonly string[] {
  const invalid = addresses.find((address) => isIP(address) === 0);
  if (invalid !== undefined) refuse({ kind: 'invalid_address', domain, host, address: invalid });
  const different = [...new Set(addresses)];
  if (different.length === 0 || different.length > maxAddresses)
    refuse({ kind: 'invalid_address', domain, host });
  return different;
}
