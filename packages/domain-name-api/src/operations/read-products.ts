import type { CallContext } from '@registrar-kit/core';
import type { DomainNameApiClient, DriftReport } from '../domain-name-api-client.js';
import { productTldSchema, tldNameOf, type ProductTld } from '../mapping/product-tld.js';
import { readTolerantly } from '../reply/read-tolerantly.js';
import { nextSkipOf, rowsReplySchema } from './rows-page.js';

/** The most that one request may ask for; more is refused with 400. */
const productsPerRequest = 1000;
// A thousand endings with their prices and attributes.
const maxBytes = 16 * 1024 * 1024;

/** One page of the endings that the account can sell. */
export interface ProductPage {
  readonly products: readonly ProductTld[];
  readonly total: number | undefined;
  /** Where the next page starts; `undefined` on the last. */
  readonly nextSkip: number | undefined;
  readonly drift: DriftReport;
}

/** Reads one page of `products/tlds`, with prices in the configured currency. A row that cannot be read is reported and left out. */
export async function readProducts(
  client: DomainNameApiClient,
  skip: number,
  call: CallContext,
): Promise<ProductPage> {
  const query = {
    MaxResultCount: productsPerRequest,
    SkipCount: skip,
    Currency: client.settings.currency,
  };
  const request = { method: 'GET', path: 'products/tlds', query, maxBytes } as const;
  const { value, drift } = await client.send(request, rowsReplySchema, call);
  const products = value.items.flatMap((item, index) => {
    const reading = readTolerantly(productTldSchema, item);
    for (const { path, note } of reading.drifts) drift(`items.${String(index)}.${path}`, note);
    return reading.ok ? [reading.value] : [];
  });
  const nextSkip = nextSkipOf(value, skip, productsPerRequest);
  return { products, total: value.totalCount, nextSkip, drift };
}

/** The ending of a name, as sold by the account; `undefined` when it is not. Reads until it is found. */
export async function findProduct(
  client: DomainNameApiClient,
  tld: string,
  call: CallContext,
): Promise<{ product: ProductTld; drift: DriftReport } | undefined> {
  for (let skip: number | undefined = 0; skip !== undefined;) {
    const page: ProductPage = await readProducts(client, skip, call);
    const product = page.products.find((candidate) => tldNameOf(candidate) === tld);
    if (product !== undefined) return { product, drift: page.drift };
    skip = page.nextSkip;
  }
  return undefined;
}
