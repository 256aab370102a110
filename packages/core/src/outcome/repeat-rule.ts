import type { PricedOperation } from '../operations/get-prices.js';
import type { OperationHandle } from './operation-handle.js';
import type { JournalRow } from './operation-journal.js';

/**
 * How long after the loss of an answer the registrar may still carry the order out, in milliseconds. Paid calls answer within
 * seconds, and this library gives them three minutes; five times that leaves room for a registry that is slow, and it is what a
 * quote is valid for. Until then a name that still looks free proves nothing at all.
 */
export const settleTimeMs = 15 * 60 * 1000;

/**
 * The only kind of order that is ever sent again on a reading that does not find it: a name is registered once, so that the
 * registry itself refuses the second one. A renewal, a restore or a transfer would be paid twice.
 */
const sentAgain: PricedOperation = 'registerDomain';

/** From when on an order of unknown outcome may be sent again, in epoch milliseconds; `undefined` for never. */
export function repeatableFrom(kind: OperationHandle['kind'], lostAt: number): number | undefined {
  return kind === sentAgain ? lostAt + settleTimeMs : undefined;
}

/**
 * When the answer to an order was lost, in epoch milliseconds. Of a sender that died: the end of its lease, or when it began where
 * the engine's clock is behind; never later than now.
 */
export function lostAtOf({ state, startedAt, again, leaseUntil }: JournalRow, now: number): number {
  const begun = again?.sentAt ?? startedAt;
  if (state.status === 'unknown') return state.lostAt ?? begun;
  return Math.max(begun, Math.min(now, leaseUntil));
}
