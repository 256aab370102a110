import type { PaidCallOptions } from '@registrar-kit/core';
import type { OptionValues } from '../arguments/invocation.js';
import type { OptionName } from '../arguments/option-table.js';
import type { Session } from '../session/session.js';

/** Options that every command takes which buys. */
export const purchaseOptions = [
  'max-price',
  'currency',
  'listed',
  'dry-run',
  'idempotency-key',
] as const satisfies readonly OptionName[];

/** What a paid call gets beside its input. */
export function paidOptions(
  values: OptionValues,
  session: Session,
): Omit<PaidCallOptions, 'dryRun'> {
  const idempotencyKey = values['idempotency-key'];
  if (idempotencyKey === undefined) return session.callOptions;
  // Honest rather than silent: without a journal on disk the key works within one run only.
  if (session.orders !== undefined && !session.ordersAreKept)
    session.printer.notice(
      'note: the journal cannot be loaded (npm install @registrar-kit/sqlite), so orders to the simulator are remembered in memory, and the idempotency key is forgotten when this command ends',
    );
  return { ...session.callOptions, idempotencyKey };
}
