import type { DomainContacts, DomainName } from '@registrar-kit/core';
import type { WorldDomain } from '../world/world-domain.js';
import { refuse } from '../world/world-refusal.js';
import type { FakeDesk } from './fake-desk.js';
import type { FakeOperations } from './fake-operation.js';
import { toNameserverSet } from './from-world.js';

/** What the owner of a domain can set. */
export const fakeSettings: FakeOperations<
  | 'getNameservers'
  | 'setNameservers'
  | 'resetNameservers'
  | 'getLock'
  | 'setLock'
  | 'getPrivacy'
  | 'setPrivacy'
  | 'getContacts'
  | 'setContacts'
  | 'setAutoRenew'
  | 'getRegistrantVerification'
  | 'resendRegistrantVerification'
  | 'getDnssec'
  | 'setDnssec'
> = {
  getNameservers: (domain, desk) => toNameserverSet(desk.visible(domain)),
  setNameservers: ({ domain, nameservers }, { world, account }) =>
    toNameserverSet(world.setNameservers(account, domain, nameservers)),
  resetNameservers: (domain, { world, account }) =>
    toNameserverSet(world.setNameservers(account, domain, [])),

  getLock: (domain, desk) => {
    const { locked } = desk.visible(domain);
    return supportsOf(desk, domain).supportsLock
      ? { domain, locked }
      : refuse({ kind: 'lock_not_supported', domain });
  },
  setLock: ({ domain, locked }, { world, account }) => ({
    domain,
    locked: world.setLock(account, domain, locked).locked,
  }),

  getPrivacy: (domain, desk) => {
    const { privacy } = desk.visible(domain);
    return supportsOf(desk, domain).supportsPrivacy
      ? { domain, privacy }
      : refuse({ kind: 'privacy_not_supported', domain });
  },
  setPrivacy: ({ domain, privacy, forwardTo }, { world, account }) => ({
    domain,
    privacy: world.setPrivacy(account, domain, privacy, forwardTo).privacy,
  }),

  getContacts: (domain, desk) => toContacts(desk.visible(domain)),
  setContacts: ({ domain, contacts, tldAttributes }, { world, account }) =>
    toContacts(world.setContacts(account, domain, contacts, tldAttributes)),

  setAutoRenew: ({ domain, autoRenew }, { world, account }) => ({
    domain,
    autoRenew: world.setAutoRenew(account, domain, autoRenew).autoRenew,
  }),

  getRegistrantVerification: (domain, desk) => ({
    domain,
    status: desk.visible(domain).verification,
  }),
  resendRegistrantVerification: (domain, { world, account }) => {
    world.resendVerification(account, domain);
  },

  getDnssec: (domain, desk) => ({ domain, records: desk.visible(domain).dnssec }),
  setDnssec: ({ domain, records }, { world, account }) => ({
    domain,
    records: world.setDnssec(account, domain, records).dnssec,
  }),
};

/** What the registry of a domain's ending can do. */
function supportsOf({ world }: FakeDesk, domain: DomainName) {
  return world.tldOf(domain) ?? refuse({ kind: 'tld_not_sold', domain });
}

function toContacts({ domain, contacts, tldAttributes }: WorldDomain): DomainContacts {
  return {
    domain,
    contacts,
    ...(Object.keys(tldAttributes).length === 0 ? {} : { tldAttributes }),
  };
}
