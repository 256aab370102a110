import type { CallContext, PricedOperation, TldPrice } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { pricesOf, tldNameOf } from '../mapping/product-tld.js';
import { readProducts, type ProductPage } from './read-products.js';

/** The listed prices, for the years that the list names; a price for several years is never computed from that of one. */
export async function getPrices(
  client: DomainNameApiClient,
  request: {
    readonly tlds: readonly string[] | undefined;
    readonly operations: readonly PricedOperation[];
  },
  call: CallContext,
): Promise<readonly TldPrice[]> {
  const wanted = request.tlds === undefined ? undefined : new Set(request.tlds);
  const prices: TldPrice[] = [];
  for (let skip: number | undefined = 0; skip !== undefined;) {
    const page: ProductPage = await readProducts(client, skip, call);
    for (const product of page.products) {
      const tld = tldNameOf(product);
      if (wanted?.delete(tld) === false) continue;
      for (const operation of request.operations) {
        const byYears = [...pricesOf(product, operation, page.drift)].sort(
          ([left], [right]) => left - right,
        );
        for (const [years, price] of byYears) prices.push({ tld, operation, years, price });
      }
    }
    skip = wanted?.size === 0 ? undefined : page.nextSkip;
  }
  return prices;
}
