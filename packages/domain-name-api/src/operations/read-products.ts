import { DomainUnavailableError, type CallContext } from '@registrar-kit/core';
import { largeReplyBytes, readTolerantly } from '@registrar-kit/provider-kit';
import type { DomainNameApiClient, DriftReport } from '../domain-name-api-client.js';
import { productTldSchema, tldNameOf, type ProductTld } from '../mapping/product-tld.js';
import { nextSkipOf, rowsReplySchema } from './rows-page.js';

/** The most that one request may ask for; more is refused with 400. */
const productsPerRequest = 1000;

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
  const request = {
    method: 'GET',
    path: 'products/tlds',
    query,
    maxBytes: largeReplyBytes,
  } as const;
  const { value, drift } = await client.send(request, rowsReplySchema, call);
  const products = value.items.flatMap((item, index) => {
    const reading = readTolerantly(productTldSchema, item);
    for (const { path, note } of reading.drifts) drift(`items.${String(index)}.${path}`, note);
    return reading.ok ? [reading.value] : [];
  });
  const nextSkip = nextSkipOf(value, skip, productsPerRequest);
  return { products, total: value.totalCount, nextSkip, drift };
}

/** An ending as sold by the account. Reads until it is found. @throws DomainUnavailableError when it is not sold */
export async function requireProduct(
  client: DomainNameApiClient,
  tld: string,
  call: CallContext,
): Promise<{ readonly product: ProductTld; readonly drift: DriftReport }> {
  for (let skip: number | undefined = 0; skip !== undefined;) {
    const page: ProductPage = await readProducts(client, skip, call);
    const product = page.products.find((candidate) => tldNameOf(candidate) === tld);
    if (product !== undefined) return { product, drift: page.drift };
    skip = page.nextSkip;
  }
  throw new DomainUnavailableError({
    ...call.origin,
    detail: `the list of endings has no .${tld}, so this account cannot order it`,
    causes: ['tld_not_sold'],
    evidence: client.evidence,
  });
}
