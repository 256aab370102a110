import {
  multiplyMoney,
  addMoney,
  type Money,
  type PricedOperation,
  type YearRange,
} from '@registrar-kit/core';
import { amountIn, type WorldTld, type WorldTldAttribute } from '@registrar-kit/testing';

interface PriceRow {
  readonly period: number;
  readonly price: number;
  readonly currency: string;
}

/** An ending as `products/tlds` gives it: prices out of order, one year as period 0, a single row as a bare object. */
export function toProduct(tld: WorldTld, currency: string): Record<string, unknown> {
  const { registrationYears, renewalYears, labelLength, lifecycle } = tld;
  return {
    name: tld.tld,
    status: 'Active',
    minRegistrationPeriod: registrationYears.min,
    maxRegistrationPeriod: registrationYears.max,
    registrationPeriods: periods(registrationYears),
    renewalPeriods: periods(renewalYears),
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
    attributes: (tld.attributes ?? []).map(toAttribute),
    supportsPrivacy: tld.supportsPrivacy,
    autoRenewGracePeriod: lifecycle.renewGraceDays,
    deletionRestorablePeriod: lifecycle.redemptionDays,
    deletionHoldPeriod: lifecycle.pendingDeleteDays,
  };
}

function toAttribute({
  key,
  description = '',
  required,
  options = [],
}: WorldTldAttribute): Record<string, unknown> {
  return {
    key,
    description,
    isRequired: required,
    // Which words stand here is not published.
    type: null,
    options: options.map(({ value, label = '' }) => ({ value, description: label })),
  };
}

function periods({ min, max }: YearRange): readonly number[] {
  return Array.from({ length: max - min + 1 }, (_none, index) => min + index);
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
