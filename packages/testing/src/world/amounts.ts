import { multiplyMoney, type Money } from '@registrar-kit/core';
import type { Amounts } from './world-tld.js';

/** The amount in one currency, or `undefined` where it is not sold in it. */
export function amountIn(amounts: Amounts, currency: string): Money | undefined {
  return amounts.find((amount) => amount.currency === currency);
}

/** An amount in dollars, and in lira at the exchange rate of this simulation (a round number, so that it stays exact). */
export function dollarsAndLira(dollars: string): Amounts {
  const lira = multiplyMoney({ amount: dollars, currency: 'TRY' }, liraPerDollar);
  return [{ amount: dollars, currency: 'USD' }, lira];
}

const liraPerDollar = 40;
