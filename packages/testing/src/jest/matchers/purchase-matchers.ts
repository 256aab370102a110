import { compareMoney, formatMoney, type Money, type PricedOperation } from '@registrar-kit/core';
import type { LedgerEntry } from '../../world/ledger.js';
import { counted, ledgerOf, printBooks } from './books.js';
import type { MatcherContext, MatcherResult } from './matcher.js';

/** What a purchase must have been, beside its kind and its domain. */
export interface PurchaseDetails {
  /** Whole years. @defaultValue any */
  readonly years?: number;
  /** What one such purchase took from the balance, exactly; 10.8 and 10.80 are the same. @defaultValue any */
  readonly charged?: Money;
  /** How often it was bought. @defaultValue 1: twice is a fault */
  readonly times?: number;
}

type PurchaseMatcher = (
  this: MatcherContext,
  received: unknown,
  domain: string,
  details?: PurchaseDetails,
) => MatcherResult;

/** A matcher for one kind of purchase. With `.not` it means: not once. */
export function purchaseMatcher(name: string, kind: PricedOperation): PurchaseMatcher {
  return function (received, domain, details = {}) {
    const ledger = ledgerOf(received, name);
    const found = ledger.filter((entry) => matches(entry, kind, domain, details));
    const { times = 1 } = details;
    const isNot = this.isNot === true;
    return {
      pass: isNot ? found.length > 0 : found.length === times,
      message: () =>
        [
          `expect(registrar)${isNot ? '.not' : ''}.${name}('${domain}')`,
          '',
          `Expected: ${wanted(kind, domain, details)}, ${isNot ? 'never' : inTimes(times)}`,
          `Received: ${inTimes(found.length)}${nearMiss(ledger, kind, domain, found)}`,
          '',
          printBooks(received, ledger),
        ].join('\n'),
    };
  };
}

function matches(
  entry: LedgerEntry,
  kind: PricedOperation,
  domain: string,
  { years, charged }: PurchaseDetails,
): boolean {
  return (
    entry.kind === kind &&
    entry.domain === domain.toLowerCase() &&
    (years === undefined || entry.years === years) &&
    (charged === undefined || sameMoney(entry.amount, charged))
  );
}

function wanted(
  kind: PricedOperation,
  domain: string,
  { years, charged }: PurchaseDetails,
): string {
  return [
    `${kind} of ${domain.toLowerCase()}`,
    ...(years === undefined ? [] : [`for ${counted(years, 'year')}`]),
    ...(charged === undefined ? [] : [`at ${formatMoney(charged)}`]),
  ].join(' ');
}

/** The same purchase with other details is the likeliest reason. */
function nearMiss(
  ledger: readonly LedgerEntry[],
  kind: PricedOperation,
  domain: string,
  found: readonly LedgerEntry[],
): string {
  const others = ledger.filter(
    (entry) => matches(entry, kind, domain, {}) && !found.includes(entry),
  );
  if (others.length === 0) return '';
  const shown = others.map(
    ({ years, amount }) => `${counted(years, 'year')} at ${formatMoney(amount)}`,
  );
  return `; otherwise ${shown.join(', ')}`;
}

function inTimes(times: number): string {
  return times === 0 ? 'never' : times === 1 ? 'once' : `${String(times)} times`;
}

/** Whether two amounts are worth the same, however they are written. */
export function sameMoney(left: Money, right: Money): boolean {
  return left.currency === right.currency && compareMoney(left, right) === 0;
}
