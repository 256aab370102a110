import { InvalidInputError } from '../errors/invalid-input-error.js';
import { quoteValue } from './quote-value.js';

/**
 * An exact amount: the vendor's decimal text kept whole, beside an ISO 4217 currency code.
 *
 * Never a float: `10.8700` stays `10.8700`. Compare with {@link compareMoney}, not with `===` on the amounts.
 */
export interface Money {
  /** Decimal text such as `10.87`, `-0.2` or `13000.0000`. */
  readonly amount: string;
  /** ISO 4217 code in capitals, such as `USD`. */
  readonly currency: string;
}

const amountPattern = /^-?\d{1,15}(?:\.\d{1,8})?$/;
const currencyPattern = /^[A-Z]{3}$/;

/**
 * Makes a {@link Money} from decimal text.
 *
 * @throws {@link InvalidInputError} when the amount is not plain decimal text or the currency is not three capitals.
 */
export function money(amount: string, currency: string): Money {
  if (typeof amount !== 'string' || !amountPattern.test(amount)) {
    throw invalidMoney(
      'amount',
      amount,
      'give decimal text such as "10.87", not a number and without separators',
    );
  }
  if (typeof currency !== 'string' || !currencyPattern.test(currency)) {
    throw invalidMoney('currency', currency, 'give an ISO 4217 code such as "USD"');
  }
  return { amount, currency };
}

/** Whether a value has the shape of {@link Money}; for data that came back from JSON. */
export function isMoney(value: unknown): value is Money {
  if (typeof value !== 'object' || value === null) return false;
  const { amount, currency } = value as { amount?: unknown; currency?: unknown };
  return (
    typeof amount === 'string' &&
    amountPattern.test(amount) &&
    typeof currency === 'string' &&
    currencyPattern.test(currency)
  );
}

/**
 * Negative when `left` is less, zero when both are the same amount, positive when `left` is more.
 *
 * @throws {@link InvalidInputError} when the currencies differ: amounts in two currencies have no order.
 */
export function compareMoney(left: Money, right: Money): number {
  const [a, b] = align(left, right);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The exact sum, with as many decimals as the longer of the two. */
export function addMoney(left: Money, right: Money): Money {
  const [a, b, scale] = align(left, right);
  return { amount: toText(a + b, scale), currency: left.currency };
}

/** The exact difference `left − right`. */
export function subtractMoney(left: Money, right: Money): Money {
  const [a, b, scale] = align(left, right);
  return { amount: toText(a - b, scale), currency: left.currency };
}

/** The exact product with a whole number, such as a price per year times the years. */
export function multiplyMoney(value: Money, factor: number): Money {
  if (!Number.isSafeInteger(factor)) {
    throw invalidMoney('factor', factor, 'multiply by a whole number');
  }
  const scale = decimalsOf(value.amount);
  return {
    amount: toText(toUnits(value.amount, scale) * BigInt(factor), scale),
    currency: value.currency,
  };
}

/** Whether the amount is zero, however it is written (`0`, `0.0`, `0.0000`). */
export function isZeroMoney(value: Money): boolean {
  return !/[1-9]/.test(value.amount);
}

/** Text for people, with at least two decimals and no needless zeros: `10.87 USD`. */
export function formatMoney(value: Money): string {
  const [whole = '0', decimals = ''] = value.amount.split('.');
  return `${whole}.${decimals.replace(/0+$/, '').padEnd(2, '0')} ${value.currency}`;
}

function align(left: Money, right: Money): [bigint, bigint, number] {
  if (left.currency !== right.currency) {
    throw invalidMoney(
      'currency',
      right.currency,
      `use ${left.currency}, the currency of the other amount`,
    );
  }
  const scale = Math.max(decimalsOf(left.amount), decimalsOf(right.amount));
  return [toUnits(left.amount, scale), toUnits(right.amount, scale), scale];
}

function decimalsOf(amount: string): number {
  const point = amount.indexOf('.');
  return point < 0 ? 0 : amount.length - point - 1;
}

function toUnits(amount: string, scale: number): bigint {
  const [whole = '0', decimals = ''] = amount.split('.');
  return BigInt(whole + decimals.padEnd(scale, '0'));
}

function toText(units: bigint, scale: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(digits.length - scale)}`;
}

function invalidMoney(path: string, value: unknown, cure: string): InvalidInputError {
  return new InvalidInputError({
    provider: 'registrar-kit',
    operation: 'parseMoney',
    issues: [
      {
        path,
        problem: `${quoteValue(value)} is not usable as a money ${path}`,
        cure,
      },
    ],
  });
}
