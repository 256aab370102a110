import {
  lostAtOf,
  repeatableFrom,
  type DomainName,
  type JournalRow,
  type Money,
  type OperationHandle,
} from '@registrar-kit/core';

/** An order as `registrar operations` shows it. */
export interface PlacedOrder {
  readonly id: string;
  readonly provider: string;
  readonly environment: OperationHandle['environment'];
  readonly operation: OperationHandle['kind'];
  /** Absent for raw calls, which have a command instead. */
  readonly domain?: DomainName;
  readonly command?: string;
  readonly vendorRef?: string;
  readonly years?: number;
  /**
   * `started`: it is being sent, or the process that sent it ended; `pending`: paid, and the registry is awaited; `failed`: paid,
   * and ended without the domain.
   */
  readonly status: 'started' | 'unknown' | 'pending' | 'failed' | 'done';
  /** Why the answer was lost. */
  readonly because?: string;
  /** ISO 8601; from then on the same order under the same key may be placed again, which looks for the first one once more. */
  readonly repeatableAt?: string;
  /** Of whoever placed it; absent where it was derived from the order. */
  readonly idempotencyKey?: string;
  /** The price read just before; absent for raw calls, whose price nobody knows. */
  readonly price?: Money;
  readonly charged?: Money;
  /** ISO 8601. */
  readonly startedAt: string;
}

/** A row of the journal for people and programs. */
export function toPlacedOrder(row: JournalRow): PlacedOrder {
  const { operation, kind, state, startedAt } = row;
  const { id, provider, environment } = operation;
  const result = state.status === 'done' ? state.result : undefined;
  const vendorRef = operation.vendorRef ?? vendorRefOf(result);
  return {
    id,
    provider,
    environment,
    ...(row.kind === 'raw'
      ? { command: row.operation.command }
      : { domain: row.operation.domain, years: row.guard.years }),
    ...(vendorRef === undefined ? {} : { vendorRef }),
    operation: kind,
    status: statusOf(result) ?? state.status,
    ...(state.status === 'unknown' ? { because: state.because, ...repeatOf(row) } : {}),
    ...(row.keyExpiresAt === undefined ? { idempotencyKey: row.key.replace(/^caller /, '') } : {}),
    ...(row.kind === 'raw' ? {} : { price: row.price }),
    ...(state.status === 'done' && state.charged !== undefined ? { charged: state.charged } : {}),
    startedAt: new Date(startedAt).toISOString(),
  };
}

function repeatOf(row: JournalRow): Pick<PlacedOrder, 'repeatableAt'> {
  const from = repeatableFrom(row.kind, lostAtOf(row, Date.now()));
  return from === undefined ? {} : { repeatableAt: new Date(from).toISOString() };
}

/** What was paid is not always what has come. */
function statusOf(result: unknown): 'pending' | 'failed' | undefined {
  const status = isRecord(result) ? result['status'] : undefined;
  return status === 'pending' || status === 'failed' ? status : undefined;
}

function vendorRefOf(result: unknown): string | undefined {
  const operation = isRecord(result) ? result['operation'] : undefined;
  const vendorRef = isRecord(operation) ? operation['vendorRef'] : undefined;
  return typeof vendorRef === 'string' ? vendorRef : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
