import { parseDomainName, type OperationName, type Registrar } from '@registrar-kit/core';
import { aContact } from '../../builders/a-contact.js';
import { someContacts } from './orders.js';
import type { Stage } from './stage.js';
import { refusalOf, wants, wantsSame } from './wants.js';

const domain = parseDomainName('some-harbour.com');
const host = `ns1.${domain}`;
const years = 1;
const atMost = { atMost: { amount: '1.00', currency: 'USD' } };
const handle = {
  id: 'an-order',
  provider: 'none',
  environment: 'test',
  kind: 'registerDomain',
  domain,
} as const;

type Attempt = (registrar: Registrar) => unknown;

/** A well-formed call of every operation, about a name that nobody knows; to see how an operation is refused that is not offered. */
const attempts: { readonly [Operation in OperationName]: Attempt } = {
  verifyAccess: (registrar) => registrar.verifyAccess(),
  getBalance: (registrar) => registrar.getBalance(),
  getCapabilities: (registrar) => registrar.getCapabilities(),
  listTlds: (registrar) => registrar.listTlds().page(),
  getPrices: (registrar) => registrar.getPrices({ tlds: ['com'] }),
  getTldRequirements: (registrar) => registrar.getTldRequirements({ tld: 'com' }),
  checkAvailability: (registrar) => registrar.checkAvailability({ domains: [domain] }),
  streamAvailability: (registrar) => firstOf(registrar.streamAvailability({ domains: [domain] })),
  quote: (registrar) => registrar.quote({ operation: 'registerDomain', domain }),
  registerDomain: (registrar) =>
    registrar.registerDomain({ domain, years, contacts: someContacts, price: atMost }),
  renewDomain: (registrar) =>
    registrar.renewDomain({ domain, years, expectedExpiresOn: '2030-01-01', price: atMost }),
  restoreDomain: (registrar) => registrar.restoreDomain({ domain, price: atMost }),
  transferDomain: (registrar) =>
    registrar.transferDomain({ domain, authCode: 'Some-Code!1', price: atMost }),
  deleteDomain: (registrar) => registrar.deleteDomain({ domain }),
  getOperation: (registrar) => registrar.getOperation({ operation: handleOf(registrar) }),
  waitForOperation: (registrar) => registrar.waitForOperation({ operation: handleOf(registrar) }),
  reconcileOperation: (registrar) =>
    registrar.reconcileOperation({ operation: handleOf(registrar) }),
  getDomain: (registrar) => registrar.getDomain({ domain }),
  listDomains: (registrar) => registrar.listDomains().page(),
  syncDomain: (registrar) => registrar.syncDomain({ domain }),
  checkTransfer: (registrar) => registrar.checkTransfer({ domain }),
  getTransfer: (registrar) => registrar.getTransfer({ domain }),
  listTransfers: (registrar) => registrar.listTransfers().page(),
  resubmitTransfer: (registrar) => registrar.resubmitTransfer({ domain }),
  cancelTransfer: (registrar) => registrar.cancelTransfer({ domain }),
  approveTransferOut: (registrar) => registrar.approveTransferOut({ domain }),
  rejectTransferOut: (registrar) => registrar.rejectTransferOut({ domain }),
  getAuthCode: (registrar) => registrar.getAuthCode({ domain }),
  getNameservers: (registrar) => registrar.getNameservers({ domain }),
  setNameservers: (registrar) =>
    registrar.setNameservers({ domain, nameservers: ['ns1.example.net', 'ns2.example.net'] }),
  resetNameservers: (registrar) => registrar.resetNameservers({ domain }),
  getLock: (registrar) => registrar.getLock({ domain }),
  setLock: (registrar) => registrar.setLock({ domain, locked: true }),
  getPrivacy: (registrar) => registrar.getPrivacy({ domain }),
  setPrivacy: (registrar) => registrar.setPrivacy({ domain, privacy: true }),
  getContacts: (registrar) => registrar.getContacts({ domain }),
  setContacts: (registrar) => registrar.setContacts({ domain, contacts: { tech: aContact() } }),
  setAutoRenew: (registrar) => registrar.setAutoRenew({ domain, autoRenew: true }),
  getRegistrantVerification: (registrar) => registrar.getRegistrantVerification({ domain }),
  resendRegistrantVerification: (registrar) => registrar.resendRegistrantVerification({ domain }),
  listRecords: (registrar) => registrar.listRecords({ domain }),
  planRecords: (registrar) =>
    registrar.planRecords({ domain, change: { add: [{ type: 'TXT', name: '@', value: 'hi' }] } }),
  applyRecords: (registrar) =>
    registrar.applyRecords({
      plan: {
        domain,
        added: [],
        removed: [],
        kept: [],
        losses: [],
        zoneFingerprint: 'none',
      },
    }),
  getEmailForwards: (registrar) => registrar.getEmailForwards({ domain }),
  setEmailForwards: (registrar) =>
    registrar.setEmailForwards({
      domain,
      forwards: [{ mailbox: 'info', forwardTo: 'info@example.net' }],
    }),
  getUrlForward: (registrar) => registrar.getUrlForward({ domain }),
  setUrlForward: (registrar) => registrar.setUrlForward({ domain, target: 'https://example.net/' }),
  deleteUrlForward: (registrar) => registrar.deleteUrlForward({ domain }),
  getDnssec: (registrar) => registrar.getDnssec({ domain }),
  setDnssec: (registrar) => registrar.setDnssec({ domain, records: [] }),
  listHosts: (registrar) => registrar.listHosts({ domain }),
  getHost: (registrar) => registrar.getHost({ domain, host }),
  createHost: (registrar) => registrar.createHost({ domain, host, addresses: ['192.0.2.53'] }),
  updateHost: (registrar) => registrar.updateHost({ domain, host, addresses: ['192.0.2.54'] }),
  deleteHost: (registrar) => registrar.deleteHost({ domain, host }),
};

/** An operation that the table calls unsupported: refused with the table's own words, before anything is sent. */
export async function assertRefused(stage: Stage, operation: OperationName): Promise<void> {
  const { registrar, capabilities } = stage;
  const capability = capabilities[operation];
  wants(capability.support === 'unsupported', `a table that refuses ${operation}`, capability);
  const before = stage.requests();
  // Some throw at once instead of answering with a promise; for a caller who awaits it is the same.
  const call = new Promise((resolve) => {
    resolve(attempts[operation](registrar));
  });
  const error = await refusalOf(
    call,
    'UNSUPPORTED_OPERATION',
    `the capability table calls ${operation} unsupported`,
  );
  wantsSame(
    [error.operation, error.reason, error.alternative, error.effect],
    [operation, capability.reason, capability.alternative, 'none'],
    `${operation} refused with the words of the capability table`,
  );
  wants(stage.requests() === before, 'nothing sent for an operation that is not offered');
}

function handleOf({ provider, environment }: Registrar) {
  return { ...handle, provider, environment };
}

async function firstOf(rows: AsyncIterable<unknown>): Promise<unknown> {
  for await (const row of rows) return row;
  return undefined;
}
