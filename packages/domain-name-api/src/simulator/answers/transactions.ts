import type { SimulatorResponse } from '@registrar-kit/testing';
import type { VendorCall } from '../vendor-call.js';
import { toNumber } from '../vendor-products.js';
import { json } from '../vendor-reply.js';
import { readPaging } from './paging.js';

/**
 * What was taken from the deposit, the newest first. Of this call only the name is public: it pages as the others do, and its
 * rows have fields that other answers have.
 */
export function answerTransactions(call: VendorCall): SimulatorResponse {
  const paging = readPaging(call);
  if (!paging.ok) return paging.answer;
  const { world, account } = call;
  const entries = world.ledger({ account: account.id }).toReversed();
  const items = entries
    .slice(paging.skip, paging.skip + paging.count)
    .map(({ id, domain, years, amount }) => ({
      id,
      domainName: domain,
      period: years,
      price: toNumber(amount),
      currency: amount.currency,
    }));
  return json({ totalCount: entries.length, items });
}
