import {
  addYears,
  completeContacts,
  parseCalendarDate,
  parseNameserver,
  type CalendarDate,
  type DomainName,
} from '@registrar-kit/core';
import { aContactSet } from '../builders/a-contact.js';
import type { Catalogue } from './catalogue.js';
import type { Holdings } from './holdings.js';
import type { WorldDomain } from './world-domain.js';
import type { ForeignDomain, ForeignDomainSeed } from './world-transfer.js';

const elsewhere = ['ns1.example.net', 'ns2.example.net'];

/** The domains that other registrars hold. */
export class ForeignDomains {
  readonly #holdings: Holdings;
  readonly #catalogue: Catalogue;
  readonly #domains = new Map<string, ForeignDomain>();

  constructor(holdings: Holdings, catalogue: Catalogue) {
    this.#holdings = holdings;
    this.#catalogue = catalogue;
  }

  put(domain: DomainName, seed: ForeignDomainSeed): ForeignDomain {
    const today = this.#holdings.today();
    const foreign: ForeignDomain = {
      domain,
      authCode: seed.authCode,
      locked: seed.locked ?? false,
      registeredOn: parseCalendarDate(seed.registeredOn ?? addYears(today, -2)),
      expiresOn: parseCalendarDate(seed.expiresOn ?? halfAYearAfter(today)),
      contacts: completeContacts(seed.contacts ?? aContactSet()),
      nameservers: (seed.nameservers ?? elsewhere).map(parseNameserver),
    };
    this.#domains.set(domain, foreign);
    this.#catalogue.setTaken(domain);
    return foreign;
  }

  /** The domain at another registrar: put there, gone there from here, or one of the names that are simply taken. */
  find(domain: DomainName): ForeignDomain | undefined {
    const row = this.#holdings.row(domain);
    if (row?.status === 'transferred_away') return leftFrom(row);
    if (row !== undefined && row.status !== 'deleted') return undefined;
    const known = this.#domains.get(domain);
    if (known !== undefined) return known;
    return this.#catalogue.isTaken(domain) ? this.#unknownOwners(domain) : undefined;
  }

  /** The domain has come here. */
  remove(domain: DomainName): void {
    this.#domains.delete(domain);
    this.#catalogue.release(domain);
  }

  all(): readonly ForeignDomain[] {
    return [...this.#domains.values()];
  }

  restore(domains: readonly ForeignDomain[]): void {
    this.#domains.clear();
    for (const domain of domains) this.#domains.set(domain.domain, domain);
  }

  /** Its owner has locked it and told nobody the code. */
  #unknownOwners(domain: DomainName): ForeignDomain {
    const today = this.#holdings.today();
    return {
      domain,
      locked: true,
      registeredOn: addYears(today, -2),
      expiresOn: halfAYearAfter(today),
      contacts: completeContacts(aContactSet()),
      nameservers: elsewhere.map(parseNameserver),
    };
  }
}

function leftFrom(row: WorldDomain): ForeignDomain {
  const { domain, authCode, registeredOn, expiresOn, contacts, nameservers, updatedAt } = row;
  return {
    domain,
    authCode,
    locked: false,
    registeredOn,
    movedOn: parseCalendarDate(updatedAt.slice(0, 10)),
    expiresOn,
    contacts,
    nameservers: nameservers.length === 0 ? elsewhere.map(parseNameserver) : nameservers,
  };
}

function halfAYearAfter(day: CalendarDate): CalendarDate {
  return parseCalendarDate(new Date(Date.parse(day) + 182 * 86_400_000).toISOString().slice(0, 10));
}
