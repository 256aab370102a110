import {
  formatMoney,
  toUnicodeDomain,
  type DryRunResult,
  type RegisterDomainResult,
  type RenewDomainResult,
} from '@registrar-kit/core';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import type { Field } from '../output/record.js';
import type { Session } from '../session/session.js';
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

function purchaseFields(
  result: RegisterDomainResult | RenewDomainResult,
  simulated: boolean,
): readonly Field[] {
  const { status, operation, charged, exceededConsent } = result;
  return [
    ['domain', toUnicodeDomain(result.domain)],
    [
      'status',
      status === 'done'
        ? { text: 'done', style: 'green' }
        : { text: 'pending: paid and accepted, the registry is awaited', style: 'yellow' },
    ],
    ['years', String(result.years)],
    ['expired on', 'previousExpiresOn' in result ? result.previousExpiresOn : undefined],
    ['expires on', result.expiresOn ?? 'not stated yet'],
    ['charged', charged === undefined ? 'not stated by the registrar' : formatMoney(charged)],
    [
      'above agreed',
      exceededConsent === undefined
        ? undefined
        : { text: formatMoney(exceededConsent), style: 'red' },
    ],
    ['order', operation.vendorRef ?? operation.id],
    [
      'recovered',
      result.recovered ? 'yes: the answer was lost, reading proved the order' : undefined,
    ],
    ['replayed', result.replayed ? 'yes: bought by an earlier call' : undefined],
    ['provider', `${operation.provider}, ${operation.environment}`],
    ['source', simulated ? { text: 'simulated', style: 'dim' } : undefined],
  ];
}
