import { parseCalendarDate, type CalendarDate, type Money } from '@registrar-kit/core';

/** `05/20/2021`, in lists and details. */
export function paddedDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-');
  return `${month}/${day}/${year}`;
}

/** `5/20/2021 8:06:00 AM`, after a renewal. */
export function dateWithTime(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${month}/${day}/${year} 8:06:00 AM`;
}

/** Charges and premium prices: four decimals. */
export function fourDecimals(amount: Money | undefined): string {
  return amount === undefined ? '0' : withDecimals(amount, 4);
}

/** Balances and price lists: two decimals. */
export function twoDecimals(amount: Money): string {
  return withDecimals(amount, 2);
}

function withDecimals({ amount }: Money, decimals: number): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  // More decimals than the vendor writes are kept: a simulator must not round money away.
  return `${whole}.${fraction.replace(/0+$/, '').padEnd(decimals, '0')}`;
}

/** Booleans; the few that stand in capitals are words of their own. */
export function lower(value: boolean): string {
  return value ? 'true' : 'false';
}

/** A date that never comes, in the two forms that were seen. */
export const never = { iso: '0001-01-01T00:00:00', slashes: '01/01/0001' } as const;

/** The day of an instant of the world. */
export function paddedDay(instant: string): string {
  return paddedDate(parseCalendarDate(instant.slice(0, 10)));
}
