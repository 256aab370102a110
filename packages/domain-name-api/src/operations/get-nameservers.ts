import type { CallContext, DomainName, NameserverSet } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { readDomain } from './get-domain.js';
import { wrongShape } from './wrong-shape.js';

/** They come with the domain; the interface has no call of its own for them. */
export async function getNameservers(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<NameserverSet> {
  const { nameservers } = (await readDomain(client, domain, call)).details;
  if (nameservers !== undefined) return { domain, nameservers };
  throw wrongShape(call, 'the answer names no name servers');
}
