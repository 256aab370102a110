import { money, type OperationName, type Quote } from '@registrar-kit/core';
import { canaryAuthCode, canaryContacts } from '../canaries.js';
import {
  foreignDomain,
  freeDomain,
  glueHost,
  lapsedDomain,
  otherServers,
  ownDomain,
  type Shop,
} from '../shop.js';

const domain = ownDomain;
const handle = {
  id: '0c0ffee0-1111-4222-8333-444455556666',
  provider: 'namecheap',
  environment: 'test',
  kind: 'registerDomain',
  domain,
};
const quote: Quote = {
  provider: 'namecheap',
  environment: 'test',
  operation: 'registerDomain',
  domain: freeDomain as Quote['domain'],
  years: 1,
  price: money('10.98', 'USD'),
  premium: false,
  earlyAccess: false,
  validUntil: '2026-01-15T12:05:00.000Z',
};
const plan = {
  domain,
  added: [{ type: 'A', name: 'new', value: '192.0.2.77' }],
  removed: [],
  kept: [],
  losses: [],
  zoneFingerprint: 'none',
};
const price = { atMost: money('900.00', 'USD') };

/** A sound input of each operation, to spoil; `undefined` for those that take none. */
export const plainInputs: { readonly [Operation in OperationName]: unknown } = {
  verifyAccess: undefined,
  getBalance: undefined,
  getCapabilities: { tld: 'com' },
  listTlds: undefined,
  getPrices: { tlds: ['com', 'de'], operations: ['registerDomain'] },
  getTldRequirements: { tld: 'us' },
  checkAvailability: { domains: [freeDomain, 'openai.com'] },
  streamAvailability: { domains: [freeDomain, 'openai.com'] },
  quote: { operation: 'registerDomain', domain: freeDomain, years: 1 },
  registerDomain: {
    domain: freeDomain,
    years: 1,
    contacts: canaryContacts,
    price: quote,
    nameservers: otherServers,
    privacy: true,
    lock: true,
    tldAttributes: { key: 'value' },
  },
  renewDomain: { domain, years: 1, expectedExpiresOn: '2027-01-15', price },
  restoreDomain: { domain: lapsedDomain, price },
  transferDomain: {
    domain: foreignDomain,
    authCode: canaryAuthCode,
    price,
    contacts: canaryContacts,
    privacy: true,
  },
  deleteDomain: { domain },
  getOperation: { operation: handle },
  waitForOperation: { operation: handle, maxPauseMs: 5000 },
  reconcileOperation: { operation: handle },
  getDomain: { domain },
  listDomains: { search: 'harbour' },
  syncDomain: { domain },
  checkTransfer: { domain: foreignDomain, authCode: canaryAuthCode },
  getTransfer: { domain: foreignDomain, transferId: '1' },
  listTransfers: { status: 'pending', search: 'harbour' },
  resubmitTransfer: { domain: foreignDomain, transferId: '1' },
  cancelTransfer: { domain: foreignDomain },
  approveTransferOut: { domain },
  rejectTransferOut: { domain },
  getAuthCode: { domain },
  getNameservers: { domain },
  setNameservers: { domain, nameservers: otherServers },
  resetNameservers: { domain },
  getLock: { domain },
  setLock: { domain, locked: false },
  getPrivacy: { domain },
  setPrivacy: { domain, privacy: true, forwardTo: 'someone@example.net' },
  getContacts: { domain },
  setContacts: {
    domain,
    contacts: { tech: canaryContacts.tech },
    tldAttributes: { key: 'value' },
  },
  setAutoRenew: { domain, autoRenew: true },
  getRegistrantVerification: { domain },
  resendRegistrantVerification: { domain },
  listRecords: { domain },
  planRecords: {
    domain,
    change: {
      add: [
        { type: 'A', name: 'new', value: '192.0.2.77', ttlSeconds: 300 },
        { type: 'MX', name: '@', value: 'mail.example.net', priority: 10 },
        { type: 'TXT', name: '@', value: 'hello' },
        { type: 'SRV', name: '_x._tcp', value: '1 2 sip.example.net', priority: 1 },
        { type: 'CAA', name: '@', value: '0 issue "ca.example"' },
      ],
      remove: [{ type: 'CNAME', name: 'www', value: 'shop.example.net' }],
    },
  },
  applyRecords: { plan },
  getEmailForwards: { domain },
  setEmailForwards: { domain, forwards: [{ mailbox: 'info', forwardTo: 'info@example.net' }] },
  getUrlForward: { domain },
  setUrlForward: { domain, target: 'https://example.net/', kind: 'redirect' },
  deleteUrlForward: { domain },
  getDnssec: { domain },
  setDnssec: {
    domain,
    records: [{ keyTag: 2371, algorithm: 13, digestType: 2, digest: 'AB'.repeat(32) }],
  },
  listHosts: { domain },
  getHost: { domain, host: glueHost },
  createHost: { domain, host: `ns2.${domain}`, addresses: ['192.0.2.54'] },
  updateHost: { domain, host: glueHost, addresses: ['192.0.2.55'] },
  deleteHost: { domain, host: glueHost },
};

/** Options that every call, or every purchase, takes. */
export const plainOptions = { timeoutMs: 60_000, lane: 'interactive', maxAgeMs: 0 };
export const plainPaidOptions = {
  timeoutMs: 60_000,
  lane: 'bulk',
  idempotencyKey: 'order 1',
  dryRun: false,
};

/** Configurations of one provider, to spoil. */
export function plainConfig({ simulator }: Shop): Record<string, unknown> {
  return {
    ...simulator.config('http://127.0.0.1:9'),
    timeoutMs: 1000,
    proxy: 'http://user:CANARY-proxy@127.0.0.1:8',
    quota: { api: { windows: [{ limit: 20, windowMs: 1000 }] } },
  };
}
