import { describe, expect, it } from '@jest/globals';
import { decimalText } from '@registrar-kit/provider-kit';
import fc from 'fast-check';

describe('decimalText', () => {
  it.each([
    [12.5, '12.5'],
    [0, '0'],
    [-0, '0'],
    [10.87, '10.87'],
    [-3.2, '-3.2'],
    [13_000, '13000'],
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
    ['10.8700', '10.8700'],
    [' 0 ', '0'],
    ['-1.5', '-1.5'],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [1e21, undefined],
    [2 ** 53 + 2, undefined],
    ['', undefined],
    ['1e3', undefined],
    ['1,234.56', undefined],
    ['1.', undefined],
    ['.5', undefined],
    ['USD 5', undefined],
    ['0x10', undefined],
  ])('%j is %j', (value, text) => {
    expect(decimalText(value)).toBe(text);
  });

  it('stands for the same number, without an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), (value) => {
        const text = decimalText(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text) === value).toBe(true);
      }),
    );
  });
});
