import type { CallContext, PriceReading, PriceRequest } from '@registrar-kit/core';
import { stillToWrite } from '../still-to-write.js';
import type { TemplateNamesClient } from '../template-names-client.js';

/** The exact price of one order, read anew: money follows. */
export function quote(
  client: TemplateNamesClient,
  request: PriceRequest,
  call: CallContext,
): Promise<PriceReading> {
  const how =
    'answer the price for all the years, and for registrations whether the name can be had';
  return stillToWrite(call, 'quote', how);
}
