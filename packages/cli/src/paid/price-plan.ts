import {
  formatMoney,
  isRegistrarError,
  money,
  parseDomainName,
  toUnicodeDomain,
  type PurchaseRow,
  type PricedOperation,
  type PriceConsent,
  type Quote,
  type Registrar,
} from '@registrar-kit/core';
import type { OptionValues } from '../arguments/invocation.js';
import type { CommandIo } from '../command-io.js';
import { isYes } from '../session/confirm.js';
import type { Session } from '../session/session.js';
import { UsageError } from '../usage-error.js';

/** How the person in front of the command agrees to the price. */
export type PricePlan = { readonly kind: 'listed' } | AmountPlan;

/** The same for orders that have no listed price. */
export type AmountPlan =
  | { readonly kind: 'at-most'; readonly amount: string; readonly currency: string | undefined }
  /** A dry run agrees to nothing; it only shows the price. */
  | { readonly kind: 'dry-run' }
  | { readonly kind: 'ask' };

/** What is to be bought. */
export interface Order {
  readonly operation: PricedOperation;
  readonly domain: string;
  readonly years: number;
}

/**
 * Reads the price options before anything is asked of the registrar.
 *
 * @throws UsageError when there is none and nobody who could be asked.
 */
export function readPricePlan(values: OptionValues, io: CommandIo): PricePlan {
  if (values.listed !== true)
    return readPlan(
      values,
      io,
      'add --max-price <amount> (any price up to it) or --listed (the standard price); --dry-run only shows the price',
    );
  if (values['max-price'] !== undefined)
    throw new UsageError('--max-price and --listed exclude each other', 'give one of the two');
  checkCurrency(values);
  return { kind: 'listed' };
}

/** The same for orders that have no listed price. @throws UsageError */
export function readAmountPlan(values: OptionValues, io: CommandIo): AmountPlan {
  return readPlan(
    values,
    io,
    'add --max-price <amount> (any price up to it); --dry-run only shows the price',
  );
}

function readPlan(values: OptionValues, io: CommandIo, cure: string): AmountPlan {
  const { 'max-price': amount, currency } = values;
  checkCurrency(values);
  if (amount !== undefined) {
    checkAmount(amount, currency);
    return { kind: 'at-most', amount, currency };
  }
  if (values['dry-run'] === true) return { kind: 'dry-run' };
  if (values.json !== true && io.stdin.isTTY === true && io.stderr.isTTY === true)
    return { kind: 'ask' };
  throw new UsageError(
    'a purchase needs your agreement to the price, and there is no terminal to ask on',
    cure,
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
  return plan.kind === 'listed' ? 'listed' : agreeOnAmount(plan, order, registrar, session);
}

/** The same for orders that have no listed price. */
export async function agreeOnAmount(
  plan: AmountPlan,
  order: Order,
  registrar: Registrar,
  session: Session,
): Promise<Exclude<PriceConsent, 'listed'> | undefined> {
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
      return isYes(answer) ? quote : undefined;
    }
  }
}

/** A domain that is in no state for the order any more may be so by the very order that is placed again. */
async function findEarlierOrder(
  { operation, domain }: Order,
  error: unknown,
  session: Session,
): Promise<PurchaseRow | undefined> {
  const isOver =
    isRegistrarError(error, 'DOMAIN_UNAVAILABLE') ||
    isRegistrarError(error, 'INVALID_DOMAIN_STATE');
  return isOver
    ? session.orders?.newestFor({ operation, domain: parseDomainName(domain) })
    : undefined;
}

const verbs = {
  registerDomain: 'Register',
  renewDomain: 'Renew',
  restoreDomain: 'Restore',
  transferDomain: 'Transfer',
} as const satisfies Record<PricedOperation, string>;

function questionFor(quote: Quote): string {
  const { operation } = quote;
  // The others hold one year, if any: nobody chose it.
  const chosen = operation === 'registerDomain' || operation === 'renewDomain';
  const years = ` for ${String(quote.years)} ${quote.years === 1 ? 'year' : 'years'}`;
  const kind = quote.premium ? ', a premium price' : quote.earlyAccess ? ', early access' : '';
  const where = `${quote.provider}, ${quote.environment}`;
  return `${verbs[operation]} ${toUnicodeDomain(quote.domain)}${chosen ? years : ''} at ${formatMoney(quote.price)}${kind} (${where})? [y/N] `;
}

function checkCurrency({ 'max-price': amount, currency }: OptionValues): void {
  if (currency !== undefined && amount === undefined)
    throw new UsageError('--currency goes with --max-price', 'add --max-price <amount>');
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
