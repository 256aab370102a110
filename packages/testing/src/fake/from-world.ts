import {
  toUnicodeDomain,
  type Domain,
  type DomainSummary,
  type DriverAvailability,
  type DomainName,
  type NameserverSet,
  type Nameserver,
  type PremiumPrices,
  type Tld,
} from '@registrar-kit/core';
import { amountIn } from '../world/amounts.js';
import type { WorldDomain } from '../world/world-domain.js';
import type { WorldAvailability } from '../world/world-orders.js';
import type { Amounts, WorldTld } from '../world/world-tld.js';

/** The fake registrar's own servers, which stand where a domain has none of its own. */
const fakeNameservers = [
  'ns1.fake-registrar.example' as Nameserver,
  'ns2.fake-registrar.example' as Nameserver,
];

export function toDomain(row: WorldDomain, account: string): Domain {
  if (isComing(row)) return toDomainSummary(row);
  const { premium } = row;
  return {
    ...toDomainSummary(row),
    nameservers: toNameserverSet(row).nameservers,
    premium,
    owned: row.account === account,
  };
}

export function toDomainSummary(row: WorldDomain): DomainSummary {
  if (isComing(row))
    return { domain: row.domain, unicode: toUnicodeDomain(row.domain), status: row.status };
  const { domain, status, registeredOn, expiresOn, locked, autoRenew, privacy } = row;
  return {
    domain,
    unicode: toUnicodeDomain(domain),
    status,
    registeredOn,
    expiresOn,
    locked,
    autoRenew,
    privacy,
  };
}

/** A domain on its way here, or whose way has ended: whatever else is known of it is the losing registrar's. */
function isComing({ status }: WorldDomain): boolean {
  return status === 'transfer_in' || status === 'transfer_failed';
}

export function toNameserverSet({ domain, nameservers }: WorldDomain): NameserverSet {
  const providerDns = nameservers.length === 0;
  return { domain, nameservers: providerDns ? fakeNameservers : nameservers, providerDns };
}

export function toTld(tld: WorldTld): Tld {
  const { registrable, renewable, transferable, registrationYears, renewalYears } = tld;
  const { labelLength, needsAuthCode, supportsIdn, supportsLock, supportsPrivacy } = tld;
  return {
    tld: tld.tld,
    registrable,
    instantRegistration: !tld.pendingRegistration,
    renewable,
    transferable,
    registrationYears,
    renewalYears,
    labelLength,
    needsAuthCode,
    supportsIdn,
    supportsLock,
    supportsPrivacy,
  };
}

export function toAvailability(
  domain: DomainName,
  found: WorldAvailability,
  currency: string,
): DriverAvailability {
  switch (found.status) {
    case 'not_sold':
      return { domain, availability: 'unknown', reason: 'tld_not_sold' };
    case 'invalid':
      return { domain, availability: 'unknown', reason: 'invalid_name' };
    case 'taken':
    case 'available': {
      const premium = premiumPricesOf(found, currency);
      return {
        domain,
        availability: found.status,
        ...(Object.keys(premium).length === 0 ? {} : { premium }),
      };
    }
  }
}

function premiumPricesOf(
  found: Extract<WorldAvailability, { status: 'taken' | 'available' }>,
  currency: string,
): PremiumPrices {
  const prices = found.premium?.prices;
  const early = found.status === 'available' ? found.earlyAccessFee : undefined;
  return {
    ...field('registration', prices?.registerDomain, currency),
    ...field('renewal', prices?.renewDomain, currency),
    ...field('restore', prices?.restoreDomain, currency),
    ...field('transfer', prices?.transferDomain, currency),
    ...field('earlyAccess', early, currency),
  };
}

function field<Key extends keyof PremiumPrices>(
  key: Key,
  amounts: Amounts | undefined,
  currency: string,
): Pick<PremiumPrices, Key> | undefined {
  const amount = amounts === undefined ? undefined : amountIn(amounts, currency);
  return amount === undefined ? undefined : ({ [key]: amount } as Pick<PremiumPrices, Key>);
}
