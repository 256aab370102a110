import type { SimulatorResponse } from '@registrar-kit/testing';
import type { VendorCall } from '../vendor-call.js';
import { json } from '../vendor-reply.js';

/** Who calls. */
export function answerAccount({ account }: VendorCall): SimulatorResponse {
  return json({ account: account.id });
}
