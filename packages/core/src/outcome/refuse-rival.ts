import type { CallContext } from '../driver/call-context.js';
import type { AccountJournal, PurchaseRecord } from './account-journal.js';
import { rivalKindsOf } from './operation-handle.js';
import type { PurchaseRow } from './operation-journal.js';
import { orderedMeanwhile } from './purchase-errors.js';
import { readRecordedResult } from './purchase-result.js';
import { hasEndedBefore } from './transfer-proof.js';

const aDayMs = 24 * 60 * 60 * 1000;

/**
 * Another call, under another key, may have bought the same between our reading and our `begin`, or so shortly before it that
 * the provider does not show it yet. None can from now on, since this order holds the domain, so looking is enough. A
 * registration needs none of this: a name is registered once.
 *
 * @param lookedAt - when the guards began to read, in epoch milliseconds
 * @throws InvalidDomainStateError
 */
export async function refuseRival(
  record: PurchaseRecord,
  lookedAt: number,
  journal: AccountJournal,
  call: CallContext,
): Promise<void> {
  if (record.kind === 'registerDomain') return;
  const since = record.startedAt - aDayMs;
  const rows = await journal.since(since, call);
  const kinds = rivalKindsOf(record.kind);
  const rivals = rows.filter(
    (row): row is PurchaseRow =>
      row.kind !== 'raw' &&
      kinds.includes(row.kind) &&
      row.operation.domain === record.operation.domain &&
      row.state.status === 'done' &&
      row.startedAt > since,
  );
  const rival =
    record.kind === 'transferDomain'
      ? // Each was sent only when the one before had ended, so the newest stands for all.
        rivals.slice(0, 1).find((row) => !hasEnded(row, record, lookedAt))
      : rivals.find((row) => boughtTheSame(row, record));
  if (rival !== undefined) throw orderedMeanwhile(rival, call);
}

/** Whether an earlier renewal or restore would explain what this one is to change, if the provider does not show it yet. */
function boughtTheSame(row: PurchaseRow, { kind, guard }: PurchaseRecord): boolean {
  const { expiresOn, statusBefore } = guard;
  // The date can be the new one while the domain is still shown as lapsed. What is in redemption was not just renewed.
  if (kind === 'restoreDomain') return row.kind === kind || statusBefore !== 'redemption';
  // Once the domain is active again the restore is over, whether it moved the date or not.
  const isOver = row.kind === 'restoreDomain' && statusBefore === 'active';
  return row.guard.expiresOn === expiresOn && !isOver;
}

/** Whether an earlier transfer is known to have ended without the domain. */
function hasEnded(
  { state, startedAt, guard: earlierGuard }: PurchaseRow,
  { guard }: PurchaseRecord,
  lookedAt: number,
): boolean {
  if (state.status !== 'done') return false;
  const { status, operation } = readRecordedResult(state.result);
  if (status === 'failed') return true;
  const before = earlierGuard.transferBefore;
  const earlier = { transferId: operation.vendorRef, startedAt, before };
  return hasEndedBefore(earlier, guard.transferBefore, lookedAt);
}
