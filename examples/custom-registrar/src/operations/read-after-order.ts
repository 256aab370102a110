import {
  asRead,
  isRegistrarError,
  type CallContext,
  type Domain,
  type DomainName,
} from '@registrar-kit/core';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import { getDomain } from './get-domain.js';

/** The domain as it stands after an order; `undefined` when it cannot be read, which must not spoil the purchase. */
export async function readAfterOrder(
  client: HarbourNamesClient,
  domain: DomainName,
  call: CallContext,
): Promise<Domain | undefined> {
  try {
    return await getDomain(client, domain, asRead(call));
  } catch (error) {
    if (isRegistrarError(error)) return undefined;
    throw error;
  }
}
