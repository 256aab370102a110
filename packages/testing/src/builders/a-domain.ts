import {
  parseCalendarDate,
  parseDomainName,
  parseNameserver,
  toUnicodeDomain,
  type Domain,
  type DomainSummary,
  type DomainSync,
} from '@registrar-kit/core';
import type { Departure } from './unbranded.js';

/** A domain as `getDomain` gives it. @defaultValue `example.com`, active until 1 March 2027 */
export function aDomain(departure: Departure<Domain> = {}): Domain {
  const { nameservers = ['ns1.example.net', 'ns2.example.net'], ...rest } = departure;
  const { vendorStatus, premium = false, owned = true, ...summary } = rest;
  return {
    ...aDomainSummary(summary),
    ...(vendorStatus === undefined ? {} : { vendorStatus }),
    nameservers: nameservers.map(parseNameserver),
    premium,
    owned,
  };
}

/** A row of `listDomains`. @defaultValue as for {@link aDomain} */
export function aDomainSummary(departure: Departure<DomainSummary> = {}): DomainSummary {
  const {
    domain = 'example.com',
    registeredOn = '2026-03-01',
    expiresOn = '2027-03-01',
  } = departure;
  const name = parseDomainName(domain);
  return {
    status: 'active',
    locked: true,
    autoRenew: false,
    privacy: true,
    ...departure,
    domain: name,
    unicode: toUnicodeDomain(name),
    registeredOn: parseCalendarDate(registeredOn),
    expiresOn: parseCalendarDate(expiresOn),
  };
}

/** What `syncDomain` answers. @defaultValue `example.com`, certainly active until 1 March 2027 */
export function aDomainSync(departure: Departure<DomainSync> = {}): DomainSync {
  const { domain = 'example.com', expiresOn = '2027-03-01' } = departure;
  return {
    status: 'active',
    certain: true,
    ...departure,
    domain: parseDomainName(domain),
    expiresOn: parseCalendarDate(expiresOn),
  };
}
