import {
  formatMoney,
  isRegistrarError,
  money,
  parseDomainName,
  toUnicodeDomain,
  type JournalRow,
  type PricedOperation,
  type PriceConsent,
  type Quote,
  type Registrar,
} from '@registrar-kit/core';
import type { OptionValues } from '../arguments/invocation.js';
import type { CommandIo } from '../command-io.js';
import type { Session } from '../session/session.js';
import { UsageError } from '../usage-error.js';

/** How the person in front of the command agrees to the price. */
export type PricePlan =
  | { readonly kind: 'listed' }
  | { readonly kind: 'at-most'; readonly amount: string; readonly currency: string | undefined }
  /** A dry run agrees to nothing; it only shows the price. */
  | { readonly kind: 'dry-run' }
  | { readonly kind: 'ask' };

/** What is to be bought. */
export interface Order {
  readonly operation: Extract<PricedOperation, 'registerDomain' | 'renewDomain'>;
  readonly domain: string;
  readonly years: number;
}

/**
 * Reads the price options before anything is asked of the registrar.
 *
 * @throws UsageError when there is none and nobody who could be asked.
 */
export function readPricePlan(values: OptionValues, io: CommandIo): PricePlan {
  const { 'max-price': amount, currency, listed = false } = values;
  if (amount !== undefined && listed)
    throw new UsageError('--max-price and --listed exclude each other', 'give one of the two');
  if (currency !== undefined && amount === undefined)
    throw new UsageError('--currency goes with --max-price', 'add --max-price <amount>');
  if (amount !== undefined) {
    checkAmount(amount, currency);
    return { kind: 'at-most', amount, currency };
  }
  if (listed) return { kind: 'listed' };
  if (values['dry-run'] === true) return { kind: 'dry-run' };
  if (values.json !== true && io.stdin.isTTY === true && io.stderr.isTTY === true)
    return { kind: 'ask' };
  throw new UsageError(
    'a purchase needs your agreement to the price, and there is no terminal to ask on',
    'add --max-price <amount> (any price up to it) or --listed (the standard price); --dry-run only shows the price',
  );
}

/**
 * Turns the plan into the consent that the library asks for.
 *
 * @returns `undefined` when the person said no.
 */
export async function agreeOnPrice(
  plan: PricePlan,
  order: Order,
  registrar: Registrar,
  session: Session,
): Promise<PriceConsent | undefined> {
  if (plan.kind === 'listed') return 'listed';
  if (plan.kind === 'at-most' && plan.currency !== undefined)
    return { atMost: money(plan.amount, plan.currency) };
  let quote: Quote;
  try {
    quote = await registrar.quote(order, session.callOptions);
  } catch (error) {
    const earlier = await findEarlierOrder(order, error, session);
    if (earlier === undefined) throw error;
    // The library answers from the journal if it is the same order, and else looks at the price once more.
    if (plan.kind === 'at-most') return { atMost: money(plan.amount, earlier.price.currency) };
    session.printer.notice(
      `an order of yours for ${toUnicodeDomain(earlier.operation.domain)} is in the journal; look at it with:\n  ${session.operationsCommand('show', earlier.operation.id)}`,
    );
    throw error;
  }
  switch (plan.kind) {
    case 'at-most':
      return { atMost: money(plan.amount, quote.price.currency) };
    case 'dry-run':
      return quote;
    case 'ask': {
      session.printer.progress.clear();
      const answer = await session.io.ask(questionFor(quote));
      return /^\s*(?:y|yes)\s*$/i.test(answer) ? quote : undefined;
    }
  }
}

/** A name that cannot be had any more may be ours, bought by the very order that is placed again. */
async function findEarlierOrder(
  { operation, domain }: Order,
  error: unknown,
  session: Session,
): Promise<JournalRow | undefined> {
  return isRegistrarError(error, 'DOMAIN_UNAVAILABLE')
    ? session.orders?.newestFor({ operation, domain: parseDomainName(domain) })
    : undefined;
}

function questionFor(quote: Quote): string {
  const verb = quote.operation === 'registerDomain' ? 'Register' : 'Renew';
  const years = `${String(quote.years)} ${quote.years === 1 ? 'year' : 'years'}`;
  const kind = quote.premium ? ', a premium price' : quote.earlyAccess ? ', early access' : '';
  const where = `${quote.provider}, ${quote.environment}`;
  return `${verb} ${toUnicodeDomain(quote.domain)} for ${years} at ${formatMoney(quote.price)}${kind} (${where})? [y/N] `;
}

/** The library checks the amount too, but only after it was asked for the price. */
function checkAmount(amount: string, currency: string | undefined): void {
  if (!/^\d{1,15}(?:\.\d{1,8})?$/.test(amount))
    throw new UsageError(
      `--max-price is "${amount}"`,
      'give an amount such as 12.50, without a currency',
    );
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency))
    throw new UsageError(`--currency is "${currency}"`, 'give an ISO 4217 code such as USD');
}
