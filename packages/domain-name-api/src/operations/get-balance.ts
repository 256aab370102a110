import type { Balance, CallContext } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { toMoney } from '../mapping/amount.js';
import { readAccount } from './read-account.js';
import { wrongShape } from './wrong-shape.js';

const balanceFields = { usdBalance: 'USD', tryBalance: 'TRY' } as const;

/** Both deposits of the account. */
export async function getBalance(client: DomainNameApiClient, call: CallContext): Promise<Balance> {
  const { balances, drift } = await readAccount(client, call);
  const available = Object.entries(balanceFields).flatMap(([field, currency]) => {
    const amount = toMoney(balances[field as keyof typeof balanceFields], currency);
    if (amount === undefined) drift(field, 'is missing or not an amount');
    return amount ?? [];
  });
  if (available.length > 0) return { available };
  throw wrongShape(call, 'the answer states no balance');
}
