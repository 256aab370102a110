import type { CapabilityTable, UnsupportedCapability } from '@registrar-kit/core';

const inThePanel = 'do it in the reseller panel of Domain Name API';

/**
 * What this version offers of Domain Name API.
 *
 * No array limit of `domains/bulk-search` is published. Its answer takes about half a second for each name, so ten names
 * keep one request near five seconds; name servers are 2–13, single registries permit fewer.
 */
export const domainNameApiCapabilities = {
  verifyAccess: { support: 'supported' },
  getBalance: { support: 'supported' },
  getCapabilities: { support: 'supported' },

  listTlds: { support: 'supported' },
  getPrices: { support: 'supported' },
  getTldRequirements: notBuilt('look the fields of an ending up in the reseller panel'),

  checkAvailability: { support: 'supported', namesPerRequest: 10 },
  streamAvailability: notBuilt('use checkAvailability, which answers all names together'),

  quote: { support: 'supported' },

  registerDomain: { support: 'supported', maxYears: 10 },
  renewDomain: { support: 'supported', maxYears: 10 },
  restoreDomain: notBuilt(inThePanel),
  transferDomain: notBuilt(inThePanel),
  deleteDomain: noEndpoint(
    'deleting a domain',
    'ask the support of Domain Name API, or let the domain expire',
  ),

  getOperation: { support: 'supported' },
  waitForOperation: notBuilt('call getOperation from time to time'),
  reconcileOperation: { support: 'supported' },

  getDomain: { support: 'supported' },
  listDomains: { support: 'supported', itemsPerRequest: 200 },
  syncDomain: notBuilt('use getDomain; one "not found" never means that a domain is gone'),

  checkTransfer: notBuilt(inThePanel),
  getTransfer: notBuilt('read the status of the domain with getDomain'),
  listTransfers: noEndpoint('listing transfers', 'use listDomains and look for status transfer_in'),
  resubmitTransfer: noEndpoint(
    'starting a failed transfer again',
    'order the transfer anew in the reseller panel',
  ),
  cancelTransfer: notBuilt(inThePanel),
  approveTransferOut: notBuilt(inThePanel),
  rejectTransferOut: notBuilt(inThePanel),
  getAuthCode: notBuilt(inThePanel),

  getNameservers: { support: 'supported' },
  setNameservers: { support: 'supported', minNameservers: 2, maxNameservers: 13 },
  resetNameservers: notBuilt(
    'use setNameservers with ns1.domainnameapi.com and ns2.domainnameapi.com',
  ),
  getLock: notBuilt('read it with getDomain'),
  setLock: notBuilt(inThePanel),
  getPrivacy: notBuilt('read it with getDomain'),
  setPrivacy: notBuilt(inThePanel),
  getContacts: notBuilt(inThePanel),
  setContacts: notBuilt(inThePanel),
  setAutoRenew: noEndpoint('switching automatic renewal', 'set it in the reseller panel'),
  getRegistrantVerification: notBuilt(inThePanel),
  resendRegistrantVerification: notBuilt(inThePanel),

  listRecords: notBuilt(inThePanel),
  planRecords: notBuilt(inThePanel),
  applyRecords: notBuilt(inThePanel),
  getEmailForwards: noEndpoint('e-mail forwards', 'point the MX records to a mail service'),
  setEmailForwards: noEndpoint('e-mail forwards', 'point the MX records to a mail service'),
  getUrlForward: notBuilt(inThePanel),
  setUrlForward: notBuilt(inThePanel),
  deleteUrlForward: notBuilt(inThePanel),
  getDnssec: noEndpoint('DNSSEC at the registry', inThePanel),
  setDnssec: noEndpoint('DNSSEC at the registry', inThePanel),

  listHosts: notBuilt(inThePanel),
  getHost: notBuilt(inThePanel),
  createHost: notBuilt(inThePanel),
  updateHost: notBuilt(inThePanel),
  deleteHost: notBuilt(inThePanel),
} as const satisfies CapabilityTable;

function notBuilt(alternative: string): UnsupportedCapability {
  return { support: 'unsupported', reason: 'not built yet in this version', alternative };
}

function noEndpoint(what: string, alternative: string): UnsupportedCapability {
  return {
    support: 'unsupported',
    reason: `the REST interface of Domain Name API has no known endpoint for ${what}`,
    alternative,
  };
}
