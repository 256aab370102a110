import { readCalendarDate, type CalendarDate } from '@registrar-kit/core';

const isoPattern =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * The calendar day of a .NET date, exactly as written. Domain Name API states no zone in `domains/info` and lists, and the
 * same moment was seen hours apart in two replies, so a date is never turned into an instant.
 *
 * `null` for the .NET "no date" (year 1) and for a missing value; `undefined` for text that is no date.
 */
export function fromDomainNameApiDate(text: string | undefined): CalendarDate | null | undefined {
  if (text === undefined || text === '' || text.startsWith('0001-')) return null;
  const day = isoPattern.exec(text)?.[1];
  return day === undefined ? undefined : readCalendarDate(day);
}
