import { daysBetween, type CalendarDate, type DomainStatus } from '@registrar-kit/core';
import type { WorldDomain } from './world-domain.js';
import type { WorldLifecycle } from './world-tld.js';

/** Where a domain stands on a day, by its dates alone; the day of expiry itself still counts as active. */
export function statusOfDay(
  { expiresOn, deletedOn }: Pick<WorldDomain, 'expiresOn' | 'deletedOn'>,
  today: CalendarDate,
  { renewGraceDays, redemptionDays, pendingDeleteDays }: WorldLifecycle,
): DomainStatus {
  // A deletion skips the days of grace; its own day is the first one of redemption.
  if (deletedOn !== undefined)
    return leavingStatus(daysBetween(deletedOn, today) + 1, redemptionDays, pendingDeleteDays);
  const daysOver = daysBetween(expiresOn, today);
  if (daysOver <= 0) return 'active';
  if (daysOver <= renewGraceDays) return 'expired';
  return leavingStatus(daysOver - renewGraceDays, redemptionDays, pendingDeleteDays);
}

/** `day` counts from 1. */
function leavingStatus(day: number, redemptionDays: number, pendingDeleteDays: number) {
  if (day <= redemptionDays) return 'redemption';
  return day <= redemptionDays + pendingDeleteDays ? 'deleting' : 'deleted';
}
