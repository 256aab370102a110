import { money, parseDomainName, type Balance, type Money, type Quote } from '@registrar-kit/core';
import type { Departure } from './unbranded.js';

/** A price that holds. @defaultValue 10.87 USD for a year of `example.com`, valid until 2100 */
export function aQuote(departure: Departure<Quote> = {}): Quote {
  const { domain = 'example.com', ...rest } = departure;
  return {
    provider: 'fake',
    environment: 'test',
    operation: 'registerDomain',
    years: 1,
    price: money('10.87', 'USD'),
    premium: false,
    earlyAccess: false,
    validUntil: '2100-01-01T00:00:00.000Z',
    ...rest,
    domain: parseDomainName(domain),
  };
}

/** What can be spent. @defaultValue 1,000 USD */
export function aBalance(...available: readonly Money[]): Balance {
  return { available: available.length === 0 ? [money('1000.00', 'USD')] : available };
}
