import type { CallContext } from '../driver/call-context.js';
import type { Receipt, RegistrarDriver } from '../driver/registrar-driver.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import type { Domain } from '../operations/get-domain.js';
import { daysBetween } from '../values/calendar-date.js';
import type { DomainStatus } from '../values/domain-status.js';
import type { JournalRow } from './operation-journal.js';

// An account can still list a name that it lost; only these say that a registration stands.
const registered: readonly DomainStatus[] = ['active', 'pending', 'on_hold'];

/**
 * Reads whether a purchase happened. Only a positive reading is proof: the domain is ours and was not before, or its expiry
 * moved by the years bought. A negative reading proves nothing, since the provider may commit later.
 *
 * @returns the receipt that the lost answer would have been, or `undefined` without proof.
 * @throws what the reading itself failed with, other than "not found"
 */
export async function proveByReading(
  driver: RegistrarDriver,
  row: JournalRow,
  call: CallContext,
): Promise<Receipt | undefined> {
  const { guard, operation, kind } = row;
  if (driver.getDomain === undefined) return undefined;
  let domain: Domain;
  try {
    domain = await driver.getDomain(operation.domain, call);
  } catch (error) {
    if (isRegistrarError(error, 'DOMAIN_NOT_FOUND')) return undefined;
    throw error;
  }
  const { status, expiresOn, owned } = domain;
  const expiry = expiresOn === undefined ? {} : { expiresOn };
  if (kind === 'registerDomain' && guard.ownedBefore === false) {
    if (owned === false || !registered.includes(status)) return undefined;
    return { status: status === 'pending' ? 'pending' : 'done', ...expiry };
  }
  if (kind === 'renewDomain' && guard.expiresOn !== undefined && expiresOn !== undefined) {
    // Vendors move the date by whole years, give or take leap days and time zones.
    const moved = daysBetween(guard.expiresOn, expiresOn) >= guard.years * 365 - 2;
    return moved ? { status: 'done', ...expiry } : undefined;
  }
  return undefined;
}
