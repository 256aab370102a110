import type { Capability, CapabilityTable, UnsupportedCapability } from '@registrar-kit/core';
import { writableTypes } from './dns/host-row.js';
import { maxRecords } from './dns/zone-objections.js';

const anHour = 3_600_000;
const panel = 'do it in the Namecheap panel';

/** The interface has no command for it. */
function absent<const Reason extends string, const Alternative extends string>(
  reason: Reason,
  alternative: Alternative,
) {
  return { support: 'unsupported', reason, alternative } as const satisfies UnsupportedCapability;
}

/** Namecheap keeps records only for the domains that it serves. */
function onOwnDns(note?: string) {
  const condition = "only while Namecheap's own name servers serve the domain";
  return {
    support: 'conditional',
    on: 'domain',
    note: note === undefined ? condition : `${condition}; ${note}`,
  } as const satisfies Capability<'listRecords'>;
}

/** What can be done at Namecheap, and what not and why. https://www.namecheap.com/support/api/methods/ */
export const namecheapCapabilities = {
  verifyAccess: { support: 'supported' },
  getBalance: { support: 'supported' },
  getCapabilities: { support: 'supported' },
  // The vendor asks to keep both lists.
  listTlds: { support: 'supported', keptMs: anHour },
  getPrices: { support: 'supported', keptMs: anHour },
  getTldRequirements: { support: 'supported' },
  checkAvailability: { support: 'supported', namesPerRequest: 50 },
  streamAvailability: { support: 'supported' },
  quote: { support: 'supported' },
  registerDomain: { support: 'supported', maxYears: 10 },
  renewDomain: { support: 'supported', maxYears: 10 },
  restoreDomain: {
    support: 'conditional',
    on: 'domain',
    note: 'for some weeks after a domain has expired, as long as its ending lets it be reactivated',
  },
  transferDomain: {
    support: 'conditional',
    on: 'tld',
    note: 'for endings that listTlds marks as transferable; one year is added, contacts are set afterwards',
  },
  deleteDomain: absent('the Namecheap API cannot delete a domain', panel),
  getOperation: { support: 'supported' },
  waitForOperation: { support: 'supported' },
  reconcileOperation: { support: 'supported' },
  getDomain: { support: 'supported' },
  listDomains: { support: 'supported', itemsPerRequest: 100 },
  syncDomain: { support: 'supported' },
  checkTransfer: absent(
    'the Namecheap API cannot tell whether a domain can be transferred in',
    'see transferable and needsAuthCode of the ending in listTlds',
  ),
  getTransfer: { support: 'supported' },
  listTransfers: { support: 'supported' },
  resubmitTransfer: { support: 'supported' },
  cancelTransfer: absent('the Namecheap API cannot cancel a transfer', panel),
  approveTransferOut: absent('the Namecheap API knows no transfers to other registrars', panel),
  rejectTransferOut: absent('the Namecheap API knows no transfers to other registrars', panel),
  getAuthCode: absent('the Namecheap API gives out no auth code', 'read it in the Namecheap panel'),
  getNameservers: { support: 'supported' },
  // The vendor states 1200 characters and no number; 13 is what registries take.
  setNameservers: { support: 'supported', minNameservers: 2, maxNameservers: 13 },
  resetNameservers: { support: 'supported' },
  getLock: {
    support: 'conditional',
    on: 'tld',
    note: 'endings such as .de, .eu, .ca and .co.uk have no registrar lock',
  },
  setLock: {
    support: 'conditional',
    on: 'tld',
    note: 'endings such as .de, .eu, .ca and .co.uk have no registrar lock',
  },
  getPrivacy: { support: 'supported' },
  setPrivacy: {
    support: 'conditional',
    on: 'tld',
    note: 'where the ending permits privacy and the domain has a privacy subscription',
  },
  getContacts: { support: 'supported' },
  setContacts: { support: 'supported' },
  setAutoRenew: absent('the Namecheap API cannot switch automatic renewal', panel),
  getRegistrantVerification: absent(
    'the Namecheap API does not tell whether the registrant has confirmed the e-mail address',
    'look in the Namecheap panel',
  ),
  resendRegistrantVerification: absent(
    'the Namecheap API cannot send the verification e-mail again',
    panel,
  ),
  listRecords: onOwnDns('it does not show SRV records'),
  planRecords: {
    ...onOwnDns('it neither shows nor writes SRV records'),
    recordTypes: writableTypes,
    maxRecords,
    // One copy of the vendor's page says 300; the vendor's own client takes 60, and zones were seen to hold it.
    ttlSeconds: { min: 60, max: 60_000 },
  },
  applyRecords: onOwnDns('it replaces the whole zone, of which it does not show SRV records'),
  getEmailForwards: onOwnDns(),
  setEmailForwards: onOwnDns('MX records switch the forwarding off'),
  getUrlForward: onOwnDns(),
  setUrlForward: onOwnDns('the forward is a record of the zone, which is written whole'),
  deleteUrlForward: onOwnDns('the forward is a record of the zone, which is written whole'),
  getDnssec: absent('the Namecheap API has no DNSSEC', panel),
  setDnssec: absent('the Namecheap API has no DNSSEC', panel),
  listHosts: absent(
    'the Namecheap API can read a glue host by its name only',
    'keep the names of the glue hosts, or look in the Namecheap panel',
  ),
  getHost: { support: 'supported' },
  createHost: { support: 'supported', maxAddresses: 1, ipv6: false },
  updateHost: { support: 'supported', maxAddresses: 1, ipv6: false, rename: false },
  deleteHost: { support: 'supported' },
} as const satisfies CapabilityTable;
