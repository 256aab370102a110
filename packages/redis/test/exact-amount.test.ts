import { expect, it } from '@jest/globals';
import { addMoney, compareMoney, money } from '@registrar-kit/core';
import fc from 'fast-check';
import { fromGroups, toUnits } from '../src/exact-amount';

const amounts = fc
  .tuple(fc.bigInt(-(10n ** 23n) + 1n, 10n ** 23n - 1n), fc.integer({ min: 0, max: 8 }))
  .map(([digits, decimals]) => {
    const text = (digits < 0n ? -digits : digits).toString().padStart(24, '0');
    const fraction = text.slice(16, 16 + decimals);
    const whole = text.slice(1, 16);
    return money(`${digits < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`, 'USD');
  });

/** As the script adds: groups of seven digits apart, with floats. */
function addGroups(units: readonly string[]): string[] {
  const sums = [0, 0, 0, 0];
  for (const amount of units) {
    const sign = amount.startsWith('-') ? -1 : 1;
    let rest = amount.replace('-', '');
    for (let group = 0; rest !== ''; group++) {
      sums[group] = (sums[group] ?? 0) + sign * Number(rest.slice(-7));
      rest = rest.slice(0, -7);
    }
  }
  return sums.map((sum) => sum.toFixed(0));
}

it('adds any amounts exactly', () => {
  fc.assert(
    fc.property(fc.array(amounts, { minLength: 1, maxLength: 30 }), (list) => {
      const sum = fromGroups(addGroups(list.map(toUnits)), 'USD');
      expect(compareMoney(sum, list.reduce(addMoney))).toBe(0);
    }),
  );
});

it.each([
  ['10.87', '1087000000'],
  ['0.00000001', '1'],
  ['-0.2', '-20000000'],
  ['007.50', '750000000'],
  ['0', '0'],
])('writes %s in hundred-millionths', (amount, units) => {
  expect(toUnits(money(amount, 'USD'))).toBe(units);
});
