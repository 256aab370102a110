import type { CallContext, Receipt, RestoreOrder } from '@registrar-kit/core';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import { extend } from './extend.js';

/** A rescue brings the domain back and holds one year. */
export function restoreDomain(
  client: HarbourNamesClient,
  { domain, reading }: RestoreOrder,
  call: CallContext,
): Promise<Receipt> {
  return extend(client, { kind: 'rescue', name: domain, years: 1 }, domain, reading, call);
}
