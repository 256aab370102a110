import type { CallContext } from '../driver/call-context.js';
import type { OperationState } from '../operations/outcome-operations.js';
import type { JournalRow } from './operation-journal.js';
import { readRecordedResult, type RecordedResult } from './purchase-result.js';
import type { RecordedOrders } from './recorded-orders.js';

/** What a caller is told of an order that is done, by the result that was recorded; the provider is asked about what is pending or has failed. */
export async function recordedState(
  row: JournalRow,
  recorded: unknown,
  orders: RecordedOrders,
  call: CallContext,
): Promise<Exclude<OperationState, { status: 'refused' | 'unknown' }>> {
  if (row.kind === 'raw') {
    const sentAt = new Date(row.startedAt).toISOString();
    return { status: 'answered', operation: row.operation, sentAt };
  }
  return stateOf(await orders.follow(row, readRecordedResult(recorded), call));
}

/** What a caller is told of a purchase that was carried out. */
export function stateOf(
  result: RecordedResult,
): Extract<OperationState, { status: 'done' | 'pending' | 'failed' }> {
  if (result.status !== 'failed') return { status: result.status, result };
  const { status, cause, reason } = result;
  return {
    status,
    ...(cause === undefined ? {} : { cause }),
    ...(reason === undefined ? {} : { reason }),
  };
}
