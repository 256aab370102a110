import { daysBetween, type CalendarDate, type DomainStatus } from '@registrar-kit/core';
import type { WorldLifecycle } from './world-tld.js';

/** Where a domain stands on a day, by its date alone; the day of expiry itself still counts as active. */
export function statusOnDay(
  expiresOn: CalendarDate,
  today: CalendarDate,
  lifecycle: WorldLifecycle,
): DomainStatus {
  const { renewGraceDays, redemptionDays, pendingDeleteDays } = lifecycle;
  const daysOver = daysBetween(expiresOn, today);
  if (daysOver <= 0) return 'active';
  if (daysOver <= renewGraceDays) return 'expired';
  if (daysOver <= renewGraceDays + redemptionDays) return 'redemption';
  if (daysOver <= renewGraceDays + redemptionDays + pendingDeleteDays) return 'deleting';
  return 'deleted';
}
