import type { CallContext } from '../driver/call-context.js';
import type { Receipt, RegistrarDriver } from '../driver/registrar-driver.js';
import type { Transfer, TransferCause } from '../operations/transfers.js';
import type { PurchaseRecord } from './account-journal.js';
import type { TransferBefore } from './operation-journal.js';
import { readStanding, readTransfer } from './read-standing.js';

/** A transfer that was accepted and ended without the domain. */
export interface TransferFailure {
  readonly status: 'failed';
  readonly vendorRef?: string;
  readonly cause?: TransferCause;
  readonly reason?: string;
}

// A provider without numbers of transfers can still show the one before for a while.
const staleMs = 10 * 60 * 1000;

/** Reads whether a transfer was ordered: one is there that was not, or the domain is here and was not. */
export async function proveTransfer(
  driver: RegistrarDriver,
  { guard, operation }: PurchaseRecord,
  call: CallContext,
): Promise<Receipt | TransferFailure | undefined> {
  const { transferBefore: before, ownedBefore } = guard;
  const { domain } = operation;
  if (before !== undefined) {
    const transfer = await readTransfer(driver, { domain, transferId: undefined }, call);
    if (isTransfer(transfer) && isAnother(before, transfer)) return toProof(transfer);
    // The one before was started again, so that the domain is here by that one.
    if (isTransfer(transfer) && isSame(before, transfer) && transfer.status !== 'failed')
      return undefined;
  }
  if (ownedBefore !== false) return undefined;
  const standing = await readStanding(driver, domain, call);
  if (standing === undefined || standing === 'absent' || standing.owned === false) return undefined;
  if (standing.status === 'transfer_in') return { status: 'pending' };
  return standing.status === 'active' ? { status: 'done' } : undefined;
}

/** How the transfer that was ordered stands now; `undefined` when no reading says it clearly. */
export async function readOrderedTransfer(
  driver: RegistrarDriver,
  { guard, operation, startedAt }: PurchaseRecord,
  transferId: string | undefined,
  now: number,
  call: CallContext,
): Promise<'pending' | 'done' | TransferFailure | undefined> {
  const { domain } = operation;
  const stale = now - startedAt < staleMs;
  const { transferBefore: before } = guard;
  const transfer = await readTransfer(driver, { domain, transferId }, call);
  if (isTransfer(transfer) && !(transferId === undefined && isSame(before, transfer))) {
    // Without numbers it could be the one before, unless that stood elsewhere.
    const meant =
      transferId !== undefined ||
      haveNumbers(before, transfer) ||
      before?.status !== transfer.status;
    if (isUnderWay(transfer)) return 'pending';
    if (transfer.status === 'done' && meant) return 'done';
    if (transfer.status === 'failed' && (meant || !stale)) return toFailure(transfer);
  }
  const standing = await readStanding(driver, domain, call);
  if (standing === undefined || standing === 'absent' || standing.owned === false) return undefined;
  if (standing.status === 'transfer_in') return 'pending';
  return standing.status === 'active' && guard.ownedBefore === false ? 'done' : undefined;
}

/** Whether an earlier transfer is known to have ended before another was ordered, so that the two do not pay for the same. */
export function hasEndedBefore(
  earlier: {
    readonly transferId: string | undefined;
    readonly startedAt: number;
    /** What stood before that one. */
    readonly before: TransferBefore | undefined;
  },
  before: TransferBefore | undefined,
  lookedAt: number,
): boolean {
  if (before?.status !== 'failed') return false;
  if (earlier.transferId !== undefined && before.transferId !== undefined)
    return earlier.transferId === before.transferId;
  // Still the one before the earlier one, which is not shown yet.
  if (isSame(earlier.before, before)) return false;
  return lookedAt - earlier.startedAt >= staleMs;
}

/** Whether a transfer is under way, waiting for somebody included. */
export function isUnderWay({ status }: Pick<Transfer, 'status'>): boolean {
  return status === 'pending' || status === 'needs_action';
}

function isTransfer(reading: Transfer | 'absent' | undefined): reading is Transfer {
  return reading !== undefined && reading !== 'absent';
}

function isAnother(before: TransferBefore, transfer: Transfer): boolean {
  if (before.status === 'absent') return true;
  return haveNumbers(before, transfer) ? !isSame(before, transfer) : isUnderWay(transfer);
}

type Numbered = Pick<Transfer, 'transferId'>;

/** One that has the number of the one before is that one, be it started again. */
function isSame(before: Numbered | undefined, { transferId }: Numbered): boolean {
  return transferId !== undefined && before?.transferId === transferId;
}

function haveNumbers(before: Numbered | undefined, { transferId }: Numbered): boolean {
  return transferId !== undefined && before?.transferId !== undefined;
}

function toProof(transfer: Transfer): Receipt | TransferFailure {
  if (transfer.status === 'failed') return toFailure(transfer);
  return {
    status: transfer.status === 'done' ? 'done' : 'pending',
    ...(transfer.transferId === undefined ? {} : { vendorRef: transfer.transferId }),
  };
}

function toFailure({ transferId, cause, reason }: Transfer): TransferFailure {
  return {
    status: 'failed',
    ...(transferId === undefined ? {} : { vendorRef: transferId }),
    ...(cause === undefined ? {} : { cause }),
    ...(reason === undefined ? {} : { reason }),
  };
}
