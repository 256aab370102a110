import type { RecordPlan } from '@registrar-kit/core';
import {
  aContact,
  aContactSet,
  type DriverOperation,
  type FakeRegistrar,
} from '@registrar-kit/testing';

const domain = 'own-bakery.com';
const atMost = { atMost: { amount: '200.00', currency: 'USD' } };
const host = 'ns1.own-bakery.com';

/** A call of one operation. */
export type Attempt = (registrar: FakeRegistrar, plan: RecordPlan) => Promise<unknown>;

/** One call for each operation over `busyRegistrar`; the types demand one for those that join the contract. */
export const attempts: Readonly<Record<DriverOperation, Attempt>> = {
  verifyAccess: (registrar) => registrar.verifyAccess(),
  getBalance: (registrar) => registrar.getBalance(),
  listTlds: (registrar) => registrar.listTlds().page(),
  getPrices: (registrar) => registrar.getPrices({ tlds: ['com'] }),
  getTldRequirements: (registrar) => registrar.getTldRequirements({ tld: 'us' }),
  checkAvailability: (registrar) => registrar.checkAvailability({ domains: [domain] }),
  quote: (registrar) => registrar.quote({ operation: 'registerDomain', domain: 'new-bakery.com' }),
  registerDomain: (registrar) =>
    registrar.registerDomain({
      domain: 'new-bakery.com',
      years: 1,
      contacts: aContactSet(),
      price: 'listed',
    }),
  renewDomain: (registrar) =>
    registrar.renewDomain({ domain, years: 1, expectedExpiresOn: '2026-09-01', price: 'listed' }),
  restoreDomain: (registrar) =>
    registrar.restoreDomain({ domain: 'lost-bakery.com', price: atMost }),
  transferDomain: (registrar) =>
    registrar.transferDomain({
      domain: 'far-bakery.com',
      authCode: 'Right-Code!1',
      price: 'listed',
    }),
  deleteDomain: (registrar) => registrar.deleteDomain({ domain }),
  getDomain: (registrar) => registrar.getDomain({ domain }),
  listDomains: (registrar) => registrar.listDomains().page(),
  getAuthCode: (registrar) => registrar.getAuthCode({ domain }),
  checkTransfer: (registrar) => registrar.checkTransfer({ domain: 'far-bakery.com' }),
  getTransfer: (registrar) => registrar.getTransfer({ domain: 'coming-bakery.com' }),
  listTransfers: (registrar) => registrar.listTransfers().page(),
  resubmitTransfer: (registrar) => registrar.resubmitTransfer({ domain: 'failed-bakery.com' }),
  cancelTransfer: (registrar) => registrar.cancelTransfer({ domain: 'coming-bakery.com' }),
  approveTransferOut: (registrar) => registrar.approveTransferOut({ domain: 'leaving-bakery.com' }),
  rejectTransferOut: (registrar) => registrar.rejectTransferOut({ domain: 'leaving-bakery.com' }),
  getNameservers: (registrar) => registrar.getNameservers({ domain }),
  setNameservers: (registrar) =>
    registrar.setNameservers({ domain, nameservers: ['ns1.example.net', 'ns2.example.net'] }),
  resetNameservers: (registrar) => registrar.resetNameservers({ domain: 'hosted-bakery.com' }),
  getLock: (registrar) => registrar.getLock({ domain }),
  setLock: (registrar) => registrar.setLock({ domain, locked: true }),
  getPrivacy: (registrar) => registrar.getPrivacy({ domain }),
  setPrivacy: (registrar) => registrar.setPrivacy({ domain, privacy: true }),
  getContacts: (registrar) => registrar.getContacts({ domain }),
  setContacts: (registrar) =>
    registrar.setContacts({ domain, contacts: { tech: aContact({ firstName: 'Other' }) } }),
  setAutoRenew: (registrar) => registrar.setAutoRenew({ domain, autoRenew: true }),
  getRegistrantVerification: (registrar) => registrar.getRegistrantVerification({ domain }),
  resendRegistrantVerification: (registrar) => registrar.resendRegistrantVerification({ domain }),
  listRecords: (registrar) => registrar.listRecords({ domain }),
  planRecords: (registrar) =>
    registrar.planRecords({ domain, change: { add: [{ type: 'TXT', name: '@', value: 'hi' }] } }),
  applyRecords: (registrar, plan) => registrar.applyRecords({ plan }),
  getEmailForwards: (registrar) => registrar.getEmailForwards({ domain }),
  setEmailForwards: (registrar) =>
    registrar.setEmailForwards({
      domain,
      forwards: [{ mailbox: 'info', forwardTo: 'info@example.net' }],
    }),
  getUrlForward: (registrar) => registrar.getUrlForward({ domain }),
  setUrlForward: (registrar) =>
    registrar.setUrlForward({ domain, target: 'https://example.org/shop', kind: 'frame' }),
  deleteUrlForward: (registrar) => registrar.deleteUrlForward({ domain }),
  getDnssec: (registrar) => registrar.getDnssec({ domain }),
  setDnssec: (registrar) =>
    registrar.setDnssec({
      domain,
      records: [{ keyTag: 1, algorithm: 13, digestType: 2, digest: 'AB'.repeat(32) }],
    }),
  listHosts: (registrar) => registrar.listHosts({ domain }),
  getHost: (registrar) => registrar.getHost({ domain, host }),
  createHost: (registrar) =>
    registrar.createHost({ domain, host: 'ns2.own-bakery.com', addresses: ['192.0.2.54'] }),
  updateHost: (registrar) => registrar.updateHost({ domain, host, addresses: ['192.0.2.9'] }),
  deleteHost: (registrar) => registrar.deleteHost({ domain, host }),
};
