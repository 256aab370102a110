import {
  addMoney,
  multiplyMoney,
  readTld,
  type CallContext,
  type Money,
  type PricedOperation,
  type TldPrice,
} from '@registrar-kit/core';
import { flatMapInSlices, largeReplyBytes, type XmlElement } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { namecheapCurrency, optionalAmount, unlessZero } from '../mapping/namecheap-amount.js';

/** Which prices are wanted; `tlds` is `undefined` for all. */
export interface PricesRequest {
  readonly tlds: readonly string[] | undefined;
  readonly operations: readonly PricedOperation[];
}

const actions = {
  registerDomain: 'REGISTER',
  renewDomain: 'RENEW',
  transferDomain: 'TRANSFER',
  restoreDomain: 'REACTIVATE',
} as const satisfies Record<PricedOperation, string>;

// The parameter takes no more; a longer ending is looked for in the list of all.
const longestProductName = 20;

/** https://www.namecheap.com/support/api/methods/users/get-pricing/ */
export async function getPrices(
  client: NamecheapClient,
  { tlds, operations }: PricesRequest,
  call: CallContext,
): Promise<readonly TldPrice[]> {
  const wanted = tlds === undefined ? undefined : new Set(tlds);
  const prices: (readonly TldPrice[])[] = [];
  for (const operation of operations)
    prices.push(await readAction(client, { operation, tlds: wanted }, call));
  return prices.flat();
}

/** What of a price list is wanted; `tlds` is `undefined` for all. */
interface Wanted {
  readonly operation: PricedOperation;
  readonly tlds: ReadonlySet<string> | undefined;
}

function readAction(
  client: NamecheapClient,
  wanted: Wanted,
  call: CallContext,
): Promise<readonly TldPrice[]> {
  const [only, ...others] = wanted.tlds ?? [];
  const single = only !== undefined && others.length === 0 && only.length <= longestProductName;
  return client.send(
    'namecheap.users.getPricing',
    {
      ProductType: 'DOMAIN',
      ProductCategory: 'DOMAINS',
      ActionName: actions[wanted.operation],
      ProductName: single ? only.toUpperCase() : undefined,
    },
    (reply) => toPrices(reply, wanted),
    call,
    { maxBytes: largeReplyBytes },
  );
}

const nameSchema = z.object({ Name: z.string() });

/** One row of the list, before it is read. */
interface PriceRow {
  readonly element: XmlElement;
  readonly subject: Pick<TldPrice, 'tld' | 'operation'>;
  readonly path: string;
}

function toPrices(reply: NamecheapReply, wanted: Wanted): Promise<readonly TldPrice[]> {
  return flatMapInSlices(rowsOf(reply, wanted), ({ element, subject, path }) => {
    const price = toPrice(element, subject, path, reply);
    return price === undefined ? [] : [price];
  });
}

/**
 * The rows of what is wanted, one at a time: there may be tens of thousands. What the request asked for is filtered again,
 * since the vendor does not always honour it.
 */
function* rowsOf(reply: NamecheapReply, { operation, tlds }: Wanted): Generator<PriceRow, void> {
  const products = reply
    .result('UserGetPricingResult')
    .children('ProductType')
    .filter((type) => /^domains?$/i.test(type.attribute('Name') ?? 'domains'))
    .flatMap((type) => type.children('ProductCategory'))
    .filter((category) => category.attribute('Name')?.toUpperCase() === actions[operation])
    .flatMap((category) => category.children('Product'));
  for (const [index, product] of products.entries()) {
    const path = `Product[${index}]`;
    const name = reply.tryRequired(product, nameSchema, path)?.Name;
    const tld = readTld(name);
    if (tld === undefined || (tlds !== undefined && !tlds.has(tld))) continue;
    for (const [row, element] of product.children('Price').entries())
      yield { element, subject: { tld, operation }, path: `${path}.Price[${row}]` };
  }
}

/** All of it decides on the price, so that a row that cannot be read is no price. */
const priceSchema = z.object({
  Duration: z
    .string()
    .regex(/^\d{1,2}$/, 'is not a number of years')
    .transform(Number),
  DurationType: z.string().optional(),
  Currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is not a currency code')
    .optional(),
  Price: optionalAmount.optional(),
  PricingType: z.string().optional(),
  YourPrice: optionalAmount.optional(),
  YourPriceType: z.string().optional(),
  AdditionalCost: optionalAmount.optional(),
  // Misspelt by the vendor.
  YourAdditonalCost: optionalAmount.optional(),
});

/** What this account pays; `undefined` for a row without a price, as the vendor writes for what it does not sell. */
function toPrice(
  element: XmlElement,
  subject: PriceRow['subject'],
  path: string,
  reply: NamecheapReply,
): TldPrice | undefined {
  const row = reply.tryRequired(element, priceSchema, path);
  if (row === undefined || row.Duration === 0) return undefined;
  const {
    Duration: years,
    DurationType: unit = 'YEAR',
    Currency: currency = namecheapCurrency,
  } = row;
  if (unit.toUpperCase() !== 'YEAR') return undefined;
  const amountOf = (amount: string | undefined): Money | undefined =>
    amount === undefined ? undefined : unlessZero({ amount, currency });
  const yours = amountOf(row.YourPrice);
  const stated = yours ?? amountOf(row.Price);
  if (stated === undefined) return undefined;
  const type = yours === undefined ? row.PricingType : (row.YourPriceType ?? row.PricingType);
  const base = isPerYear(type) ? multiplyMoney(stated, years) : stated;
  const feePerYear = amountOf(row.YourAdditonalCost) ?? amountOf(row.AdditionalCost);
  if (feePerYear === undefined) return { ...subject, years, price: base };
  const fee = multiplyMoney(feePerYear, years);
  return { ...subject, years, price: addMoney(base, fee), fee };
}

function isPerYear(type: string | undefined): boolean {
  return type?.toUpperCase() === 'MULTIPLE';
}
