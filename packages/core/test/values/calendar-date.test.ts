import { describe, expect, it, test } from '@jest/globals';
import {
  addYears,
  calendarDateOf,
  daysBetween,
  isRegistrarError,
  parseCalendarDate,
  readCalendarDate,
} from '@registrar-kit/core';
import fc from 'fast-check';
import { thrownBy } from '../support/thrown-by.js';

const day = parseCalendarDate;
const days = fc
  .date({
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('readCalendarDate', () => {
  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '2027-01-01', '0000-01-01', '9999-12-31'])(
    'reads %s',
    (text) => {
      expect(readCalendarDate(text)).toBe(text);
    },
  );

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-04-31',
    '2026-1-1',
    '26-01-01',
    '2026/01/01',
    '01-01-2026',
    ' 2026-01-01',
    '2026-01-01\n',
    '2026-01-01T00:00:00Z',
    '12026-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(readCalendarDate(text)).toBeUndefined();
  });
});

describe('calendarDateOf', () => {
  it('gives existing days only', () => {
    expect(calendarDateOf(2024, 2, 29)).toBe('2024-02-29');
    expect(calendarDateOf(99, 1, 1)).toBe('0099-01-01');
    expect(calendarDateOf(2023, 2, 29)).toBeUndefined();
    expect(calendarDateOf(2023, 1.5, 1)).toBeUndefined();
    expect(calendarDateOf(Number.NaN, 1, 1)).toBeUndefined();
    expect(calendarDateOf(10_000, 1, 1)).toBeUndefined();
    expect(calendarDateOf(-1, 1, 1)).toBeUndefined();
  });
});

describe('parseCalendarDate', () => {
  test.each([['2026-02-30'], [20_260_101], [undefined], [new Date(0)]])('refuses %p', (value) => {
    const error = thrownBy(() => parseCalendarDate(value as string));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues[0]?.cure).toBe(
      'write it as YYYY-MM-DD',
    );
  });
});

describe('daysBetween', () => {
  test.each([
    ['2026-01-01', '2027-01-01', 365],
    ['2024-01-01', '2025-01-01', 366],
    ['2025-12-31', '2026-01-01', 1],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-01-01', '2025-12-31', -1],
    ['2026-05-05', '2026-05-05', 0],
  ])('from %s to %s there are %p', (from, to, count) => {
    expect(daysBetween(day(from), day(to))).toBe(count);
  });
});

describe('addYears', () => {
  test.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2023-02-28', 1, '2024-02-28'],
    ['2025-12-31', 1, '2026-12-31'],
    ['2026-10-29', 10, '2036-10-29'],
    ['2026-10-29', -1, '2025-10-29'],
  ])('%s and %p years make %s', (date, years, sum) => {
    expect(addYears(day(date), years)).toBe(sum);
  });

  test.each([
    ['9999-01-29', 1],
    ['0000-01-01', -1],
    ['2026-01-01', 0.5],
  ])('has no answer for %s and %p years', (date, years) => {
    expect(
      isRegistrarError(
        thrownBy(() => addYears(day(date), years)),
        'INVALID_INPUT',
      ),
    ).toBe(true);
  });

  it('moves a date by whole years, at most a day less than the calendar has', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 10 }), (date, years) => {
        fc.pre(Number(date.slice(0, 4)) + years <= 9999);
        const later = addYears(date, years);
        expect(readCalendarDate(later)).toBe(later);
        // What a renewal is recognised by.
        expect(daysBetween(date, later)).toBeGreaterThanOrEqual(years * 365 - 2);
        expect(daysBetween(date, later)).toBeLessThanOrEqual(years * 366);
      }),
    );
  });
});
