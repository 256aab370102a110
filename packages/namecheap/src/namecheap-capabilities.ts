import type { CapabilityTable, UnsupportedCapability } from '@registrar-kit/core';

const panel = 'do it in the Namecheap panel';

/** The interface has commands for it; this version does not use them yet. */
function unbuilt<const Alternative extends string>(alternative: Alternative) {
  return {
    support: 'unsupported',
    reason: 'not built yet in this version',
    alternative,
  } as const satisfies UnsupportedCapability;
}

/** The interface has no command for it. */
function absent<const Reason extends string, const Alternative extends string>(
  reason: Reason,
  alternative: Alternative,
) {
  return { support: 'unsupported', reason, alternative } as const satisfies UnsupportedCapability;
}

/** What can be done at Namecheap, and what not and why. https://www.namecheap.com/support/api/methods/ */
export const namecheapCapabilities = {
  verifyAccess: { support: 'supported' },
  getBalance: { support: 'supported' },
  getCapabilities: { support: 'supported' },
  listTlds: { support: 'supported' },
  getPrices: { support: 'supported' },
  getTldRequirements: absent(
    'Namecheap publishes the extra fields on a web page and not through its API',
    'see https://www.namecheap.com/support/api/extended-attributes/ and pass them as tldAttributes',
  ),
  checkAvailability: { support: 'supported', namesPerRequest: 50 },
  streamAvailability: unbuilt('use checkAvailability'),
  quote: { support: 'supported' },
  registerDomain: { support: 'supported', maxYears: 10 },
  renewDomain: { support: 'supported', maxYears: 10 },
  restoreDomain: unbuilt(panel),
  transferDomain: unbuilt(panel),
  deleteDomain: absent('the Namecheap API cannot delete a domain', panel),
  getOperation: { support: 'supported' },
  waitForOperation: unbuilt('call getOperation from time to time'),
  reconcileOperation: { support: 'supported' },
  getDomain: { support: 'supported' },
  listDomains: { support: 'supported', itemsPerRequest: 100 },
  syncDomain: unbuilt('use getDomain'),
  checkTransfer: absent(
    'the Namecheap API cannot tell whether a domain can be transferred in',
    'see transferable and needsAuthCode of the ending in listTlds',
  ),
  getTransfer: unbuilt(panel),
  listTransfers: unbuilt(panel),
  resubmitTransfer: unbuilt(panel),
  cancelTransfer: absent('the Namecheap API cannot cancel a transfer', panel),
  approveTransferOut: absent('the Namecheap API knows no transfers to other registrars', panel),
  rejectTransferOut: absent('the Namecheap API knows no transfers to other registrars', panel),
  getAuthCode: absent('the Namecheap API gives out no auth code', 'read it in the Namecheap panel'),
  getNameservers: { support: 'supported' },
  setNameservers: { support: 'supported', minNameservers: 2, maxNameservers: 13 },
  resetNameservers: unbuilt("call setNameservers with the provider's own name servers"),
  getLock: unbuilt('read locked in listDomains'),
  setLock: unbuilt(panel),
  getPrivacy: unbuilt('read privacy in getDomain'),
  setPrivacy: unbuilt('give privacy to registerDomain, or do it in the Namecheap panel'),
  getContacts: unbuilt(panel),
  setContacts: unbuilt(panel),
  setAutoRenew: absent('the Namecheap API cannot switch automatic renewal', panel),
  getRegistrantVerification: absent(
    'the Namecheap API does not tell whether the registrant has confirmed the e-mail address',
    'look in the Namecheap panel',
  ),
  resendRegistrantVerification: absent(
    'the Namecheap API cannot send the verification e-mail again',
    panel,
  ),
  listRecords: unbuilt(panel),
  planRecords: unbuilt(panel),
  applyRecords: unbuilt(panel),
  getEmailForwards: unbuilt(panel),
  setEmailForwards: unbuilt(panel),
  getUrlForward: unbuilt(panel),
  setUrlForward: unbuilt(panel),
  deleteUrlForward: unbuilt(panel),
  getDnssec: absent('the Namecheap API has no DNSSEC', panel),
  setDnssec: absent('the Namecheap API has no DNSSEC', panel),
  listHosts: absent(
    'the Namecheap API can read a glue host by its name only',
    'keep the names of the glue hosts, or look in the Namecheap panel',
  ),
  getHost: unbuilt(panel),
  createHost: unbuilt(panel),
  updateHost: unbuilt(panel),
  deleteHost: unbuilt(panel),
} as const satisfies CapabilityTable;
