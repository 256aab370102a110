import type { CallContext, Page, PageRequest, Tld, YearRange } from '@registrar-kit/core';
import type { DomainNameApiClient, DriftReport } from '../domain-name-api-client.js';
import { pricesOf, tldNameOf, type ProductTld } from '../mapping/product-tld.js';
import { skipOf } from './cursor.js';
import { readProducts } from './read-products.js';

export async function listTlds(
  client: DomainNameApiClient,
  { cursor }: PageRequest,
  call: CallContext,
): Promise<Page<Tld>> {
  const { products, total, nextSkip, drift } = await readProducts(
    client,
    skipOf(cursor, call),
    call,
  );
  return {
    items: products.map((product) => toTld(product, drift)),
    ...(total === undefined ? {} : { total }),
    ...(nextSkip === undefined ? {} : { next: String(nextSkip) }),
  };
}

/** What can be bought is what has a price: an order without one is refused. */
function toTld(product: ProductTld, drift: DriftReport): Tld {
  const { minRegistrationPeriod, maxRegistrationPeriod, constraints, supportsPrivacy } = product;
  const registrationYears = rangeOf(minRegistrationPeriod, maxRegistrationPeriod);
  const labelLength = rangeOf(constraints?.minLength, constraints?.maxLenght);
  return {
    tld: tldNameOf(product),
    registrable: pricesOf(product, 'registerDomain', drift).size > 0,
    renewable: pricesOf(product, 'renewDomain', drift).size > 0,
    transferable: pricesOf(product, 'transferDomain', drift).size > 0,
    ...(registrationYears === undefined ? {} : { registrationYears }),
    ...(labelLength === undefined ? {} : { labelLength }),
    ...(supportsPrivacy === undefined ? {} : { supportsPrivacy }),
  };
}

function rangeOf(min: number | undefined, max: number | undefined): YearRange | undefined {
  return min === undefined || max === undefined || max < min ? undefined : { min, max };
}
