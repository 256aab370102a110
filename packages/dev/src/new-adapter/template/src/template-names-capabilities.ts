import type { CapabilityTable, UnsupportedCapability } from '@registrar-kit/core';

/**
 * An operation about which nothing is decided yet. Either write it, or say why the vendor does not offer it and what to do
 * instead: `{ support: 'unsupported', reason: '…', alternative: '…' }`. The test of this table counts what is left.
 */
const undecided: UnsupportedCapability = { support: 'unsupported', reason: 'is not decided yet' };

/**
 * What this version offers of Template Names. The limits that are marked `assumed` are nobody's: put the manual's in their place,
 * with its page.
 */
export const templateNamesCapabilities = {
  verifyAccess: { support: 'supported' },
  getBalance: { support: 'supported' },
  getCapabilities: { support: 'supported' },

  listTlds: { support: 'supported' },
  getPrices: { support: 'supported' },
  getTldRequirements: undecided,

  // assumed
  checkAvailability: { support: 'supported', namesPerRequest: 50 },
  streamAvailability: { support: 'supported' },

  quote: { support: 'supported' },

  // assumed
  registerDomain: { support: 'supported', maxYears: 10 },
  // assumed
  renewDomain: { support: 'supported', maxYears: 10 },
  restoreDomain: undecided,
  transferDomain: undecided,
  deleteDomain: undecided,

  getOperation: { support: 'supported' },
  waitForOperation: { support: 'supported' },
  reconcileOperation: { support: 'supported' },

  getDomain: { support: 'supported' },
  // assumed
  listDomains: { support: 'supported', itemsPerRequest: 100 },
  syncDomain: { support: 'supported' },

  checkTransfer: undecided,
  getTransfer: undecided,
  listTransfers: undecided,
  resubmitTransfer: undecided,
  cancelTransfer: undecided,
  approveTransferOut: undecided,
  rejectTransferOut: undecided,
  getAuthCode: undecided,

  getNameservers: { support: 'supported' },
  // assumed
  setNameservers: { support: 'supported', minNameservers: 2, maxNameservers: 13 },
  resetNameservers: undecided,
  getLock: undecided,
  setLock: undecided,
  getPrivacy: undecided,
  setPrivacy: undecided,
  getContacts: undecided,
  setContacts: undecided,
  setAutoRenew: undecided,
  getRegistrantVerification: undecided,
  resendRegistrantVerification: undecided,

  listRecords: undecided,
  planRecords: undecided,
  applyRecords: undecided,
  getEmailForwards: undecided,
  setEmailForwards: undecided,
  getUrlForward: undecided,
  setUrlForward: undecided,
  deleteUrlForward: undecided,
  getDnssec: undecided,
  setDnssec: undecided,

  listHosts: undecided,
  getHost: undecided,
  createHost: undecided,
  updateHost: undecided,
  deleteHost: undecided,
} as const satisfies CapabilityTable;
