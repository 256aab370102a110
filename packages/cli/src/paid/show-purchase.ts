import type { DryRunResult, RegisterDomainResult, RenewDomainResult } from '@registrar-kit/core';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import type { Session } from '../session/session.js';
import { purchaseFields } from './purchase-fields.js';
import { quoteFields } from './quote-fields.js';

/** Prints what a paid command came to. */
export function showPurchase(
  result: RegisterDomainResult | RenewDomainResult | DryRunResult,
  session: Session,
): ExitCode {
  const marked = session.mark(result);
  if (result.status === 'not_sent') {
    session.printer.notice('dry run: nothing was bought');
    session.printer.record(marked, [
      ['status', 'not sent (dry run)'],
      ...quoteFields({ ...result.quote, simulated: marked.simulated }),
    ]);
    return exitCodes.done;
  }
  session.printer.record(marked, purchaseFields(result, marked.simulated));
  for (const { setting, error } of result.incomplete)
    session.printer.notice(
      `warning: the domain is bought, but ${setting} could not be set: ${error.message}`,
    );
  return exitCodes.done;
}

/** For when the person at the terminal said no. */
export function nothingBought(session: Session): ExitCode {
  session.printer.notice('nothing was bought');
  return 130;
}
