import { isMoney, type Money } from '@registrar-kit/core';
import { decimalText, wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';

/** A JSON number, or text where the gateway should change its mind. */
export const amountSchema = wireField(z.union([z.number(), z.string()]));

/**
 * An amount with its currency, exact; `undefined` when one of them is missing or unusable. The vendor's own modules show the
 * Turkish lira as `TL`.
 */
export function toMoney(
  amount: number | string | undefined,
  currency: string | undefined,
): Money | undefined {
  if (amount === undefined || currency === undefined) return undefined;
  const code = currency.trim().toUpperCase();
  const value = { amount: decimalText(amount), currency: code === 'TL' ? 'TRY' : code };
  return isMoney(value) ? value : undefined;
}

/** The same of a price, which is never negative. */
export function toPrice(
  amount: number | string | undefined,
  currency: string | undefined,
): Money | undefined {
  const value = toMoney(amount, currency);
  return value?.amount.startsWith('-') === true ? undefined : value;
}
