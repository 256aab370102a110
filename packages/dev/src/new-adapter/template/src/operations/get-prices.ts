import type { CallContext, PricedOperation, TldPrice } from '@registrar-kit/core';
import { stillToWrite } from '../still-to-write.js';
import type { TemplateNamesClient } from '../template-names-client.js';

/** The standard prices, fees included. */
export function getPrices(
  client: TemplateNamesClient,
  request: {
    readonly tlds: readonly string[] | undefined;
    readonly operations: readonly PricedOperation[];
  },
  call: CallContext,
): Promise<readonly TldPrice[]> {
  const how = 'answer the prices that are asked for and leave out what has none';
  return stillToWrite(call, 'get-prices', how);
}
