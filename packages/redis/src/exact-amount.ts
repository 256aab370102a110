import type { Money } from '@registrar-kit/core';

/** Money has at most 8 decimals and 15 digits before them. */
const decimals = 8;

/** An amount in whole hundred-millionths, as text: `10.87` is `1087000000`. */
export function toUnits({ amount }: Money): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0')).toString();
}

/**
 * The amount that a script added up. Its numbers are floats, exact up to 2^53 only, so it adds groups of seven digits apart,
 * lowest first, and leaves the carrying to us.
 */
export function fromGroups(groups: readonly string[], currency: string): Money {
  const units = groups.reduceRight((sum, group) => sum * 10_000_000n + BigInt(group), 0n);
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, -decimals);
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  const amount = fraction === '' ? whole : `${whole}.${fraction}`;
  return { amount: units < 0n ? `-${amount}` : amount, currency };
}
