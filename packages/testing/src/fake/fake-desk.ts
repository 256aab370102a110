import type { CapabilityTable, DomainName, DriverAvailability } from '@registrar-kit/core';
import type { RegistryWorld } from '../world/registry-world.js';
import type { WorldDomain } from '../world/world-domain.js';
import { refuse } from '../world/world-refusal.js';
import { toAvailability } from './from-world.js';

/** What a fake registrar works with. */
export interface FakeDeskSettings {
  readonly world: RegistryWorld;
  readonly account: string;
  readonly capabilities: CapabilityTable;
}

/** Where the operations find the world, and the account that asks. */
export class FakeDesk {
  readonly world: RegistryWorld;
  readonly account: string;
  readonly capabilities: CapabilityTable;

  constructor({ world, account, capabilities }: FakeDeskSettings) {
    this.world = world;
    this.account = account;
    this.capabilities = capabilities;
  }

  /** The currency in which the account pays. */
  get currency(): string {
    return this.world.balanceOf(this.account)[0]?.currency ?? 'USD';
  }

  /** A domain that the account may look at. @throws WorldRefusal `domain_not_found`, `not_owner` */
  visible(domain: DomainName): WorldDomain {
    const row = this.world.find(domain) ?? refuse({ kind: 'domain_not_found', domain });
    if (this.world.mayActFor(this.account, row.account)) return row;
    return refuse({ kind: 'not_owner', domain, account: this.account });
  }

  availability(domain: DomainName): DriverAvailability {
    return toAvailability(domain, this.world.availabilityOf(domain), this.currency);
  }
}
