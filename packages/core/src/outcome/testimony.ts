import type { CallContext } from '../driver/call-context.js';
import type { OperationState, Testimony } from '../operations/outcome-operations.js';
import type { JournalRow } from './operation-journal.js';
import { testimonyTooEarly } from './purchase-errors.js';
import { toPurchaseResult } from './purchase-result.js';
import type { RecordedOrders } from './recorded-orders.js';
import { recordedState, stateOf } from './recorded-state.js';
import { lostAtOf, settleTimeMs } from './repeat-rule.js';
import { openWishes } from './wishes.js';

/**
 * Settles an order by what somebody saw of it. What can be read counts more: it is read first, and what is on record as done stays
 * so.
 *
 * @throws InvalidInputError while the order may still be under way, here or at the registrar
 */
export async function settleByTestimony(
  found: JournalRow,
  witnessed: Testimony,
  orders: RecordedOrders,
  now: number,
  call: CallContext,
): Promise<OperationState> {
  if (found.state.status === 'done') {
    const recorded = await recordedState(found, found.state.result, orders, call);
    return witnessed === 'executed' ? recorded : { ...recorded, overruled: true };
  }
  if ((await orders.atRest(found, call)) === undefined) throw underWay(call);
  const proved = found.kind === 'raw' ? undefined : await orders.prove(found, call);
  if (proved !== undefined)
    return witnessed === 'executed' ? stateOf(proved) : { ...stateOf(proved), overruled: true };
  // As it stands after its sender was found dead, and after the reading, which takes its time.
  const row = await orders.journal.findById(found.operation.id, call);
  if (row === undefined) return { status: 'refused' };
  if (row.state.status === 'done') return settleByTestimony(row, witnessed, orders, now, call);
  if (row.state.status === 'started') throw underWay(call);
  if (witnessed === 'executed') return recordAsExecuted(row, orders, call);
  const over = lostAtOf(row, now) + settleTimeMs;
  if (over > now) throw tooEarly(over, call);
  if (!(await orders.journal.discard(row, call))) throw underWay(call);
  tell(row, 'somebody saw that it was not executed', call);
  return { status: 'refused' };
}

async function recordAsExecuted(
  row: JournalRow,
  orders: RecordedOrders,
  call: CallContext,
): Promise<OperationState> {
  const what = 'somebody saw that it was executed';
  if (row.kind === 'raw') {
    await orders.journal.settle(row, { status: 'done', result: null }, call);
    tell(row, what, call);
    const sentAt = new Date(row.startedAt).toISOString();
    return { status: 'answered', operation: row.operation, sentAt };
  }
  // A transfer takes days: that it was ordered is not that it has ended.
  const status = row.kind === 'transferDomain' ? 'pending' : 'done';
  const incomplete = openWishes(row.wishes ?? [], call);
  const result = toPurchaseResult(
    row,
    { status },
    { recovered: true, witnessed: true, incomplete },
  );
  await orders.journal.settle(row, { status: 'done', result }, call);
  tell(row, what, call);
  return { status, result };
}

function underWay(call: CallContext): Error {
  return testimonyTooEarly(
    'comes while the order may still be under way, since its sender gave a sign of life just now',
    'wait until it has ended, then look into the panel of the registrar once more',
    call,
  );
}

function tooEarly(over: number, call: CallContext): Error {
  return testimonyTooEarly(
    'comes before the registrar is through with the order for certain: it may carry it out some minutes after the answer was lost',
    `look into the panel of the registrar once more, and say so from ${new Date(over).toISOString()} on`,
    call,
  );
}

function tell({ operation }: JournalRow, what: string, call: CallContext): void {
  const { operation: name, requestId } = call.origin;
  call.emit({
    type: 'journal.recovered',
    operation: name,
    ...(requestId === undefined ? {} : { requestId }),
    operationId: operation.id,
    note: `the order was settled by testimony: ${what}`,
  });
}
