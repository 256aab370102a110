import type { SimulatorResponse } from '@registrar-kit/testing';
import type { VendorCall } from '../vendor-call.js';
import { json } from '../vendor-reply.js';

/** Both deposits at once, as numbers. */
export function answerAccount({ account }: VendorCall): SimulatorResponse {
  const balance = (currency: string): number =>
    Number(account.balances.find((amount) => amount.currency === currency)?.amount ?? 0);
  return json({
    resellerId: account.id,
    resellerName: 'Simulated reseller',
    resellerGroupName: 'Standard',
    usdBalance: balance('USD'),
    tryBalance: balance('TRY'),
  });
}
