import type { Branded } from './brand.js';
import { quoteValue } from './quote-value.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';

/**
 * A day as `YYYY-MM-DD`. Registrars state dates without a time zone, so a date is never turned into an instant;
 * compare two dates only when they come from the same source.
 */
export type CalendarDate = Branded<'CalendarDate'>;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

/** The date when `text` is an existing day written `YYYY-MM-DD`, else `undefined`. */
export function readCalendarDate(text: string): CalendarDate | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, year, month, day] = match;
  return calendarDateOf(Number(year), Number(month), Number(day));
}

/** The date of a year, a month (1–12) and a day, or `undefined` when there is no such day. */
export function calendarDateOf(year: number, month: number, day: number): CalendarDate | undefined {
  // Beyond four digits the text would no longer be YYYY-MM-DD.
  if (!(year >= 0 && year <= 9999)) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? (date.toISOString().slice(0, 10) as CalendarDate) : undefined;
}

/** Parses `YYYY-MM-DD`. @throws {@link InvalidInputError} when it is not an existing day in that form. */
export function parseCalendarDate(text: string): CalendarDate {
  const date = typeof text === 'string' ? readCalendarDate(text) : undefined;
  if (date !== undefined) return date;
  throw new InvalidInputError({
    provider: 'registrar-kit',
    operation: 'parseCalendarDate',
    issues: [
      {
        path: 'date',
        problem: `${quoteValue(text)} is not an existing day`,
        cure: 'write it as YYYY-MM-DD',
      },
    ],
  });
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/**
 * The same day `years` later; 29 February becomes 28 February where the year has none.
 *
 * @throws {@link InvalidInputError} when that is no year from 0000 to 9999.
 */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  const year = Number(date.slice(0, 4)) + years;
  const day = `${String(year).padStart(4, '0')}${date.slice(4)}`;
  return readCalendarDate(day) ?? parseCalendarDate(day.replace(/-02-29$/, '-02-28'));
}
