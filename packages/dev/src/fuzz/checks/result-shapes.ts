import type { OperationName } from '@registrar-kit/core';
import {
  byField,
  flag,
  listOf,
  nothing,
  oneOf,
  shape,
  text,
  textThat,
  type Shape,
} from './shape.js';
import * as is from './value-shapes.js';

/** One of these, by nothing but whether it fits. */
function either(...shapes: readonly Shape[]): Shape {
  return (value, path) => {
    const findings = shapes.map((each) => each(value, path));
    return findings.find((found) => found.length === 0) ?? findings[0] ?? [];
  };
}

const premium = shape(
  {},
  {
    registration: is.price,
    renewal: is.price,
    restore: is.price,
    transfer: is.price,
    earlyAccess: is.price,
  },
);
const asked = { input: is.words, domain: either(is.domainName, oneOf(null)) };
const availability = byField('availability', {
  available: shape(
    { ...asked, domain: is.domainName, availability: oneOf('available') },
    { premium },
  ),
  taken: shape({ ...asked, domain: is.domainName, availability: oneOf('taken') }, { premium }),
  unknown: shape(
    {
      ...asked,
      availability: oneOf('unknown'),
      reason: oneOf('invalid_name', 'tld_not_sold', 'missing_from_answer', 'request_failed'),
    },
    { error: is.registrarError },
  ),
});

function page(item: Shape): Shape {
  return shape(
    { items: listOf(item) },
    {
      total: is.count,
      readAt: is.instant,
      next: textThat((next) => next.length <= 1000, 'a cursor'),
    },
  );
}

const quote = shape({
  provider: is.words,
  environment: is.environment,
  operation: is.pricedOperation,
  domain: is.domainName,
  years: is.years,
  price: is.price,
  premium: flag,
  earlyAccess: flag,
  validUntil: is.instant,
});
const handle = shape(
  {
    id: text(/^[\da-f-]{36}$/, 'an id'),
    provider: is.words,
    environment: is.environment,
    kind: is.pricedOperation,
    domain: is.domainName,
  },
  { vendorRef: is.words },
);
const paid = {
  status: oneOf('done', 'pending'),
  operation: handle,
  recovered: flag,
  replayed: flag,
  incomplete: listOf(
    shape({
      setting: oneOf('privacy', 'lock', 'nameservers', 'contacts'),
      error: shape({ code: is.words, message: is.words, retryable: flag }),
    }),
  ),
  domain: is.domainName,
};
const charges = { charged: is.money, exceededConsent: is.money, witnessed: oneOf(true) };
const transferOrder = shape(paid, { ...charges, transferId: is.words });
const purchase = either(
  transferOrder,
  shape(
    { ...paid, years: is.years },
    { ...charges, expiresOn: is.date, previousExpiresOn: is.date },
  ),
);
const state = byField('status', {
  done: shape({ status: oneOf('done'), result: purchase }),
  pending: shape({ status: oneOf('pending'), result: purchase }),
  failed: shape({ status: oneOf('failed') }, { cause: is.transferCause, reason: is.words }),
  refused: shape({ status: oneOf('refused') }),
  unknown: shape({ status: oneOf('unknown') }),
});

const domainFields = { domain: is.domainName, unicode: is.words, status: is.domainStatus };
const transfer = shape(
  { domain: is.domainName, status: oneOf('pending', 'done', 'failed', 'needs_action', 'unknown') },
  {
    transferId: is.words,
    cause: is.transferCause,
    vendorStatus: is.words,
    reason: is.words,
    startedOn: is.date,
    changedOn: is.date,
  },
);
const domain = is.domainName;
const nameservers = shape({ domain, nameservers: listOf(is.nameserver) }, { providerDns: flag });
const lock = shape({ domain, locked: flag });
const privacy = shape({ domain, privacy: flag });
const contacts = shape({ domain, contacts: is.contactSet }, { tldAttributes: is.attributes });
// As the vendor keeps it, which need not be an address that anybody would set.
const url = textThat((target) => target !== '' && target.length <= 20_000, 'a target');
const urlForward = either(
  shape({ domain, target: oneOf(null) }),
  shape({ domain, target: url }, { kind: oneOf('redirect', 'frame') }),
);
const emailForwards = shape({
  domain,
  forwards: listOf(shape({ mailbox: is.words, forwardTo: is.words })),
});
const capability: Shape = (value, path) => {
  const { support } = value as { readonly support?: unknown };
  return oneOf('supported', 'conditional', 'unsupported')(support, `${path}.support`);
};

/** What each operation may answer, once more from the contract. Those that no scene calls are left out. */
export const resultShapes: Readonly<Partial<Record<OperationName, Shape>>> = {
  verifyAccess: shape({ account: is.words, environment: is.environment }),
  getBalance: shape({ available: listOf(is.money) }),
  getCapabilities: (value, path) =>
    Object.entries(value as object).flatMap(([name, each]) => capability(each, `${path}.${name}`)),
  listTlds: listOf(
    page(
      shape(
        { tld: is.tld, registrable: flag },
        {
          renewable: flag,
          transferable: flag,
          registrationYears: is.yearRange,
          renewalYears: is.yearRange,
          labelLength: is.yearRange,
          needsAuthCode: flag,
          supportsIdn: flag,
          supportsLock: flag,
          supportsPrivacy: flag,
          instantRegistration: flag,
        },
      ),
    ),
  ),
  getPrices: shape({
    readAt: is.instant,
    prices: listOf(
      shape(
        { tld: is.tld, operation: is.pricedOperation, years: is.years, price: is.price },
        { fee: is.price },
      ),
    ),
    missing: listOf(is.tld),
  }),
  getTldRequirements: shape({
    tld: is.tld,
    stated: flag,
    attributes: listOf(
      shape(
        { key: is.words, required: flag },
        {
          description: is.words,
          options: listOf(shape({ value: is.words }, { label: is.words })),
        },
      ),
    ),
  }),
  checkAvailability: listOf(availability),
  streamAvailability: listOf(availability),
  quote,
  registerDomain: shape({ ...paid, years: is.years }, { ...charges, expiresOn: is.date }),
  renewDomain: shape(
    { ...paid, years: is.years, previousExpiresOn: is.date },
    { ...charges, expiresOn: is.date },
  ),
  restoreDomain: shape(paid, { ...charges, expiresOn: is.date }),
  transferDomain: transferOrder,
  getOperation: state,
  waitForOperation: state,
  reconcileOperation: state,
  getDomain: shape(domainFields, {
    vendorStatus: is.words,
    registeredOn: is.date,
    expiresOn: is.date,
    nameservers: listOf(is.nameserver),
    locked: flag,
    privacy: flag,
    autoRenew: flag,
    premium: flag,
    owned: flag,
  }),
  listDomains: listOf(
    page(
      shape(domainFields, {
        registeredOn: is.date,
        expiresOn: is.date,
        locked: flag,
        autoRenew: flag,
        privacy: flag,
      }),
    ),
  ),
  syncDomain: shape({ domain, status: is.domainStatus, certain: flag }, { expiresOn: is.date }),
  checkTransfer: shape(
    { domain, transferable: flag },
    { authCodeRequired: flag, authCodeValid: flag, locked: flag, reason: is.words },
  ),
  getTransfer: transfer,
  listTransfers: listOf(page(transfer)),
  resubmitTransfer: transfer,
  cancelTransfer: nothing,
  approveTransferOut: nothing,
  rejectTransferOut: nothing,
  getAuthCode: (value, path) => is.secret((value as { authCode?: unknown }).authCode, path),
  getNameservers: nameservers,
  setNameservers: nameservers,
  resetNameservers: nameservers,
  getLock: lock,
  setLock: lock,
  getPrivacy: privacy,
  setPrivacy: privacy,
  getContacts: contacts,
  setContacts: contacts,
  listRecords: shape({ domain, records: is.records }),
  planRecords: shape({
    domain,
    added: is.records,
    removed: is.records,
    kept: is.records,
    losses: listOf(is.words),
    zoneFingerprint: is.words,
  }),
  applyRecords: shape({
    domain,
    records: is.records,
    missing: is.records,
    unexpected: is.records,
  }),
  getEmailForwards: emailForwards,
  setEmailForwards: emailForwards,
  getUrlForward: urlForward,
  setUrlForward: urlForward,
  deleteUrlForward: nothing,
  listHosts: shape({ domain, hosts: listOf(is.glueHost) }),
  getHost: is.glueHost,
  createHost: is.glueHost,
  updateHost: is.glueHost,
  deleteHost: nothing,
};
