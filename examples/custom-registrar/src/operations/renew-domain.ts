import type { CallContext, Receipt, RenewalOrder } from '@registrar-kit/core';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import { extend } from './extend.js';

export function renewDomain(
  client: HarbourNamesClient,
  { domain, years, reading }: RenewalOrder,
  call: CallContext,
): Promise<Receipt> {
  return extend(client, { kind: 'renewal', name: domain, years }, domain, reading, call);
}
