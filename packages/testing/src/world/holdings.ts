import type { CalendarDate, Clock, DomainName, DomainStatus } from '@registrar-kit/core';
import type { AccountBook } from './account-book.js';
import type { Catalogue } from './catalogue.js';
import { DomainRegister } from './domain-register.js';
import type { LateCommits } from './late-commits.js';
import { statusOfDay } from './lifecycle.js';
import { checkStatus } from './order-checks.js';
import type { WorldDomain } from './world-domain.js';
import { refuse } from './world-refusal.js';
import { dayOf, instantOf } from './world-time.js';
import type { WorldTld } from './world-tld.js';

/** What the holdings stand on. */
export interface HoldingsBasis {
  readonly clock: Clock;
  readonly accounts: AccountBook;
  readonly catalogue: Catalogue;
  readonly lateCommits: LateCommits;
}

/** The states in which the settings of a domain can be changed. */
const changeableStatuses: readonly DomainStatus[] = ['active', 'on_hold'];

/** The states of a row whose domain is no longer at this registrar. */
const goneStatuses: readonly DomainStatus[] = ['transferred_away', 'deleted'];

/** The domains that a world's registrar holds, as they stand today, and who may touch them. */
export class Holdings {
  /** The rows as they were stored. */
  readonly register = new DomainRegister();
  readonly #basis: HoldingsBasis;

  constructor(basis: HoldingsBasis) {
    this.#basis = basis;
  }

  today(): CalendarDate {
    return dayOf(this.#basis.clock);
  }

  instant(): string {
    return instantOf(this.#basis.clock);
  }

  /** Notes that somebody has looked at a domain, for orders that are executed only after that. */
  noteRead(domain: string): void {
    this.#basis.lateCommits.noteRead(domain.toLowerCase());
  }

  /** The same for all domains, as lists are read. */
  noteAllRead(): void {
    this.#basis.lateCommits.noteRead();
  }

  /** A row with its status of today; `undefined` once the registry has let the name go. */
  row(name: string): WorldDomain | undefined {
    const row = this.#begun(this.register.get(name));
    // Other states are set on purpose and do not follow the date.
    if (row?.status !== 'active') return row;
    const status = statusOfDay(row, this.today(), this.tldOf(row).lifecycle);
    return status === 'deleted' ? undefined : { ...row, status };
  }

  /** A registration that waited for its day is active from then on. */
  #begun(row: WorldDomain | undefined): WorldDomain | undefined {
    const { status, activeOn } = row ?? {};
    if (row === undefined || status !== 'pending' || activeOn === undefined) return row;
    return activeOn <= this.today() ? { ...row, status: 'active' } : row;
  }

  rowsOf(account: string): readonly WorldDomain[] {
    return this.register
      .all()
      .filter((row) => row.account === account)
      .flatMap((row) => this.row(row.domain) ?? []);
  }

  /** Whether a name is taken because of a row of this world. */
  isTaken(name: DomainName): boolean {
    const status = this.row(name)?.status;
    return status !== undefined && status !== 'deleted';
  }

  /** The row of a domain that is at this registrar now. */
  held(name: DomainName): WorldDomain | undefined {
    const row = this.row(name);
    return row === undefined || goneStatuses.includes(row.status) ? undefined : row;
  }

  /** @throws WorldRefusal `tld_not_sold` */
  tldOf({ domain }: Pick<WorldDomain, 'domain'>): WorldTld {
    return this.#basis.catalogue.tldOf(domain) ?? refuse({ kind: 'tld_not_sold', domain });
  }

  /** @throws WorldRefusal `domain_not_found` */
  existing(domain: string): WorldDomain {
    const name = domain.toLowerCase();
    return this.row(name) ?? refuse({ kind: 'domain_not_found', domain: name });
  }

  /** @throws WorldRefusal `unknown_account`, `domain_not_found`, `not_owner` */
  ownedBy(account: string, domain: string): WorldDomain {
    this.#basis.accounts.get(account);
    const row = this.existing(domain);
    if (row.account !== account) refuse({ kind: 'not_owner', domain: row.domain, account });
    return row;
  }

  /** {@link Holdings.ownedBy} for a read, which counts as one even where it ends in a refusal. */
  readBy(account: string, domain: string): WorldDomain {
    this.noteRead(domain);
    return this.ownedBy(account, domain);
  }

  /** @throws WorldRefusal also `wrong_status` */
  changeable(account: string, domain: string): WorldDomain {
    const row = this.ownedBy(account, domain);
    checkStatus(row, changeableStatuses);
    return row;
  }

  /** Stores a change and gives the row as it stands afterwards. */
  change(row: WorldDomain, change: Partial<WorldDomain>): WorldDomain {
    // What the date made of it is not stored; it would no longer follow the date.
    const status = this.register.get(row.domain)?.status ?? row.status;
    this.register.set({ ...row, status, ...change, updatedAt: this.instant() });
    return this.row(row.domain) ?? row;
  }
}
