import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import type { CallOptions } from '../operations/call-options.js';
import type { PricedOperation } from '../operations/get-prices.js';
import type { Quote } from '../operations/quote.js';
import type { Registrar } from '../registrar.js';
import type { DomainName } from '../values/domain-name.js';
import { compareMoney, isMoney, type Money } from '../values/money.js';
import { attempt, errorOf } from './attempt.js';

/** What one account asks for an order, or why it could not say. */
export type QuoteRow =
  | { readonly registrar: string; readonly quote: Quote; readonly error?: never }
  | { readonly registrar: string; readonly error: AnyRegistrarError; readonly quote?: never };

/** The least that is asked in one currency. */
export interface CheapestQuote {
  readonly currency: string;
  readonly price: Money;
  /** The accounts that ask it, in the order of the route; more than one where they ask the same. */
  readonly registrars: readonly string[];
}

/** The prices of one order at several accounts. Plain data but for the errors, which have a `toJSON`. */
export interface QuoteComparison {
  readonly operation: PricedOperation;
  readonly domain: DomainName;
  readonly years: number;
  /**
   * One row for each account that was asked: the quotes, cheapest first, then the accounts without one. Each currency stands for
   * itself, in the order of the route: amounts in two currencies are never compared or converted.
   */
  readonly rows: readonly QuoteRow[];
  /** One entry for each currency; more than one means that nobody can say which is the cheapest of all. */
  readonly cheapest: readonly CheapestQuote[];
}

/** The order to ask for, parsed. */
export interface ComparedOrder {
  readonly operation: PricedOperation;
  readonly domain: DomainName;
  readonly years: number;
}

/** Asks every account at once. @param sellers - in the order of the route */
export async function compareQuotes(
  order: ComparedOrder,
  sellers: readonly (readonly [name: string, registrar: Registrar])[],
  options: CallOptions | undefined,
): Promise<QuoteComparison> {
  const rows = await Promise.all(
    sellers.map(async ([name, registrar]): Promise<QuoteRow> => {
      const reply = await attempt(registrar, 'quote', options, (each) =>
        each.quote(order, options),
      );
      if (!reply.ok) return { registrar: name, error: reply.error };
      // What cannot be compared exactly is no price.
      return isMoney(reply.answer.price)
        ? { registrar: name, quote: reply.answer }
        : { registrar: name, error: errorOf(undefined, registrar, 'quote') };
    }),
  );
  return { ...order, ...rank(rows) };
}

type Quoted = Extract<QuoteRow, { readonly quote: Quote }>;

/** Puts the rows of each currency in order; among equals the order given stays. */
export function rank(rows: readonly QuoteRow[]): Pick<QuoteComparison, 'rows' | 'cheapest'> {
  const groups = new Map<string, Quoted[]>();
  const failed: QuoteRow[] = [];
  for (const row of rows) {
    if (row.quote === undefined) {
      failed.push(row);
      continue;
    }
    const { currency } = row.quote.price;
    groups.set(currency, [...(groups.get(currency) ?? []), row]);
  }
  const sorted = [...groups.values()].map((group) =>
    group.sort((left, right) => compareMoney(left.quote.price, right.quote.price)),
  );
  return {
    rows: [...sorted.flat(), ...failed],
    cheapest: sorted.flatMap((group) => cheapestOf(group)),
  };
}

function cheapestOf(sorted: readonly Quoted[]): readonly CheapestQuote[] {
  const price = sorted[0]?.quote.price;
  if (price === undefined) return [];
  const registrars = sorted
    .filter(({ quote }) => compareMoney(quote.price, price) === 0)
    .map(({ registrar }) => registrar);
  return [{ currency: price.currency, price, registrars }];
}
