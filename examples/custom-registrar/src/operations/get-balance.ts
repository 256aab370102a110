import type { Balance, CallContext } from '@registrar-kit/core';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import { fromMinorUnits } from '../mapping/minor-units.js';
import { readAccount } from './read-account.js';

export async function getBalance(client: HarbourNamesClient, call: CallContext): Promise<Balance> {
  const { balances } = await readAccount(client, call);
  return { available: balances.map(fromMinorUnits) };
}
