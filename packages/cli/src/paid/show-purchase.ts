import type { DryRunResult } from '@registrar-kit/core';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import type { Session } from '../session/session.js';
import { showRecord } from '../session/show.js';
import { purchaseFields, type PurchaseResult } from './purchase-fields.js';
import { quoteFields } from './quote-fields.js';

/** Prints what a paid command came to. */
export function showPurchase(result: PurchaseResult | DryRunResult, session: Session): ExitCode {
  if (result.status === 'not_sent') {
    session.printer.notice('dry run: nothing was bought');
    return showRecord(
      result,
      ({ quote }) => [['status', 'not sent (dry run)'], ...quoteFields(quote)],
      session,
    );
  }
  showRecord(result, purchaseFields, session);
  for (const { setting, error } of result.incomplete)
    session.printer.notice(
      `warning: the order stands, but ${setting} could not be set: ${error.message}`,
    );
  if (result.status === 'pending' && session.ordersAreKept)
    session.printer.notice(
      `it goes on without this command; to wait for it:\n  ${session.operationsCommand('wait', result.operation.id)}`,
    );
  return exitCodes.done;
}

/** For when the person at the terminal said no. */
export function nothingBought(session: Session): ExitCode {
  session.printer.notice('nothing was bought');
  return 130;
}
