import {
  multiplyMoney,
  addMoney,
  type Money,
  type PricedOperation,
  type YearRange,
} from '@registrar-kit/core';
import { amountIn, type WorldTld } from '@registrar-kit/testing';

interface PriceRow {
  readonly period: number;
  readonly price: number;
  readonly currency: string;
}

/** An ending as `products/tlds` gives it: prices out of order, one year as period 0, a single row as a bare object. */
export function toProduct(tld: WorldTld, currency: string): Record<string, unknown> {
  const { registrationYears, renewalYears, labelLength } = tld;
  return {
    name: tld.tld,
    status: 'Active',
    minRegistrationPeriod: registrationYears.min,
    maxRegistrationPeriod: registrationYears.max,
    constraints: { minLength: labelLength.min, maxLenght: labelLength.max },
    prices: [
      {
        priceGroup: 'Standard',
        ...(tld.registrable
          ? { register: rows(tld, 'registerDomain', registrationYears, currency) }
          : {}),
        ...(tld.renewable ? { renew: rows(tld, 'renewDomain', renewalYears, currency) } : {}),
        ...(tld.transferable
          ? { transfer: rows(tld, 'transferDomain', { min: 1, max: 1 }, currency) }
          : {}),
        restore: rows(tld, 'restoreDomain', { min: 1, max: 1 }, currency),
        refund: [],
        backorder: [],
      },
    ],
    attributes: [],
    supportsPrivacy: tld.supportsPrivacy,
  };
}

function rows(
  tld: WorldTld,
  operation: PricedOperation,
  { min, max }: YearRange,
  currency: string,
): PriceRow | readonly PriceRow[] {
  const perYear = amountIn(tld.prices[operation], currency);
  if (perYear === undefined) return [];
  const fee = operation === 'restoreDomain' ? undefined : amountIn(tld.fee, currency);
  const prices: PriceRow[] = [];
  for (let years = max; years >= min; years -= 1) {
    prices.push({
      period: years === 1 ? 0 : years,
      price: toNumber(total(perYear, fee, years)),
      currency,
    });
  }
  const [first] = prices;
  return prices.length === 1 && first !== undefined ? first : prices;
}

function total(perYear: Money, fee: Money | undefined, years: number): Money {
  const price = multiplyMoney(perYear, years);
  return fee === undefined ? price : addMoney(price, multiplyMoney(fee, years));
}

/** Amounts are JSON numbers on the wire. */
export function toNumber({ amount }: Money): number {
  return Number(amount);
}
