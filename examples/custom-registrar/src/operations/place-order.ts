import {
  UnexpectedResponseError,
  type CallContext,
  type PriceReading,
  type Receipt,
} from '@registrar-kit/core';
import { wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import { fromMinorUnits, minorUnitsSchema, toMinorUnits } from '../mapping/minor-units.js';
import type { OrderKind } from '../mapping/order-kind.js';

/** What an order says, whatever is bought. */
export interface OrderBody {
  readonly kind: OrderKind;
  readonly name: string;
  readonly years: number;
  readonly [field: string]: unknown;
}

const orderSchema = z.object({
  order: z.string(),
  name: z.string(),
  state: z.enum(['queued', 'completed']),
  charged: wireField(minorUnitsSchema),
  /** Switches that were wished and that the ending does not have. */
  ignored: wireField(z.array(z.string())),
});

/** An accepted order. */
export interface PlacedOrder {
  readonly completed: boolean;
  readonly ignored: readonly string[];
  readonly receipt: Pick<Receipt, 'vendorRef' | 'charged'>;
}

/**
 * Places an order, once. The price is repeated, so that the vendor refuses an order that has become dearer since it was read.
 *
 * @param personal - what of the body must not come back in a message
 */
export async function placeOrder(
  client: HarbourNamesClient,
  body: OrderBody,
  { price }: PriceReading,
  call: CallContext,
  personal: readonly string[] = [],
): Promise<PlacedOrder> {
  const accept = toMinorUnits(price);
  const request = { method: 'POST', path: 'orders', body: { ...body, accept }, personal } as const;
  const {
    order,
    name,
    state,
    charged,
    ignored = [],
  } = await client.send(request, orderSchema, call);
  if (name !== body.name)
    throw new UnexpectedResponseError({
      ...call.origin,
      kind: 'wrong_shape',
      detail: 'the answer to the order is about another domain, so that it proves nothing',
      effect: 'unknown',
    });
  const taken = charged === undefined ? {} : { charged: fromMinorUnits(charged) };
  return { completed: state === 'completed', ignored, receipt: { vendorRef: order, ...taken } };
}
