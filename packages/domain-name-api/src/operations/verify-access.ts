import type { AccessReport, CallContext } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { readAccount } from './read-account.js';

export async function verifyAccess(
  client: DomainNameApiClient,
  call: CallContext,
): Promise<Omit<AccessReport, 'environment'>> {
  const { account, drift } = await readAccount(client, call);
  if (account.toLowerCase() !== client.scope.account) {
    drift('resellerId', 'is another one than was sent');
  }
  return { account };
}
