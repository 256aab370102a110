import { isZeroMoney, readTld, type Money, type PricedOperation } from '@registrar-kit/core';
import { wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { DriftReport } from '../domain-name-api-client.js';
import { amountSchema, toPrice } from './amount.js';

const years = wireField(z.number());
const priceRowSchema = z.object({
  period: years,
  price: amountSchema,
  currency: wireField(z.string()),
});
// Each kind of price is a list or a single object.
const priceSchema = wireField(
  z.union([z.array(priceRowSchema), priceRowSchema.transform((row) => [row])]),
);

/** An ending, in A-label form. */
const name = z.string().transform((text, context) => {
  const tld = readTld(text);
  if (tld !== undefined) return tld;
  context.addIssue({ code: 'custom', message: 'is not an ending' });
  return z.NEVER;
});

/** An ending as `products/tlds` gives it. `maxLenght` is spelt so on the wire. */
export const productTldSchema = z.object({
  name,
  minRegistrationPeriod: years,
  maxRegistrationPeriod: years,
  constraints: wireField(z.object({ minLength: years, maxLenght: years })),
  prices: wireField(
    z.array(
      z.object({
        register: priceSchema,
        renew: priceSchema,
        transfer: priceSchema,
        restore: priceSchema,
      }),
    ),
  ),
  // One that cannot be read must not take the prices with it, so they are read one by one.
  attributes: wireField(z.array(z.unknown())),
  supportsPrivacy: wireField(z.boolean()),
});

export type ProductTld = z.output<typeof productTldSchema>;

const priceKinds = {
  registerDomain: 'register',
  renewDomain: 'renew',
  transferDomain: 'transfer',
  restoreDomain: 'restore',
} as const satisfies Record<PricedOperation, string>;

/** Without a leading dot, in A-label form. */
export function tldNameOf({ name }: ProductTld): string {
  return name;
}

/**
 * The prices of one kind by number of years. Rows come in any order, and period 0 means 1. Of several price groups only the
 * first is the account's, as the vendor's own client reads it. A price of
 * nothing is no price, except for a transfer, which some registries give away.
 */
export function pricesOf(
  product: ProductTld,
  operation: PricedOperation,
  drift: DriftReport,
): ReadonlyMap<number, Money> {
  const kind = priceKinds[operation];
  const prices = new Map<number, Money>();
  for (const { period, price, currency } of product.prices?.[0]?.[kind] ?? []) {
    if (price === undefined) continue;
    const where = `${tldNameOf(product)}.prices.0.${kind}`;
    const amount = toPrice(price, currency);
    const count = period === undefined || period === 0 ? 1 : period;
    if (amount === undefined || !Number.isInteger(count) || count < 1) {
      drift(where, 'holds a price without a usable amount, currency or period');
    } else if (operation === 'transferDomain' || !isZeroMoney(amount)) {
      if (prices.has(count) && period === 0) continue;
      prices.set(count, amount);
    }
  }
  return prices;
}
