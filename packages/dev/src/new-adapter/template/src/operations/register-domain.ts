import type { CallContext, Receipt, RegistrationOrder } from '@registrar-kit/core';
import { stillToWrite } from '../still-to-write.js';
import type { TemplateNamesClient } from '../template-names-client.js';

/** Registers a domain and charges the account. */
export function registerDomain(
  client: TemplateNamesClient,
  order: RegistrationOrder,
  call: CallContext,
): Promise<Receipt> {
  const how =
    'send the order once and map the answer to a Receipt; what proves nothing must throw with effect `unknown`';
  return stillToWrite(call, 'register-domain', how);
}
