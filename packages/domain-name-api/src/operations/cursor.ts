import type { CallContext } from '@registrar-kit/core';
import { notACursor } from '@registrar-kit/provider-kit';

/** The row with which a page starts. A cursor is the count of rows before it. */
export function skipOf(cursor: string | undefined, call: CallContext): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw notACursor(call);
}
