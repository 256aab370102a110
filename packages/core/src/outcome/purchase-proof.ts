import type { CallContext } from '../driver/call-context.js';
import type { Receipt, RegistrarDriver } from '../driver/registrar-driver.js';
import type { PricedOperation } from '../operations/get-prices.js';
import type { Domain } from '../operations/get-domain.js';
import { daysBetween, type CalendarDate } from '../values/calendar-date.js';
import type { DomainStatus } from '../values/domain-status.js';
import type { PurchaseRecord } from './account-journal.js';
import type { GuardReading } from './operation-journal.js';
import { readStanding } from './read-standing.js';
import { proveTransfer, type TransferFailure } from './transfer-proof.js';

/** The receipt that a lost answer would have been; or that the order was accepted and has already ended. */
export type Proof = Receipt | TransferFailure;

// An account can still list a name that it lost; only these say that a registration stands.
const registered: readonly DomainStatus[] = ['active', 'pending', 'on_hold'];

/**
 * Reads whether a purchase happened. Only a positive reading is proof: the domain is ours and was not before, its expiry moved
 * by the years bought, it is out of redemption, or a transfer is there that was not. A negative reading proves nothing, since
 * the provider may commit later.
 *
 * @throws what the reading itself failed with, other than "not here"
 */
export async function proveByReading(
  driver: RegistrarDriver,
  record: PurchaseRecord,
  call: CallContext,
): Promise<Proof | undefined> {
  const { guard, operation, kind } = record;
  if (kind === 'transferDomain') return proveTransfer(driver, record, call);
  const domain = await readStanding(driver, operation.domain, call);
  if (domain === undefined || domain === 'absent') return undefined;
  const status = proofs[kind](guard, domain);
  if (status === undefined) return undefined;
  return { status, ...(domain.expiresOn === undefined ? {} : { expiresOn: domain.expiresOn }) };
}

const proofs: Readonly<
  Record<
    Exclude<PricedOperation, 'transferDomain'>,
    (guard: GuardReading, domain: Domain) => Receipt['status'] | undefined
  >
> = {
  registerDomain: ({ ownedBefore }, { status, owned }) => {
    if (ownedBefore !== false || owned === false || !registered.includes(status)) return undefined;
    return status === 'pending' ? 'pending' : 'done';
  },
  renewDomain: ({ expiresOn, years }, domain) =>
    hasMoved(expiresOn, domain.expiresOn, years) ? 'done' : undefined,
  restoreDomain: ({ expiresOn, statusBefore }, domain) => {
    const { status, owned } = domain;
    if (owned === false || statusBefore === undefined) return undefined;
    if (status === 'active') return 'done';
    // The date alone shows that it was paid, and the state that the registry has not followed yet.
    const moved = hasMoved(expiresOn, domain.expiresOn, 1);
    return status === 'restoring' || moved ? 'pending' : undefined;
  },
};

/** Vendors move the date by whole years, give or take leap days and time zones. */
function hasMoved(
  before: CalendarDate | undefined,
  now: CalendarDate | undefined,
  years: number,
): boolean {
  return before !== undefined && now !== undefined && daysBetween(before, now) >= years * 365 - 2;
}
