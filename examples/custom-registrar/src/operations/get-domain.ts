import type { CallContext, Domain, DomainName } from '@registrar-kit/core';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import { domainOf, domainRowSchema } from '../mapping/domain-row.js';

export async function getDomain(
  client: HarbourNamesClient,
  domain: DomainName,
  call: CallContext,
): Promise<Domain> {
  const request = { method: 'GET', path: 'domains/{domain}', domain } as const;
  return domainOf(domain, await client.send(request, domainRowSchema, call));
}
