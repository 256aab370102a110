import { isIP } from 'node:net';
import {
  isRegistrarError,
  readCalendarDate,
  readDomainName,
  readNameserver,
  Secret,
  type DnsRecordType,
  type DomainStatus,
} from '@registrar-kit/core';
import {
  both,
  listOf,
  numberThat,
  oneOf,
  recordOf,
  shape,
  text,
  textThat,
  type Shape,
} from './shape.js';

// Written down anew from the contract, so that a check in the product that is left out is not left out here.

/** What the vendor holds can be of any length. */
export const words = textThat(() => true, 'text');
const amount = text(/^-?\d{1,15}(?:\.\d{1,8})?$/, 'a decimal amount');
const currency = text(/^[A-Z]{3}$/, 'a currency');
export const money = shape({ amount, currency });
export const price = shape({ amount: text(/^\d{1,15}(?:\.\d{1,8})?$/, 'a price'), currency });
export const date = both(
  text(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD'),
  textThat((value) => readCalendarDate(value) === value, 'an existing day'),
);
export const instant = textThat(
  (value) => !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value,
  'an ISO instant',
);
export const domainName = textThat((value) => {
  const reading = readDomainName(value);
  return reading.ok && reading.domain === value;
}, 'a domain name in its A-label form');
export const tld = text(
  /^(?=.{1,251}$)(?:[a-z0-9-]{1,63}\.)*[a-z][a-z0-9-]{0,62}$/,
  'an ending in its A-label form',
);
export const nameserver = textThat((value) => readNameserver(value) === value, 'a name server');
const address = textThat((value) => isIP(value) !== 0, 'an IP address');
export const years = numberThat(
  (value) => Number.isInteger(value) && value >= 1 && value <= 99,
  'a number of years',
);
export const count = numberThat((value) => Number.isSafeInteger(value) && value >= 0, 'a count');
export const environment = oneOf('test', 'live');
export const secret: Shape = (value, path) =>
  value instanceof Secret && value.reveal() !== '' && value.reveal().length <= 1000
    ? []
    : [`${path} is no Secret`];
export const registrarError: Shape = (value, path) =>
  isRegistrarError(value) ? [] : [`${path} is no RegistrarError`];

const statuses: { readonly [Status in DomainStatus]: Status } = {
  active: 'active',
  pending: 'pending',
  transfer_in: 'transfer_in',
  transfer_out: 'transfer_out',
  transferred_away: 'transferred_away',
  transfer_failed: 'transfer_failed',
  on_hold: 'on_hold',
  disputed: 'disputed',
  expired: 'expired',
  redemption: 'redemption',
  restoring: 'restoring',
  deleting: 'deleting',
  deleted: 'deleted',
  unknown: 'unknown',
};
export const domainStatus = oneOf(...Object.values(statuses));
export const pricedOperation = oneOf(
  'registerDomain',
  'renewDomain',
  'transferDomain',
  'restoreDomain',
);
export const transferCause = oneOf(
  'auth_code_missing',
  'auth_code_wrong',
  'locked',
  'too_young',
  'approval_missing',
  'approval_refused',
  'registrant_data',
  'losing_registrar',
  'registry',
  'already_here',
  'already_started',
  'not_registered',
  'not_transferable',
  'charge',
  'cancelled',
  'other',
);

const contact = shape(
  {},
  {
    firstName: words,
    lastName: words,
    organization: words,
    email: words,
    phone: words,
    address1: words,
    address2: words,
    city: words,
    state: words,
    postalCode: words,
    country: text(/^[A-Z]{2}$/, 'a country'),
  },
);
export const contactSet = shape(
  {},
  { registrant: contact, admin: contact, tech: contact, billing: contact },
);
export const attributes = recordOf(words);

const recordTypes: { readonly [Type in DnsRecordType]: Type } = {
  A: 'A',
  AAAA: 'AAAA',
  ALIAS: 'ALIAS',
  CAA: 'CAA',
  CNAME: 'CNAME',
  DS: 'DS',
  MX: 'MX',
  MXE: 'MXE',
  NAPTR: 'NAPTR',
  NS: 'NS',
  PTR: 'PTR',
  SRV: 'SRV',
  TLSA: 'TLSA',
  TXT: 'TXT',
  URL: 'URL',
  URL301: 'URL301',
  FRAME: 'FRAME',
};
const dnsRecord = shape(
  { type: oneOf(...Object.values(recordTypes)), name: words, value: words },
  {
    ttlSeconds: count,
    priority: numberThat(
      (value) => Number.isInteger(value) && value >= 0 && value <= 65_535,
      'a priority',
    ),
  },
);
export const records = listOf(dnsRecord);
export const yearRange = both(shape({ min: count, max: count }), (value, path) => {
  const { min, max } = value as { readonly min?: number; readonly max?: number };
  return min !== undefined && max !== undefined && min > max
    ? [`${path} ends before it begins`]
    : [];
});
export const glueHost = shape(
  { host: nameserver, addresses: listOf(address) },
  { statuses: listOf(words) },
);
