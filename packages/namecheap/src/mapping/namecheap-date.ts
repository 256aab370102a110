import { calendarDateOf, type CalendarDate } from '@registrar-kit/core';
import * as z from 'zod';

// `05/20/2021`, and after a renewal `10/2/2017 8:06:00 AM`.
const americanForm = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: \d{1,2}:\d{2}:\d{2}(?: [AP]M)?)?$/;
// `0001-01-01T00:00:00`, in skeletons and subscriptions.
const isoForm = /^(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+)?$/;

/**
 * A date in any of the forms that Namecheap writes. It names no time zone, so a time of day is dropped.
 * Empty text and the year 1 mean "none" and become `undefined`.
 */
export const namecheapDate = z.string().transform((text, context): CalendarDate | undefined => {
  if (text === '') return undefined;
  const [year, month, day] = partsOf(text);
  if (year === 1) return undefined;
  const date =
    year === undefined || month === undefined || day === undefined
      ? undefined
      : calendarDateOf(year, month, day);
  if (date === undefined) context.addIssue({ code: 'custom', message: 'is not a date' });
  return date;
});

function partsOf(text: string): readonly (number | undefined)[] {
  const american = americanForm.exec(text);
  if (american !== null) return [american[3], american[1], american[2]].map(Number);
  const iso = isoForm.exec(text);
  return iso === null ? [] : [iso[1], iso[2], iso[3]].map(Number);
}
