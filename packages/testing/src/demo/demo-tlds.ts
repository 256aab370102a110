import { auAttributes, caAttributes, trAttributes, usAttributes } from './demo-tld-attributes.js';
import { dollarsAndLira } from '../world/amounts.js';
import type { Amounts, WorldPrices, WorldTld } from '../world/world-tld.js';

/** Registration, renewal, transfer and restore in dollars. Invented for simulation: no registrar asks exactly this. */
type DollarPrices = readonly [
  registration: string,
  renewal: string,
  transfer: string,
  restore: string,
];

type Departures = Partial<Omit<WorldTld, 'tld' | 'prices'>>;

const noFee: Amounts = [];
const icannFee = dollarsAndLira('0.20');

/** The endings of the demonstration: real endings with plausible rules, and prices that are invented for simulation. */
export const demoTlds: readonly WorldTld[] = [
  gtld('com', ['10.28', '14.58', '10.28', '88.00']),
  gtld('net', ['12.48', '15.98', '12.48', '88.00']),
  gtld('org', ['9.18', '13.98', '11.98', '88.00']),
  gtld('info', ['4.98', '21.98', '18.98', '88.00']),
  gtld('biz', ['8.98', '20.98', '16.98', '80.00']),
  gtld('dev', ['12.98', '17.98', '14.98', '98.00'], { labelLength: { min: 3, max: 63 } }),
  gtld('app', ['14.98', '19.98', '15.98', '98.00'], { labelLength: { min: 3, max: 63 } }),
  gtld('xyz', ['2.00', '14.98', '11.98', '90.00'], { labelLength: { min: 1, max: 63 } }),
  gtld('online', ['2.98', '29.98', '25.98', '120.00']),
  gtld('site', ['2.48', '29.48', '25.98', '120.00']),
  gtld('shop', ['3.98', '34.98', '29.98', '120.00']),
  gtld('store', ['3.48', '49.98', '39.98', '140.00']),
  gtld('blog', ['4.98', '26.98', '22.98', '110.00']),
  gtld('cloud', ['6.98', '22.98', '19.98', '110.00']),
  gtld('tech', ['5.98', '52.98', '44.98', '140.00']),
  gtld('agency', ['6.98', '24.98', '21.98', '110.00']),
  gtld('studio', ['8.98', '28.98', '24.98', '110.00']),
  gtld('ist', ['6.50', '18.00', '15.00', '90.00']),
  gtld('istanbul', ['7.50', '22.00', '18.00', '90.00']),

  cctld('io', ['34.98', '49.98', '44.98', '180.00']),
  cctld('co', ['9.98', '29.98', '26.98', '120.00'], { registrationYears: { min: 1, max: 5 } }),
  cctld('me', ['5.98', '19.98', '17.98', '110.00']),
  cctld('tv', ['32.98', '36.98', '33.98', '110.00']),
  cctld('ai', ['79.98', '84.98', '79.98', '220.00'], {
    registrationYears: { min: 2, max: 10 },
    renewalYears: { min: 2, max: 10 },
    supportsIdn: false,
  }),
  cctld('in', ['6.48', '10.98', '9.48', '70.00'], { supportsPrivacy: false }),
  cctld('us', ['4.98', '9.98', '8.98', '60.00'], {
    supportsPrivacy: false,
    supportsIdn: false,
    attributes: usAttributes,
  }),
  cctld('ca', ['9.98', '14.98', '12.98', '70.00'], {
    ...plainSettings(),
    supportsIdn: true,
    attributes: caAttributes,
  }),
  ukTld('uk'),
  ukTld('co.uk'),
  ukTld('org.uk'),
  ukTld('me.uk'),
  cctld('de', ['6.98', '9.98', '7.98', '60.00'], { ...plainSettings(), ...oneYearOnly() }),
  cctld('at', ['13.98', '15.98', '14.98', '60.00'], { ...plainSettings(), ...oneYearOnly() }),
  cctld('ch', ['11.98', '13.98', '12.98', '60.00'], { ...plainSettings(), ...oneYearOnly() }),
  cctld('fr', ['8.98', '11.98', '10.98', '50.00'], { supportsPrivacy: false }),
  cctld('es', ['7.98', '11.98', '9.98', '50.00'], {
    ...plainSettings(),
    registrationYears: { min: 1, max: 5 },
  }),
  cctld('it', ['8.98', '12.98', '10.98', '50.00'], { ...plainSettings(), ...oneYearOnly() }),
  cctld('pl', ['7.98', '16.98', '12.98', '50.00'], { ...plainSettings(), ...oneYearOnly() }),
  cctld('be', ['7.98', '11.98', '9.98', '50.00'], { ...plainSettings(), ...oneYearOnly() }),
  cctld('eu', ['6.98', '10.98', '8.98', '50.00'], plainSettings()),
  cctld('nl', ['6.98', '9.98', '8.98', '40.00'], {
    ...plainSettings(),
    ...oneYearOnly(),
    supportsIdn: false,
  }),
  cctld('com.au', ['12.98', '15.98', '13.98', '80.00'], {
    ...plainSettings(),
    registrationYears: { min: 1, max: 5 },
    renewalYears: { min: 1, max: 5 },
    supportsIdn: false,
    attributes: auAttributes,
  }),
  trTld('com.tr', ['3.90', '4.90', '3.90', '30.00'], false),
  trTld('net.tr', ['3.90', '4.90', '3.90', '30.00'], false),
  trTld('org.tr', ['3.90', '4.90', '3.90', '30.00'], true),
  trTld('web.tr', ['3.50', '4.50', '3.50', '30.00'], false),
];

function gtld(tld: string, prices: DollarPrices, departures: Departures = {}): WorldTld {
  return {
    tld,
    registrable: true,
    renewable: true,
    transferable: true,
    registrationYears: { min: 1, max: 10 },
    renewalYears: { min: 1, max: 10 },
    labelLength: { min: 3, max: 63 },
    pendingRegistration: false,
    supportsLock: true,
    supportsPrivacy: true,
    supportsIdn: true,
    needsAuthCode: true,
    prices: pricesOf(prices),
    fee: icannFee,
    lifecycle: { renewGraceDays: 30, redemptionDays: 30, pendingDeleteDays: 5 },
    ...departures,
  };
}

/** A country's ending: no ICANN fee, and the rules of its own registry. */
function cctld(tld: string, prices: DollarPrices, departures: Departures = {}): WorldTld {
  return gtld(tld, prices, { labelLength: { min: 2, max: 63 }, fee: noFee, ...departures });
}

function ukTld(tld: string): WorldTld {
  return cctld(tld, ['5.98', '9.48', '0.00', '40.00'], {
    ...plainSettings(),
    supportsIdn: false,
    // Nominet moves names by a tag of the registrar instead.
    needsAuthCode: false,
    lifecycle: { renewGraceDays: 30, redemptionDays: 60, pendingDeleteDays: 2 },
  });
}

/** `withDocuments`: the registry looks at papers first, so a registration stays pending. */
function trTld(tld: string, prices: DollarPrices, withDocuments: boolean): WorldTld {
  return cctld(tld, prices, {
    registrationYears: { min: 1, max: 5 },
    renewalYears: { min: 1, max: 5 },
    supportsPrivacy: false,
    pendingRegistration: withDocuments,
    // With papers the registry needs no fields.
    attributes: withDocuments ? [] : trAttributes,
    lifecycle: { renewGraceDays: 30, redemptionDays: 30, pendingDeleteDays: 5 },
  });
}

function plainSettings(): Departures {
  return { supportsLock: false, supportsPrivacy: false };
}

function oneYearOnly(): Departures {
  return { registrationYears: { min: 1, max: 1 }, renewalYears: { min: 1, max: 1 } };
}

function pricesOf([registration, renewal, transfer, restore]: DollarPrices): WorldPrices {
  return {
    registerDomain: dollarsAndLira(registration),
    renewDomain: dollarsAndLira(renewal),
    transferDomain: dollarsAndLira(transfer),
    restoreDomain: dollarsAndLira(restore),
  };
}
