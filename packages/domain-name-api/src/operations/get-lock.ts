import type { CallContext, DomainName, LockState } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { readDomain } from './get-domain.js';
import { wrongShape } from './wrong-shape.js';

/** It comes with the domain. */
export async function getLock(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<LockState> {
  const { locked } = (await readDomain(client, domain, call)).summary;
  if (locked !== undefined) return { domain, locked };
  throw wrongShape(call, 'the answer does not say whether the domain is locked');
}
