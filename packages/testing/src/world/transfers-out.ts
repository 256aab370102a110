import type { Holdings } from './holdings.js';
import { checkStatus } from './order-checks.js';
import type { WorldDomain } from './world-domain.js';
import { refuse } from './world-refusal.js';

/** Transfers of a world's domains to other registrars. */
export class TransfersOut {
  readonly #holdings: Holdings;

  constructor(holdings: Holdings) {
    this.#holdings = holdings;
  }

  /** Another registrar asks for the domain: it is `transfer_out` from now on. @throws WorldRefusal `wrong_status`, `domain_locked` */
  start(domain: string): WorldDomain {
    const row = this.#holdings.existing(domain);
    checkStatus(row, ['active']);
    if (row.locked) refuse({ kind: 'domain_locked', domain: row.domain });
    return this.#holdings.change(row, { status: 'transfer_out' });
  }

  /** Lets the domain go: it is `transferred_away`. @throws WorldRefusal */
  approve(account: string, domain: string): WorldDomain {
    return this.#end(account, domain, 'transferred_away');
  }

  /** Keeps the domain: it is `active`. @throws WorldRefusal */
  reject(account: string, domain: string): WorldDomain {
    return this.#end(account, domain, 'active');
  }

  #end(account: string, domain: string, status: 'transferred_away' | 'active'): WorldDomain {
    const row = this.#holdings.ownedBy(account, domain);
    checkStatus(row, ['transfer_out']);
    return this.#holdings.change(row, { status });
  }
}
