import type { AccessReport, CallContext } from '@registrar-kit/core';
import type { NamecheapClient } from '../namecheap-client.js';
import { getBalance } from './get-balance.js';

/** The cheapest command that needs key, user and address: nothing in the interface only says who one is. */
export async function verifyAccess(
  client: NamecheapClient,
  call: CallContext,
): Promise<Omit<AccessReport, 'environment'>> {
  await getBalance(client, call);
  return { account: client.userName };
}
