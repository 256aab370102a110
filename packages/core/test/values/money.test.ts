import { describe, expect, it, test } from '@jest/globals';
import {
  addMoney,
  compareMoney,
  formatMoney,
  isMoney,
  isRegistrarError,
  isZeroMoney,
  money,
  multiplyMoney,
  subtractMoney,
  type Money,
} from '@registrar-kit/core';
import fc from 'fast-check';
import { thrownBy } from '../support/thrown-by.js';

const usd = (amount: string): Money => money(amount, 'USD');

// Amounts as exact units of 10^-8, beside one of the texts that mean them.
const scale = 8;
const amounts = fc
  .record({
    negative: fc.boolean(),
    whole: fc.bigInt(0n, 10n ** 12n),
    decimals: fc.string({
      unit: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
      maxLength: scale,
    }),
  })
  .map(({ negative, whole, decimals }) => {
    const magnitude = whole * 10n ** BigInt(scale) + BigInt(decimals.padEnd(scale, '0'));
    const text = `${negative ? '-' : ''}${String(whole)}${decimals === '' ? '' : `.${decimals}`}`;
    return { text, units: negative ? -magnitude : magnitude };
  });

function unitsOf({ amount }: Money): bigint {
  const [whole = '', decimals = ''] = amount.split('.');
  return BigInt(whole + decimals.padEnd(scale, '0'));
}

describe('money', () => {
  test.each(['0', '10.87', '-0.2', '13000.0000', '0.00000001', '999999999999999.99999999'])(
    'keeps %s whole',
    (amount) => {
      expect(money(amount, 'USD')).toEqual({ amount, currency: 'USD' });
    },
  );

  test.each([
    ['', 'USD'],
    ['1,000.00', 'USD'],
    ['1e3', 'USD'],
    ['.5', 'USD'],
    ['5.', 'USD'],
    ['+1', 'USD'],
    ['--1', 'USD'],
    [' 1', 'USD'],
    ['1\n', 'USD'],
    ['NaN', 'USD'],
    ['1.123456789', 'USD'],
    ['1234567890123456', 'USD'],
    ['１', 'USD'],
    ['1', 'usd'],
    ['1', 'US'],
    ['1', 'USDT'],
    ['1', ''],
  ])('refuses %j %j', (amount, currency) => {
    const error = thrownBy(() => money(amount, currency));
    expect(isRegistrarError(error, 'INVALID_INPUT')).toBe(true);
  });

  it('refuses numbers, which are not exact', () => {
    const error = thrownBy(() => money(10.87 as never, 'USD'));
    expect((error as Error).message).toContain('not a number');
  });
});

describe('arithmetic', () => {
  it('is exact where floats are not', () => {
    expect(addMoney(usd('0.1'), usd('0.2'))).toEqual(usd('0.3'));
    expect(multiplyMoney(usd('1.005'), 100)).toEqual(usd('100.500'));
    expect(subtractMoney(usd('0.3'), usd('0.1'))).toEqual(usd('0.2'));
    expect(addMoney(usd('9007199254740993'.slice(0, 15)), usd('0.00000001')).amount).toBe(
      '900719925474099.00000001',
    );
  });

  it('agrees with whole-number arithmetic', () => {
    fc.assert(
      fc.property(
        amounts,
        amounts,
        fc.integer({ min: -1000, max: 1000 }),
        (left, right, factor) => {
          const [a, b] = [usd(left.text), usd(right.text)];
          expect(unitsOf(addMoney(a, b))).toBe(left.units + right.units);
          expect(unitsOf(subtractMoney(a, b))).toBe(left.units - right.units);
          expect(unitsOf(multiplyMoney(a, factor))).toBe(left.units * BigInt(factor));
          expect(Math.sign(compareMoney(a, b))).toBe(
            left.units < right.units ? -1 : left.units > right.units ? 1 : 0,
          );
          expect(isZeroMoney(a)).toBe(left.units === 0n);
          expect(isMoney(addMoney(a, b))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('compares values, not texts', () => {
    expect(compareMoney(usd('10.8700'), usd('10.87'))).toBe(0);
    expect(compareMoney(usd('9.99'), usd('10'))).toBeLessThan(0);
    expect(compareMoney(usd('-0.0'), usd('0'))).toBe(0);
  });

  test.each([compareMoney, addMoney, subtractMoney])(
    'has no answer for two currencies: %p',
    (operation) => {
      const error = thrownBy(() => operation(usd('1'), money('1', 'TRY')));
      expect(isRegistrarError(error, 'INVALID_INPUT')).toBe(true);
    },
  );

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    'multiplies by whole numbers only, not by %p',
    (factor) => {
      expect(isRegistrarError(thrownBy(() => multiplyMoney(usd('1'), factor)))).toBe(true);
    },
  );
});

describe('isMoney', () => {
  test.each([
    [{ amount: '1.00', currency: 'EUR' }, true],
    [JSON.parse(JSON.stringify(usd('1.50'))), true],
    [{ amount: 1, currency: 'EUR' }, false],
    [{ amount: '1.00' }, false],
    [{ amount: '1.00', currency: 'eur' }, false],
    ['1.00 EUR', false],
    [null, false],
    [undefined, false],
  ])('%j: %p', (value, answer) => {
    expect(isMoney(value)).toBe(answer);
  });
});

describe('formatMoney', () => {
  test.each([
    ['10.87', '10.87 USD'],
    ['10.8700', '10.87 USD'],
    ['10', '10.00 USD'],
    ['0.125', '0.125 USD'],
    ['-0.2', '-0.20 USD'],
  ])('shows %s as %s', (amount, text) => {
    expect(formatMoney(usd(amount))).toBe(text);
  });
});
