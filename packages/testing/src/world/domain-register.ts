import {
  addYears,
  completeContacts,
  parseCalendarDate,
  parseNameserver,
} from '@registrar-kit/core';
import type { CalendarDate, DomainName } from '@registrar-kit/core';
import { aContactSet } from '../builders/a-contact.js';
import { authCodeFor } from './auth-code.js';
import { compareTexts, pageOf } from './page-of.js';
import type {
  DomainOrder,
  DomainPage,
  DomainPaging,
  DomainSeed,
  WorldDomain,
} from './world-domain.js';

const firstDomainId = 100_001;

/** The rows of a world's domains, as they were stored: without what the date makes of them. */
export class DomainRegister {
  readonly #rows = new Map<string, WorldDomain>();
  #nextId = firstDomainId;

  get nextId(): number {
    return this.#nextId;
  }

  /** An id that no other domain gets. */
  reserveId(): number {
    this.#nextId += 1;
    return this.#nextId - 1;
  }

  get(name: string): WorldDomain | undefined {
    return this.#rows.get(name);
  }

  all(): readonly WorldDomain[] {
    return [...this.#rows.values()];
  }

  set(row: WorldDomain): void {
    this.#rows.set(row.domain, row);
    this.#nextId = Math.max(this.#nextId, row.id + 1);
  }

  restore(rows: readonly WorldDomain[], nextId: number): void {
    this.#rows.clear();
    this.#nextId = Math.max(firstDomainId, nextId);
    for (const row of rows) this.set(row);
  }
}

/** The row that a seed describes. */
export function rowOfSeed(
  seed: DomainSeed,
  { domain, id, today }: { domain: DomainName; id: number; today: CalendarDate },
): WorldDomain {
  const expiresOn =
    seed.expiresOn === undefined ? addYears(today, 1) : parseCalendarDate(seed.expiresOn);
  const registeredOn =
    seed.registeredOn === undefined
      ? addYears(expiresOn, -1)
      : parseCalendarDate(seed.registeredOn);
  const at = `${registeredOn}T12:00:00.000Z`;
  return {
    id,
    domain,
    account: seed.account,
    status: seed.status ?? 'active',
    registeredOn,
    expiresOn,
    registeredAt: at,
    updatedAt: at,
    contacts: completeContacts(seed.contacts ?? aContactSet()),
    nameservers: (seed.nameservers ?? []).map(parseNameserver),
    locked: seed.locked ?? false,
    privacy: seed.privacy ?? false,
    autoRenew: seed.autoRenew ?? false,
    premium: seed.premium ?? false,
    authCode: seed.authCode ?? authCodeFor(domain, id),
    tldAttributes: seed.tldAttributes ?? {},
    verification: seed.verification ?? 'verified',
    verificationsSent: 0,
    dnssec: [],
  };
}

/** Searches, sorts and cuts rows. */
export function pageOfDomains(rows: readonly WorldDomain[], paging: DomainPaging): DomainPage {
  const { search = '', sortBy = 'name' } = paging;
  const found = rows.filter((row) => row.domain.includes(search.toLowerCase()));
  return pageOf(found, orders[sortBy], paging);
}

type Order = (left: WorldDomain, right: WorldDomain) => number;

const byName: Order = (left, right) => compareTexts(left.domain, right.domain);
const orders: Record<DomainOrder, Order> = {
  name: byName,
  id: (left, right) => left.id - right.id,
  registered: (left, right) =>
    compareTexts(left.registeredOn, right.registeredOn) || byName(left, right),
  expires: (left, right) => compareTexts(left.expiresOn, right.expiresOn) || byName(left, right),
};
