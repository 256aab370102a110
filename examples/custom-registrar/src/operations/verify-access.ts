import type { AccessReport, CallContext } from '@registrar-kit/core';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import { readAccount } from './read-account.js';

/** The cheapest call that needs the credentials. */
export async function verifyAccess(
  client: HarbourNamesClient,
  call: CallContext,
): Promise<Omit<AccessReport, 'environment'>> {
  const { account } = await readAccount(client, call);
  return { account };
}
