import {
  UnexpectedResponseError,
  type CallContext,
  type DomainName,
  type LockState,
} from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { readDomain } from './get-domain.js';

/** It comes with the domain. */
export async function getLock(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<LockState> {
  const { locked } = (await readDomain(client, domain, call)).summary;
  if (locked !== undefined) return { domain, locked };
  throw new UnexpectedResponseError({
    ...call.origin,
    kind: 'wrong_shape',
    detail: 'the answer does not say whether the domain is locked',
  });
}
