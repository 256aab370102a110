import { isMoney, isZeroMoney, type Money } from '@registrar-kit/core';
import * as z from 'zod';

/**
 * Prices of orders and premium names carry no currency on the wire; all evidence is in US dollars, and so are the accounts.
 */
export const namecheapCurrency = 'USD';

function isAmount(text: string): boolean {
  return isMoney({ amount: text, currency: namecheapCurrency });
}

/** The vendor's own decimal text. */
export const amountText = z.string().refine(isAmount, 'is not an amount');

/** A price, a fee or a charge: never negative. It may be empty, which becomes `undefined`. */
export const optionalAmount = z
  .string()
  .refine((text) => text === '' || (isAmount(text) && !text.startsWith('-')), 'is not an amount')
  .transform((text) => (text === '' ? undefined : text));

/** An amount in US dollars; empty text becomes `undefined`. Read in one step, since a large answer has very many. */
export const usdAmount = z.string().transform((amount, context): Money | undefined => {
  if (amount === '') return undefined;
  const money = { amount, currency: namecheapCurrency };
  if (isMoney(money) && !amount.startsWith('-')) return money;
  context.addIssue({ code: 'custom', message: 'is not an amount' });
  return z.NEVER;
});

/** The amount, unless it is zero: a premium price, a fee or a list price of zero means that there is none. */
export function unlessZero(amount: Money | undefined): Money | undefined {
  return amount === undefined || isZeroMoney(amount) ? undefined : amount;
}
