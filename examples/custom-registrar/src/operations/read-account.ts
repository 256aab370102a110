import type { CallContext } from '@registrar-kit/core';
import * as z from 'zod';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import { minorUnitsSchema } from '../mapping/minor-units.js';

const accountSchema = z.object({ account: z.string(), balances: z.array(minorUnitsSchema) });

/** Who the vendor takes us for, and what is left to spend. */
export function readAccount(
  client: HarbourNamesClient,
  call: CallContext,
): Promise<z.output<typeof accountSchema>> {
  return client.send({ method: 'GET', path: 'account' }, accountSchema, call);
}
