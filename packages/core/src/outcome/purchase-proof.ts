import type { CallContext } from '../driver/call-context.js';
import type { Receipt, RegistrarDriver } from '../driver/registrar-driver.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import { daysBetween } from '../values/calendar-date.js';
import type { JournalRow } from './operation-journal.js';

/**
 * Reads whether a purchase happened. Only a positive reading is proof: the domain is ours and was not before, or its expiry
 * moved by the years bought. A negative reading proves nothing, since the provider may commit later.
 *
 * @returns the receipt that the lost answer would have been, or `undefined` without proof.
 */
export async function proveByReading(
  driver: RegistrarDriver,
  row: JournalRow,
  call: CallContext,
): Promise<Receipt | undefined> {
  const { guard, operation, kind } = row;
  if (driver.getDomain === undefined) return undefined;
  try {
    const domain = await driver.getDomain(operation.domain, call);
    const expiry = domain.expiresOn === undefined ? {} : { expiresOn: domain.expiresOn };
    if (kind === 'registerDomain' && guard.ownedBefore === false && domain.owned !== false) {
      return { status: domain.status === 'pending' ? 'pending' : 'done', ...expiry };
    }
    if (kind === 'renewDomain' && guard.expiresOn !== undefined && domain.expiresOn !== undefined) {
      // Vendors move the date by whole years, give or take leap days and time zones.
      const moved = daysBetween(guard.expiresOn, domain.expiresOn) >= guard.years * 365 - 2;
      return moved ? { status: 'done', ...expiry } : undefined;
    }
    return undefined;
  } catch (error) {
    if (isRegistrarError(error)) return undefined;
    throw error;
  }
}
