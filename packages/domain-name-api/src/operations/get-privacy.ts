import type { CallContext, DomainName, PrivacyState } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { readDomain } from './get-domain.js';
import { wrongShape } from './wrong-shape.js';

/** It comes with the domain. */
export async function getPrivacy(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<PrivacyState> {
  const { privacy } = (await readDomain(client, domain, call)).summary;
  if (privacy !== undefined) return { domain, privacy };
  throw wrongShape(call, 'the answer does not say whether the contacts are hidden');
}
