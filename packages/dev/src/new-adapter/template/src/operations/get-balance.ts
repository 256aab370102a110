import type { Balance, CallContext } from '@registrar-kit/core';
import { stillToWrite } from '../still-to-write.js';
import type { TemplateNamesClient } from '../template-names-client.js';

/** What can be spent, one amount for each currency. */
export function getBalance(client: TemplateNamesClient, call: CallContext): Promise<Balance> {
  const how =
    'answer what the vendor states, never through a float: take its decimal text, or see decimalText of provider-kit';
  return stillToWrite(call, 'get-balance', how);
}
