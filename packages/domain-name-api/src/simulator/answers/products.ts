import type { SimulatorResponse } from '@registrar-kit/testing';
import type { VendorCall } from '../vendor-call.js';
import { toProduct } from '../vendor-products.js';
import { json } from '../vendor-reply.js';
import { readPaging } from './paging.js';

/** The endings with their prices, in one currency. */
export function answerProducts(call: VendorCall): SimulatorResponse {
  const paging = readPaging(call);
  if (!paging.ok) return paging.answer;
  const tlds = call.world.tlds();
  const currency = call.query.get('currency')?.toUpperCase() ?? 'USD';
  const page = tlds.slice(paging.skip, paging.skip + paging.count);
  return json({ totalCount: tlds.length, items: page.map((tld) => toProduct(tld, currency)) });
}
