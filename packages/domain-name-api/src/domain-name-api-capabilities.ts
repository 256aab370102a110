import type { CapabilityTable, UnsupportedCapability } from '@registrar-kit/core';
import { zoneRecordTypes } from './mapping/zone-set.js';

const anHour = 3_600_000;
/** The gateway takes several addresses of both kinds and states no most; 13 is what registries take for a host. */
const hostLimits = { maxAddresses: 13, ipv6: true } as const;
const elsewhere = 'look whether the reseller panel of Domain Name API has it, or ask its support';

/**
 * What this version offers of Domain Name API.
 *
 * No array limit of `domains/bulk-search` is published. Its answer takes about half a second for each name, so ten names keep
 * one request near five seconds; the configuration can say otherwise. Name servers are 2–13, single registries permit fewer.
 * Lists of domains come a thousand at a time, the most that the gateway gives, since what moves between two pages while they
 * are read is easily missed.
 */
export const domainNameApiCapabilities = {
  verifyAccess: { support: 'supported' },
  getBalance: { support: 'supported' },
  getCapabilities: { support: 'supported' },

  // One list answers all three; at one request a second it is worth keeping.
  listTlds: { support: 'supported', keptMs: anHour },
  getPrices: { support: 'supported', keptMs: anHour },
  getTldRequirements: { support: 'supported', keptMs: anHour },

  checkAvailability: { support: 'supported', namesPerRequest: 10 },
  streamAvailability: { support: 'supported' },

  quote: { support: 'supported' },

  registerDomain: { support: 'supported', maxYears: 10 },
  renewDomain: { support: 'supported', maxYears: 10 },
  restoreDomain: { support: 'supported' },
  transferDomain: { support: 'supported' },
  deleteDomain: noEndpoint(
    'deleting a domain',
    'ask the support of Domain Name API, or let the domain expire',
  ),

  getOperation: { support: 'supported' },
  waitForOperation: { support: 'supported' },
  reconcileOperation: { support: 'supported' },

  getDomain: { support: 'supported' },
  listDomains: { support: 'supported', itemsPerRequest: 1000 },
  syncDomain: { support: 'supported' },

  checkTransfer: { support: 'supported' },
  getTransfer: { support: 'supported' },
  listTransfers: { support: 'supported' },
  resubmitTransfer: noEndpoint(
    'starting a failed transfer again',
    'order it anew with transferDomain, which charges the account again',
  ),
  cancelTransfer: { support: 'supported' },
  approveTransferOut: { support: 'supported' },
  rejectTransferOut: { support: 'supported' },
  getAuthCode: { support: 'supported' },

  getNameservers: { support: 'supported' },
  setNameservers: { support: 'supported', minNameservers: 2, maxNameservers: 13 },
  resetNameservers: { support: 'supported' },
  getLock: { support: 'supported' },
  setLock: { support: 'supported' },
  getPrivacy: { support: 'supported' },
  setPrivacy: { support: 'conditional', on: 'tld', note: 'some endings refuse it' },
  getContacts: { support: 'supported' },
  setContacts: { support: 'supported' },
  setAutoRenew: noEndpoint('switching automatic renewal', elsewhere),
  getRegistrantVerification: namedOnly('contacts/verification/check'),
  resendRegistrantVerification: namedOnly('contacts/verification/request'),

  listRecords: { support: 'supported' },
  planRecords: {
    support: 'supported',
    recordTypes: zoneRecordTypes,
    ttlSeconds: { min: 1, max: 86_400 },
  },
  applyRecords: { support: 'supported' },
  getEmailForwards: noEndpoint('e-mail forwards', 'point the MX records to a mail service'),
  setEmailForwards: noEndpoint('e-mail forwards', 'point the MX records to a mail service'),
  getUrlForward: { support: 'supported' },
  setUrlForward: { support: 'supported' },
  deleteUrlForward: { support: 'supported' },
  getDnssec: noEndpoint('DNSSEC at the registry', elsewhere),
  setDnssec: noEndpoint('DNSSEC at the registry', elsewhere),

  listHosts: { support: 'supported' },
  getHost: { support: 'supported' },
  createHost: { support: 'supported', ...hostLimits },
  updateHost: { support: 'supported', ...hostLimits, rename: true },
  deleteHost: { support: 'supported' },
} as const satisfies CapabilityTable;

function noEndpoint(what: string, alternative: string): UnsupportedCapability {
  return {
    support: 'unsupported',
    reason: `the REST interface of Domain Name API has no known endpoint for ${what}`,
    alternative,
  };
}

/** Of these endpoints nothing but the name is public. */
function namedOnly(endpoint: string): UnsupportedCapability {
  return {
    support: 'unsupported',
    reason: `neither the fields nor the answer of ${endpoint} are published`,
    alternative: elsewhere,
  };
}
