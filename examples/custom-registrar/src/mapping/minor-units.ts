import { money, type Money } from '@registrar-kit/core';
import * as z from 'zod';

/** An amount as the vendor writes it: 1048 with scale 2 is 10.48. */
export const minorUnitsSchema = z.object({
  minor: z.int(),
  scale: z.int().min(0).max(8),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

export type MinorUnits = z.output<typeof minorUnitsSchema>;

/** Moves the point in the text, so that no float is ever made. */
export function fromMinorUnits({ minor, scale, currency }: MinorUnits): Money {
  const sign = minor < 0 ? '-' : '';
  const digits = String(Math.abs(minor)).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const decimals = digits.slice(digits.length - scale);
  return money(`${sign}${whole}${scale === 0 ? '' : `.${decimals}`}`, currency);
}

export function toMinorUnits({ amount, currency }: Money): MinorUnits {
  const [whole = '0', decimals = ''] = amount.split('.');
  return { minor: Number(whole + decimals), scale: decimals.length, currency };
}
