import type { CapabilityTable, DnsRecordType } from '@registrar-kit/core';

/** As many as registries take for a host. */
const hostLimits = { maxAddresses: 13, ipv6: true } as const;

/** What zones hold by the standards, and ALIAS. MXE, URL, URL301 and FRAME are one vendor's; forwards have operations of their own. */
const recordTypes: readonly DnsRecordType[] = [
  'A',
  'AAAA',
  'ALIAS',
  'CAA',
  'CNAME',
  'DS',
  'MX',
  'NAPTR',
  'NS',
  'PTR',
  'SRV',
  'TLSA',
  'TXT',
];

/**
 * What {@link FakeRegistrar} does by itself: everything that a provider can carry. Pass an adapter's own table to make it offer
 * what that provider does. Lists and prices are read anew each time, so that a test sees its changes at once.
 */
export const fakeCapabilities = {
  verifyAccess: { support: 'supported' },
  getBalance: { support: 'supported' },
  getCapabilities: { support: 'supported' },
  listTlds: { support: 'supported' },
  getPrices: { support: 'supported' },
  getTldRequirements: { support: 'supported' },
  checkAvailability: { support: 'supported', namesPerRequest: 50 },
  streamAvailability: { support: 'supported' },
  quote: { support: 'supported' },
  registerDomain: { support: 'supported', maxYears: 10 },
  renewDomain: { support: 'supported', maxYears: 10 },
  restoreDomain: { support: 'supported' },
  transferDomain: { support: 'supported' },
  deleteDomain: { support: 'supported' },
  getOperation: { support: 'supported' },
  waitForOperation: { support: 'supported' },
  reconcileOperation: { support: 'supported' },
  getDomain: { support: 'supported' },
  listDomains: { support: 'supported', itemsPerRequest: 100 },
  syncDomain: { support: 'supported' },
  checkTransfer: { support: 'supported' },
  getTransfer: { support: 'supported' },
  listTransfers: { support: 'supported' },
  resubmitTransfer: { support: 'supported' },
  cancelTransfer: { support: 'supported' },
  approveTransferOut: { support: 'supported' },
  rejectTransferOut: { support: 'supported' },
  getAuthCode: { support: 'supported' },
  getNameservers: { support: 'supported' },
  setNameservers: { support: 'supported', minNameservers: 2, maxNameservers: 13 },
  resetNameservers: { support: 'supported' },
  getLock: {
    support: 'conditional',
    on: 'tld',
    note: 'where the registry of the ending has a lock',
  },
  setLock: {
    support: 'conditional',
    on: 'tld',
    note: 'where the registry of the ending has a lock',
  },
  getPrivacy: { support: 'conditional', on: 'tld', note: 'where the ending permits privacy' },
  setPrivacy: { support: 'conditional', on: 'tld', note: 'where the ending permits privacy' },
  getContacts: { support: 'supported' },
  setContacts: { support: 'supported' },
  setAutoRenew: { support: 'supported' },
  getRegistrantVerification: { support: 'supported' },
  resendRegistrantVerification: { support: 'supported' },
  listRecords: onOwnDns(),
  planRecords: { ...onOwnDns(), recordTypes, ttlSeconds: { min: 60, max: 86_400 } },
  applyRecords: onOwnDns(),
  getEmailForwards: { support: 'supported' },
  setEmailForwards: { support: 'supported' },
  getUrlForward: { support: 'supported' },
  setUrlForward: { support: 'supported' },
  deleteUrlForward: { support: 'supported' },
  getDnssec: { support: 'supported' },
  setDnssec: { support: 'supported' },
  listHosts: { support: 'supported' },
  getHost: { support: 'supported' },
  createHost: { support: 'supported', ...hostLimits },
  updateHost: { support: 'supported', ...hostLimits, rename: true },
  deleteHost: { support: 'supported' },
} as const satisfies CapabilityTable;

function onOwnDns() {
  return {
    support: 'conditional',
    on: 'domain',
    note: 'while the name servers of the fake registrar serve the domain',
  } as const;
}
