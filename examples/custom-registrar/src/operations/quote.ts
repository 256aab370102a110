import type { CallContext, PriceReading, PriceRequest } from '@registrar-kit/core';
import * as z from 'zod';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import { fromMinorUnits, minorUnitsSchema } from '../mapping/minor-units.js';
import { orderKinds } from '../mapping/order-kind.js';

const quoteSchema = z.object({ total: minorUnitsSchema, premium: z.boolean(), early: z.boolean() });

/** The price of one order, read anew. The vendor quotes no registration of a name that cannot be had. */
export async function quote(
  client: HarbourNamesClient,
  { operation, domain, years }: PriceRequest,
  call: CallContext,
): Promise<PriceReading> {
  const body = { kind: orderKinds[operation], name: domain, years };
  const request = { method: 'POST', path: 'quotes', body } as const;
  const { total, premium, early } = await client.send(request, quoteSchema, call);
  return {
    price: fromMinorUnits(total),
    premium,
    earlyAccess: early,
    ...(operation === 'registerDomain'
      ? { availability: { domain, availability: 'available' } }
      : {}),
  };
}
