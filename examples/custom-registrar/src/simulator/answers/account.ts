import type { SimulatorResponse } from '@registrar-kit/testing';
import { toMinorUnits } from '../../mapping/minor-units.js';
import type { VendorCall } from '../vendor-call.js';
import { json } from '../vendor-reply.js';

/** Who calls, and what is left to spend. */
export function answerAccount({ account }: VendorCall): SimulatorResponse {
  return json({ account: account.id, balances: account.balances.map(toMinorUnits) });
}
