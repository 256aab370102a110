import type { CallContext, Receipt, RenewalOrder } from '@registrar-kit/core';
import { stillToWrite } from '../still-to-write.js';
import type { TemplateNamesClient } from '../template-names-client.js';

/** Renews a domain and charges the account. */
export function renewDomain(
  client: TemplateNamesClient,
  order: RenewalOrder,
  call: CallContext,
): Promise<Receipt> {
  const how =
    'send the order once and map the answer to a Receipt; what proves nothing must throw with effect `unknown`';
  return stillToWrite(call, 'renew-domain', how);
}
