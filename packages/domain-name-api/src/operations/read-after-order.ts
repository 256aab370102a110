import { asRead, isRegistrarError, type CallContext, type DomainName } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import type { DomainFacts } from '../mapping/domain-object.js';
import { readDomain } from './get-domain.js';

/** The domain as it stands after an order; `undefined` when it cannot be read, which must not spoil the purchase. */
export async function readAfterOrder(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<DomainFacts['summary'] | undefined> {
  try {
    return (await readDomain(client, domain, asRead(call))).summary;
  } catch (error) {
    if (isRegistrarError(error)) return undefined;
    throw error;
  }
}
