import { describe, expect, it } from '@jest/globals';
import { money } from '@registrar-kit/core';
import { fromMinorUnits, toMinorUnits } from '../src/mapping/minor-units.js';

describe('amounts in minor units', () => {
  it.each([
    [1048, 2, '10.48'],
    [5, 3, '0.005'],
    [0, 2, '0.00'],
    [-20, 1, '-2.0'],
    [-2, 1, '-0.2'],
    [1300, 0, '1300'],
  ])('%i with scale %i is %s, and back', (minor, scale, amount) => {
    const units = { minor, scale, currency: 'USD' };
    expect(fromMinorUnits(units)).toEqual(money(amount, 'USD'));
    expect(toMinorUnits(money(amount, 'USD'))).toEqual(units);
  });
});
