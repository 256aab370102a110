import {
  DomainUnavailableError,
  InvalidInputError,
  ProviderError,
  splitDomainName,
  type CallContext,
  type DriverAvailability,
  type Money,
  type PriceReading,
  type PriceRequest,
} from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { pricesOf } from '../mapping/product-tld.js';
import { requireProduct } from './read-products.js';
import { searchName } from './search-names.js';

/**
 * The price of one order, read anew. The search knows the price of a registration for one year, premium names included;
 * everything else stands in the list of endings. Early access is stated nowhere.
 */
export async function quote(
  client: DomainNameApiClient,
  request: PriceRequest,
  call: CallContext,
): Promise<PriceReading> {
  const { domain, operation, years } = request;
  const { availability, premium, ...found } = await searchName(client, domain, call);
  if (operation !== 'registerDomain') {
    // A row that is missing or failed does not say "not premium", and the listed price would be agreed to without knowing.
    const { reason } = availability;
    if (reason === 'missing_from_answer' || reason === 'request_failed')
      throw notAvailable(availability, call);
    if (premium) throw premiumWithoutPrice(call);
    return { price: await listedPrice(client, request, call), premium, earlyAccess: false };
  }
  if (availability.availability !== 'available') throw notAvailable(availability, call);
  const reading = { premium, earlyAccess: false, availability };
  if (found.price !== undefined && found.years === years) return { price: found.price, ...reading };
  if (!premium) return { price: await listedPrice(client, request, call), ...reading };
  throw found.price === undefined
    ? premiumWithoutPrice(call)
    : premiumForYears(years, found.years, call);
}

async function listedPrice(
  client: DomainNameApiClient,
  { domain, operation, years }: PriceRequest,
  call: CallContext,
): Promise<Money> {
  const { tld } = splitDomainName(domain);
  const { product, drift } = await requireProduct(client, tld, call);
  const prices = pricesOf(product, operation, drift);
  const price = prices.get(years);
  if (price !== undefined) return price;
  const listed = [...prices.keys()].sort((left, right) => left - right);
  throw new InvalidInputError({
    ...call.origin,
    issues: [
      {
        path: 'years',
        problem: `.${tld} has no listed price for ${operation} over ${String(years)} years`,
        cure: listed.length === 0 ? 'choose another ending' : `choose one of: ${listed.join(', ')}`,
      },
    ],
  });
}

/** Why a name that cannot be registered has no price. */
function notAvailable(row: DriverAvailability, call: CallContext): Error {
  const { origin } = call;
  if (row.availability === 'taken') {
    return new DomainUnavailableError({
      ...origin,
      detail: 'the name is not available; choose another',
      causes: ['domain_taken'],
    });
  }
  if (row.reason === 'tld_not_sold') {
    return new DomainUnavailableError({
      ...origin,
      detail: 'this account cannot register names with this ending',
      causes: ['tld_not_sold'],
    });
  }
  if (row.reason === 'invalid_name') {
    return new InvalidInputError({
      ...origin,
      issues: [
        {
          path: 'domain',
          problem: 'is refused by the registrar as an invalid name',
          cure: 'check its length and characters against the rules of the ending',
        },
      ],
    });
  }
  return (
    row.error ??
    new ProviderError({
      ...origin,
      detail:
        'the registrar left the name out of its answer, so nothing is known of it; try again later',
      transient: true,
    })
  );
}

function premiumWithoutPrice(call: CallContext): ProviderError {
  return new ProviderError({
    ...call.origin,
    detail:
      'the name is a premium one, and Domain Name API states no price for this order; ask its support before ordering',
  });
}

function premiumForYears(years: number, priced: number, call: CallContext): InvalidInputError {
  return new InvalidInputError({
    ...call.origin,
    issues: [
      {
        path: 'years',
        problem: `is ${String(years)}, and the price of a premium name is stated for ${String(priced)} only`,
        cure: `give ${String(priced)}`,
      },
    ],
  });
}
