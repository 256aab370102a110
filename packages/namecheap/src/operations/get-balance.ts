import { money, type Balance, type CallContext } from '@registrar-kit/core';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { amountText, namecheapCurrency } from '../mapping/namecheap-amount.js';

const balanceSchema = z.object({ AvailableBalance: amountText });
const currencySchema = z.object({
  Currency: z.string().regex(/^[A-Z]{3}$/, 'is not a currency code'),
});

/** https://www.namecheap.com/support/api/methods/users/get-balances/ */
export function getBalance(client: NamecheapClient, call: CallContext): Promise<Balance> {
  return client.send('namecheap.users.getBalances', {}, toBalance, call);
}

function toBalance(reply: NamecheapReply): Balance {
  const result = reply.result('UserGetBalancesResult');
  const { AvailableBalance } = reply.required(result, balanceSchema);
  const { Currency } = reply.optional(result, currencySchema);
  if (Currency === undefined)
    reply.drift('UserGetBalancesResult.Currency', 'no currency is stated; USD is assumed');
  return { available: [money(AvailableBalance, Currency ?? namecheapCurrency)] };
}
