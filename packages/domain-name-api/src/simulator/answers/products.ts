import type { SimulatorResponse } from '@registrar-kit/testing';
import type { VendorCall } from '../vendor-call.js';
import { toProduct } from '../vendor-products.js';
import { json } from '../vendor-reply.js';
import { readPaging } from './paging.js';

/** The endings with their prices, in one currency; only those that contain a text where one is given. */
export function answerProducts(call: VendorCall): SimulatorResponse {
  const paging = readPaging(call);
  if (!paging.ok) return paging.answer;
  const { query, world } = call;
  const text = query.get('filtertext')?.toLowerCase() ?? '';
  const tlds = world.tlds().filter(({ tld }) => tld.includes(text));
  const currency = query.get('currency')?.toUpperCase() ?? 'USD';
  const page = tlds.slice(paging.skip, paging.skip + paging.count);
  return json({ totalCount: tlds.length, items: page.map((tld) => toProduct(tld, currency)) });
}
