import { z } from 'zod';
import type { CallOptions } from '../../operations/call-options.js';
import {
  pricedOperations,
  type GetPricesInput,
  type PriceList,
} from '../../operations/get-prices.js';
import { tldField } from '../input-fields.js';
import type { PortableContext } from '../portable-context.js';

const inputSchema = z.strictObject({
  tlds: z.array(tldField).min(1).optional(),
  operations: z.array(z.enum(pricedOperations)).min(1).optional(),
});

/** Reads standard prices, and names the endings that were asked for and have none. */
export async function getPrices(
  context: PortableContext,
  input: GetPricesInput,
  options: CallOptions | undefined,
): Promise<PriceList> {
  const parsed = context.parse('getPrices', inputSchema, input);
  const getPrices = context.method('getPrices');
  const tlds = parsed.tlds === undefined ? undefined : [...new Set(parsed.tlds)];
  const operations = [...new Set(parsed.operations ?? pricedOperations)];
  const key = JSON.stringify([tlds, operations]);
  const reading = await context.readKept('getPrices', key, options, (call) =>
    getPrices({ tlds, operations }, call),
  );
  const { value: prices, readAt } = reading;
  const priced = new Set(prices.map((price) => price.tld));
  return { readAt, prices, missing: (tlds ?? []).filter((tld) => !priced.has(tld)) };
}
