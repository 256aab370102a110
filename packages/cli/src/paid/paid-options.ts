import type { PaidCallOptions } from '@registrar-kit/core';
import type { OptionValues } from '../arguments/invocation.js';
import type { OptionName } from '../arguments/option-table.js';
import type { Session } from '../session/session.js';

/** Options that every command takes which buys. */
export const orderOptions = [
  'max-price',
  'currency',
  'dry-run',
  'idempotency-key',
] as const satisfies readonly OptionName[];

/** The same for what has a listed price. */
export const purchaseOptions = ['listed', ...orderOptions] as const satisfies readonly OptionName[];

/** What the help of every command says which buys. */
export const journalText =
  'Each order is written to a journal in the state directory before it is sent, so that the same order, or the same --idempotency-key, is never bought twice. When the answer is lost the exit code is 8, and registrar operations reconcile <id> settles the order.';

/** What a paid call gets beside its input. */
export function paidOptions(values: OptionValues, session: Session): PaidCallOptions {
  const idempotencyKey = values['idempotency-key'];
  const options = { ...session.callOptions, dryRun: values['dry-run'] === true };
  if (idempotencyKey === undefined) return options;
  // Honest rather than silent: without a journal on disk the key works within one run only.
  if (session.orders !== undefined && !session.ordersAreKept)
    session.printer.notice(
      'note: the journal cannot be loaded (npm install @registrar-kit/sqlite), so orders to the simulator are remembered in memory, and the idempotency key is forgotten when this command ends',
    );
  return { ...options, idempotencyKey };
}
