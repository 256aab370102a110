import type { CompleteContactSet, ContactSet, DnssecState } from '@registrar-kit/core';
import type { GlueHosts } from './glue-hosts.js';
import type { Holdings } from './holdings.js';
import { checkDsRecord } from './ds-checks.js';
import { checkAttributes, checkStatus, readNameservers } from './order-checks.js';
import type { WorldDomain } from './world-domain.js';
import { refuse } from './world-refusal.js';

/** What the owner can change of a domain without paying. */
export class DomainSettings {
  readonly #holdings: Holdings;
  readonly #hosts: GlueHosts;

  constructor(holdings: Holdings, hosts: GlueHosts) {
    this.#holdings = holdings;
    this.#hosts = hosts;
  }

  setNameservers(account: string, domain: string, nameservers: readonly string[]): WorldDomain {
    const row = this.#holdings.changeable(account, domain);
    return this.#holdings.change(row, { nameservers: readNameservers(row.domain, nameservers) });
  }

  setLock(account: string, domain: string, locked: boolean): WorldDomain {
    const row = this.#holdings.changeable(account, domain);
    if (!this.#holdings.tldOf(row).supportsLock)
      refuse({ kind: 'lock_not_supported', domain: row.domain });
    return this.#holdings.change(row, { locked });
  }

  setPrivacy(account: string, domain: string, privacy: boolean, forwardTo?: string): WorldDomain {
    const row = this.#holdings.changeable(account, domain);
    if (!this.#holdings.tldOf(row).supportsPrivacy)
      refuse({ kind: 'privacy_not_supported', domain: row.domain });
    const forward = forwardTo === undefined ? {} : { privacyForwardTo: forwardTo };
    return this.#holdings.change(row, { privacy, ...forward });
  }

  setAutoRenew(account: string, domain: string, autoRenew: boolean): WorldDomain {
    return this.#holdings.change(this.#holdings.changeable(account, domain), { autoRenew });
  }

  setContacts(
    account: string,
    domain: string,
    contacts: Partial<ContactSet>,
    tldAttributes: Readonly<Record<string, string>> = {},
  ): WorldDomain {
    const row = this.#holdings.changeable(account, domain);
    const attributes = { ...row.tldAttributes, ...tldAttributes };
    // A domain that came here without them can still change its contacts.
    if (Object.keys(tldAttributes).length > 0)
      checkAttributes(row.domain, attributes, this.#holdings.tldOf(row).attributes ?? []);
    const changed: CompleteContactSet = { ...row.contacts, ...contacts };
    const isAnotherAddress = changed.registrant.email !== row.contacts.registrant.email;
    return this.#holdings.change(row, {
      contacts: changed,
      tldAttributes: attributes,
      ...(isAnotherAddress && row.verification !== 'not_required'
        ? { verification: 'pending' }
        : {}),
    });
  }

  setDnssec(account: string, domain: string, records: DnssecState['records']): WorldDomain {
    const row = this.#holdings.changeable(account, domain);
    for (const record of records) checkDsRecord(row.domain, record);
    return this.#holdings.change(row, { dnssec: records });
  }

  deleteDomain(account: string, domain: string): WorldDomain {
    const row = this.#holdings.ownedBy(account, domain);
    checkStatus(row, ['active', 'on_hold', 'expired']);
    this.#hosts.checkAllUnused(row);
    return this.#holdings.change(row, { status: 'active', deletedOn: this.#holdings.today() });
  }

  resendVerification(account: string, domain: string): WorldDomain {
    const row = this.#holdings.ownedBy(account, domain);
    const { verification, verificationsSent } = row;
    if (verification === 'verified' || verification === 'not_required')
      refuse({ kind: 'nothing_to_verify', domain: row.domain });
    return this.#holdings.change(row, { verificationsSent: verificationsSent + 1 });
  }

  verifyRegistrant(domain: string): WorldDomain {
    return this.#holdings.change(this.#holdings.existing(domain), { verification: 'verified' });
  }

  activate(domain: string): WorldDomain {
    const row = this.#holdings.existing(domain);
    checkStatus(row, ['pending']);
    return this.#holdings.change(row, { status: 'active' });
  }
}
