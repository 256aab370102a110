import type { JournalRow, Money, OperationHandle } from '@registrar-kit/core';

/** An order as `registrar operations` shows it. */
export interface PlacedOrder extends Omit<OperationHandle, 'kind'> {
  readonly operation: OperationHandle['kind'];
  readonly years: number;
  /** `started`: it is being sent, or the process that sent it ended; `pending`: paid, and the registry is awaited. */
  readonly status: 'started' | 'unknown' | 'pending' | 'done';
  /** Why the answer was lost. */
  readonly because?: string;
  /** The price read just before. */
  readonly price: Money;
  readonly charged?: Money;
  /** ISO 8601. */
  readonly startedAt: string;
}

/** A row of the journal for people and programs. */
export function toPlacedOrder(row: JournalRow): PlacedOrder {
  const { operation, guard, state, price, startedAt } = row;
  const { kind, ...handle } = operation;
  const result = state.status === 'done' ? state.result : undefined;
  const vendorRef = handle.vendorRef ?? vendorRefOf(result);
  return {
    ...handle,
    ...(vendorRef === undefined ? {} : { vendorRef }),
    operation: kind,
    years: guard.years,
    status: isPending(result) ? 'pending' : state.status,
    ...(state.status === 'unknown' ? { because: state.because } : {}),
    price,
    ...(state.status === 'done' && state.charged !== undefined ? { charged: state.charged } : {}),
    startedAt: new Date(startedAt).toISOString(),
  };
}

function isPending(result: unknown): boolean {
  return isRecord(result) && result['status'] === 'pending';
}

function vendorRefOf(result: unknown): string | undefined {
  const operation = isRecord(result) ? result['operation'] : undefined;
  const vendorRef = isRecord(operation) ? operation['vendorRef'] : undefined;
  return typeof vendorRef === 'string' ? vendorRef : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
