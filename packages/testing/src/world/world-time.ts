import { parseCalendarDate, type CalendarDate, type Clock } from '@registrar-kit/core';

/** ISO instant (UTC) of the clock. */
export function instantOf(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}

/** The day by the clock, in UTC. */
export function dayOf(clock: Clock): CalendarDate {
  return parseCalendarDate(instantOf(clock).slice(0, 10));
}
