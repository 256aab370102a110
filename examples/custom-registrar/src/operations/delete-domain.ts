import type { CallContext, DomainName } from '@registrar-kit/core';
import * as z from 'zod';
import type { HarbourNamesClient } from '../harbour-names-client.js';

export async function deleteDomain(
  client: HarbourNamesClient,
  domain: DomainName,
  call: CallContext,
): Promise<void> {
  await client.send({ method: 'DELETE', path: 'domains/{domain}', domain }, z.object({}), call);
}
