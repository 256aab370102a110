import { InvalidInputError, type CallContext, type Page } from '@registrar-kit/core';

/** A part of a list as the world gives it. */
interface Part<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

/** Reads the page that a cursor names: the count of the rows before it. @throws InvalidInputError */
export function readPage<Row>(
  cursor: string | undefined,
  limit: number,
  call: CallContext,
  read: (part: { readonly offset: number; readonly limit: number }) => Part<Row>,
): Page<Row> {
  const offset = cursor === undefined ? 0 : offsetOf(cursor, call);
  const { items, total } = read({ offset, limit });
  const after = offset + limit;
  return { items, total, ...(after < total ? { next: String(after) } : {}) };
}

function offsetOf(cursor: string, call: CallContext): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  const cure = 'give `next` of the page before';
  const issues = [{ path: 'cursor', problem: 'is not a cursor of this list', cure }];
  throw new InvalidInputError({ ...call.origin, issues });
}
