import { formatMoney, isMoney, isZeroMoney, type Money } from '@registrar-kit/core';
import type { LedgerEntry } from '../../world/ledger.js';
import { ledgerOf, printBooks, totalsOf } from './books.js';
import type { MatcherContext, MatcherResult } from './matcher.js';
import { sameMoney } from './purchase-matchers.js';

const name = 'toHaveCharged';

/**
 * What the account really paid: a total, or the amount of each purchase in order, or, without an argument, anything at all. Exact,
 * and nothing in another currency.
 */
export function toHaveCharged(
  this: MatcherContext,
  received: unknown,
  ...given: readonly [expected?: Money | readonly Money[]]
): MatcherResult {
  const [expected] = given;
  const ledger = ledgerOf(received, name);
  const isNot = this.isNot === true;
  // `undefined` by mistake, such as what a result does not tell, must not mean anything at all.
  if (given.length > 0) checkAmounts(expected);
  return {
    pass: isAsExpected(ledger, expected),
    message: () =>
      [
        `expect(registrar)${isNot ? '.not' : ''}.${name}(${inWords(expected, '')})`,
        '',
        `Expected: ${isNot ? 'not ' : ''}${inWords(expected, 'anything')}`,
        `Received: ${inWords(Array.isArray(expected) ? ledger.map(({ amount }) => amount) : totalsOf(ledger), 'nothing')}`,
        '',
        printBooks(received, ledger),
      ].join('\n'),
  };
}

function isAsExpected(
  ledger: readonly LedgerEntry[],
  expected: Money | readonly Money[] | undefined,
): boolean {
  if (expected === undefined) return ledger.length > 0;
  if (isMoney(expected)) {
    const totals = totalsOf(ledger).filter((total) => !isZeroMoney(total));
    if (isZeroMoney(expected)) return totals.length === 0;
    return totals.length === 1 && totals.every((total) => sameMoney(total, expected));
  }
  return (
    ledger.length === expected.length &&
    ledger.every(({ amount }, index) => {
      const wanted = expected[index];
      return wanted !== undefined && sameMoney(amount, wanted);
    })
  );
}

/** @throws Error for anything but money: a number or a text would never be equal and `.not` always true */
function checkAmounts(expected: unknown): void {
  const amounts: readonly unknown[] = [expected].flat();
  if (amounts.every(isMoney)) return;
  throw new Error(`${name} compares exact money; give money('10.87', 'USD'), or an array of it`);
}

function inWords(amounts: Money | readonly Money[] | undefined, none: string): string {
  const shown = (amounts === undefined ? [] : [amounts].flat()).map(formatMoney);
  return shown.length === 0 ? none : shown.join(', ');
}
