import { addMoney, multiplyMoney, type PricedOperation, type TldPrice } from '@registrar-kit/core';
import { amountIn } from '../world/amounts.js';
import type { WorldTld } from '../world/world-tld.js';

/** The listed prices of an ending in one currency: a row for each number of years that can be bought. */
export function listedPrices(
  tld: WorldTld,
  operations: readonly PricedOperation[],
  currency: string,
): readonly TldPrice[] {
  return operations.flatMap((operation) =>
    yearsOf(tld, operation).flatMap((years) => priceRow(tld, operation, years, currency)),
  );
}

function yearsOf(tld: WorldTld, operation: PricedOperation): readonly number[] {
  switch (operation) {
    case 'registerDomain':
      return tld.registrable ? from(tld.registrationYears) : [];
    case 'renewDomain':
      return tld.renewable ? from(tld.renewalYears) : [];
    case 'transferDomain':
      return tld.transferable ? [1] : [];
    case 'restoreDomain':
      return [1];
  }
}

function priceRow(
  { tld, prices, fee: fees }: WorldTld,
  operation: PricedOperation,
  years: number,
  currency: string,
): readonly TldPrice[] {
  const perYear = amountIn(prices[operation], currency);
  if (perYear === undefined) return [];
  const feePerYear = operation === 'restoreDomain' ? undefined : amountIn(fees, currency);
  const net = multiplyMoney(perYear, years);
  if (feePerYear === undefined) return [{ tld, operation, years, price: net }];
  const fee = multiplyMoney(feePerYear, years);
  return [{ tld, operation, years, price: addMoney(net, fee), fee }];
}

function from({ min, max }: { readonly min: number; readonly max: number }): readonly number[] {
  return Array.from({ length: max - min + 1 }, (_, index) => min + index);
}
