import { describe, expect, it, test } from '@jest/globals';
import { quoteValue } from '@registrar-kit/core';
import fc from 'fast-check';

describe('quoteValue', () => {
  test.each([
    ['example', '"example"'],
    [7, '"7"'],
    [10n, '"10"'],
    [true, '"true"'],
    [null, '"null"'],
    [undefined, '"nothing"'],
    [['a'], '"a list"'],
    [{ apiKey: 'CANARY' }, '"an object"'],
    [() => 'CANARY', '"a function"'],
    ['a\u0000\u202eb\u200b', '"a\ufffd\ufffdb\ufffd"'],
  ])('shows %p as %s', (value, text) => {
    expect(quoteValue(value)).toBe(text);
  });

  it('is bounded, whole and visible whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.anything()),
        (value) => {
          const text = quoteValue(value);
          expect(text.length).toBeLessThanOrEqual(82);
          expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        },
      ),
    );
  });
});
