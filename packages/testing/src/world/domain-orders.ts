import {
  addYears,
  completeContacts,
  parseDomainName,
  type DomainStatus,
} from '@registrar-kit/core';
import { authCodeFor } from './auth-code.js';
import type { Catalogue } from './catalogue.js';
import type { Holdings } from './holdings.js';
import {
  checkAttributes,
  checkReach,
  checkStatus,
  checkYears,
  readNameservers,
} from './order-checks.js';
import type { Surprises } from './surprises.js';
import type { Till } from './till.js';
import type { WorldDomain } from './world-domain.js';
import type { PremiumName } from './world-names.js';
import type {
  WorldReceipt,
  WorldRegistration,
  WorldRenewal,
  WorldRenewalReceipt,
  WorldRestore,
} from './world-orders.js';
import { refuse } from './world-refusal.js';
import type { WorldTld } from './world-tld.js';

/** The states in which a domain can be renewed. */
const renewableStatuses: readonly DomainStatus[] = ['active', 'expired', 'on_hold'];

/** Purchases that concern one domain at this registrar. */
export class DomainOrders {
  readonly #holdings: Holdings;
  readonly #catalogue: Catalogue;
  readonly #till: Till;
  readonly #surprises: Surprises;

  constructor(holdings: Holdings, catalogue: Catalogue, till: Till, surprises: Surprises) {
    this.#holdings = holdings;
    this.#catalogue = catalogue;
    this.#till = till;
    this.#surprises = surprises;
  }

  register(order: WorldRegistration): WorldReceipt {
    const { activeOn } = this.#surprises.strike({ ...order, kind: 'registerDomain' });
    const { tld, premium } = this.#free(order.domain);
    const domain = parseDomainName(order.domain);
    const { years, locked = false, privacy = false, tldAttributes = {} } = order;
    checkYears(domain, years, tld.registrationYears);
    const nameservers = readNameservers(domain, order.nameservers ?? []);
    if (locked && !tld.supportsLock) refuse({ kind: 'lock_not_supported', domain });
    if (privacy && !tld.supportsPrivacy) refuse({ kind: 'privacy_not_supported', domain });
    checkAttributes(domain, tldAttributes, tld.attributes ?? []);
    const { register } = this.#holdings;
    const id = register.nextId;
    const at = this.#holdings.instant();
    const kind = 'registerDomain';
    const entry = this.#till.charge({ ...order, kind, domain, domainId: id, at });
    const today = this.#holdings.today();
    const row: WorldDomain = {
      id,
      domain,
      account: order.account,
      status: tld.pendingRegistration || activeOn !== undefined ? 'pending' : 'active',
      ...(activeOn === undefined ? {} : { activeOn }),
      registeredOn: today,
      expiresOn: addYears(today, years),
      registeredAt: at,
      updatedAt: at,
      contacts: completeContacts(order.contacts),
      nameservers,
      locked,
      privacy,
      autoRenew: order.autoRenew ?? false,
      premium: premium !== undefined,
      authCode: authCodeFor(domain, id),
      tldAttributes,
      verification: 'pending',
      verificationsSent: 0,
      dnssec: [],
    };
    register.set(row);
    return { domain: row, entry };
  }

  renew(order: WorldRenewal): WorldRenewalReceipt {
    this.#surprises.strike({ ...order, kind: 'renewDomain' });
    const row = this.#holdings.ownedBy(order.account, order.domain);
    const { domain, expiresOn: previousExpiresOn } = row;
    const tld = this.#holdings.tldOf(row);
    if (!tld.renewable) refuse({ kind: 'not_renewable', domain });
    checkStatus(row, renewableStatuses);
    checkYears(domain, order.years, tld.renewalYears);
    const expiresOn = addYears(previousExpiresOn, order.years);
    checkReach(domain, expiresOn, this.#holdings.today());
    const at = this.#holdings.instant();
    const entry = this.#till.charge({
      ...order,
      kind: 'renewDomain',
      domain,
      domainId: row.id,
      at,
    });
    // A renewal in time brings an expired domain back, also one that was declared expired.
    const revived = row.status === 'expired' ? { status: 'active' as const } : {};
    return {
      domain: this.#holdings.change(row, { expiresOn, ...revived }),
      entry,
      previousExpiresOn,
    };
  }

  restore(order: WorldRestore): WorldRenewalReceipt {
    this.#surprises.strike({ ...order, kind: 'restoreDomain' });
    const row = this.#holdings.ownedBy(order.account, order.domain);
    const { domain, expiresOn: previousExpiresOn } = row;
    checkStatus(row, order.from ?? ['redemption']);
    const today = this.#holdings.today();
    let years = 1;
    while (addYears(previousExpiresOn, years) <= today) years += 1;
    const expiresOn = addYears(previousExpiresOn, years);
    checkReach(domain, expiresOn, today);
    const at = this.#holdings.instant();
    const entry = this.#till.charge({
      ...order,
      kind: 'restoreDomain',
      domain,
      domainId: row.id,
      years,
      at,
    });
    const change = { expiresOn, status: 'active', deletedOn: undefined } as const;
    return { domain: this.#holdings.change(row, change), entry, previousExpiresOn };
  }

  /** What a free name is sold as. @throws WorldRefusal when it is not free */
  #free(domain: string): { readonly tld: WorldTld; readonly premium?: PremiumName } {
    const availability = this.#catalogue.availabilityOf(domain, (name) =>
      this.#holdings.isTaken(name),
    );
    switch (availability.status) {
      case 'available':
        return availability;
      case 'not_sold':
        return refuse({ kind: 'tld_not_sold', domain });
      case 'invalid':
        return refuse({ kind: 'invalid_name', domain, because: availability.because });
      case 'taken':
        return refuse({
          kind: availability.because === 'reserved' ? 'name_reserved' : 'name_taken',
          domain,
        });
    }
  }
}
