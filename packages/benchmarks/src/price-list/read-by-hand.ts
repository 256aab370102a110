import axios from 'axios';
import { parseStringPromise } from 'xml2js';
import { z } from 'zod';
import type { ServedPriceList } from './price-list-stage.js';
import type { PriceListContents } from './synthetic-price-list.js';

const priceSchema = z.object({
  $: z.object({
    Duration: z.string().regex(/^\d{1,2}$/),
    DurationType: z.string(),
    Price: z.string(),
    PricingType: z.string(),
    YourPrice: z.string(),
    YourPriceType: z.string(),
    YourAdditonalCost: z.string(),
    Currency: z.string().length(3),
  }),
});
const productSchema = z.object({ $: z.object({ Name: z.string() }), Price: z.array(priceSchema) });
const categorySchema = z.object({
  $: z.object({ Name: z.string() }),
  Product: z.array(productSchema),
});
const replySchema = z.object({
  ApiResponse: z.object({
    $: z.object({ Status: z.literal('OK') }),
    CommandResponse: z.tuple([
      z.object({
        UserGetPricingResult: z.tuple([
          z.object({
            ProductType: z.array(z.object({ ProductCategory: z.array(categorySchema) })),
          }),
        ]),
      }),
    ]),
  }),
});

/** What a competent program without this library does: axios, xml2js in one go, one pass of zod, and a loop. */
export async function readByHand({ url }: ServedPriceList): Promise<PriceListContents> {
  const form = new URLSearchParams({
    Command: 'namecheap.users.getPricing',
    ProductType: 'DOMAIN',
  });
  const { data } = await axios.post<string>(url, form.toString(), { responseType: 'text' });
  const { ApiResponse } = replySchema.parse(await parseStringPromise(data));
  const [{ UserGetPricingResult }] = ApiResponse.CommandResponse;
  const prices = UserGetPricingResult[0].ProductType.flatMap((type) => type.ProductCategory)
    .filter((category) => category.$.Name === 'register')
    .flatMap((category) => category.Product)
    .flatMap((product) => product.Price.map((price) => toPrice(product.$.Name, price.$)));
  return {
    rows: prices.length,
    totalCents: prices.reduce((total, { cents }) => total + cents, 0),
  };
}

function toPrice(
  tld: string,
  row: z.output<typeof priceSchema>['$'],
): { readonly tld: string; readonly years: number; readonly cents: number } {
  const years = Number(row.Duration);
  const perYear = toCents(row.YourPrice) + toCents(row.YourAdditonalCost);
  return { tld, years, cents: perYear * years };
}

function toCents(amount: string): number {
  return Math.round(Number(amount) * 100);
}
