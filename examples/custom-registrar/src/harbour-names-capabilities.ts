import type { CapabilityTable, UnsupportedCapability } from '@registrar-kit/core';

const anHour = 3_600_000;
const transfers = notOffered('transfers', 'start and follow them in the panel of Harbour Names');
const zones = notOffered('DNS zones and forwards', 'point the domain to name servers of your own');
const hosts = notOffered('glue hosts and DNSSEC', 'write to the support of Harbour Names');

/** What this version offers of Harbour Names. */
export const harbourNamesCapabilities = {
  verifyAccess: { support: 'supported' },
  getBalance: { support: 'supported' },
  getCapabilities: { support: 'supported' },

  // One list answers both.
  listTlds: { support: 'supported', keptMs: anHour },
  getPrices: { support: 'supported', keptMs: anHour },
  getTldRequirements: notOffered(
    'stating the extra fields of an ending',
    'see the page of the ending',
  ),

  checkAvailability: { support: 'supported', namesPerRequest: 50 },
  streamAvailability: { support: 'supported' },

  quote: { support: 'supported' },

  registerDomain: { support: 'supported', maxYears: 10 },
  renewDomain: { support: 'supported', maxYears: 10 },
  restoreDomain: { support: 'supported' },
  transferDomain: transfers,
  deleteDomain: { support: 'supported' },

  getOperation: { support: 'supported' },
  waitForOperation: { support: 'supported' },
  reconcileOperation: { support: 'supported' },

  getDomain: { support: 'supported' },
  listDomains: { support: 'supported', itemsPerRequest: 100 },
  syncDomain: { support: 'supported' },

  checkTransfer: transfers,
  getTransfer: transfers,
  listTransfers: transfers,
  resubmitTransfer: transfers,
  cancelTransfer: transfers,
  approveTransferOut: transfers,
  rejectTransferOut: transfers,
  getAuthCode: { support: 'supported' },

  getNameservers: { support: 'supported' },
  setNameservers: { support: 'supported', minNameservers: 2, maxNameservers: 13 },
  resetNameservers: { support: 'supported' },
  getLock: { support: 'supported' },
  setLock: { support: 'conditional', on: 'tld', note: 'some endings have no lock' },
  getPrivacy: { support: 'supported' },
  setPrivacy: { support: 'conditional', on: 'tld', note: 'some endings permit no shield' },
  getContacts: { support: 'supported' },
  setContacts: { support: 'supported' },
  setAutoRenew: { support: 'supported' },
  getRegistrantVerification: notOffered(
    'the confirmation of addresses',
    'the registrant finds the link in the mail',
  ),
  resendRegistrantVerification: notOffered(
    'the confirmation of addresses',
    'the registrant finds the link in the mail',
  ),

  listRecords: zones,
  planRecords: zones,
  applyRecords: zones,
  getEmailForwards: zones,
  setEmailForwards: zones,
  getUrlForward: zones,
  setUrlForward: zones,
  deleteUrlForward: zones,
  getDnssec: hosts,
  setDnssec: hosts,

  listHosts: hosts,
  getHost: hosts,
  createHost: hosts,
  updateHost: hosts,
  deleteHost: hosts,
} as const satisfies CapabilityTable;

function notOffered(what: string, alternative: string): UnsupportedCapability {
  const reason = `the interface of Harbour Names has no calls for ${what}`;
  return { support: 'unsupported', reason, alternative };
}
